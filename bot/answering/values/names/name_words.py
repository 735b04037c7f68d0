"""The words that show what a capitalised run is: titles, head words, and words that are no names."""

# Own lists and not nameparser: it takes 0.4 s to import, and splits a name but finds none in a text.
TITLES = frozenset(
    """adm admiral ambassador archbishop attorney baron baroness bishop brig brigadier cardinal captain
    capt chairman chairwoman chair chancellor chief cmdr col colonel commander commissioner congressman
    congresswoman coach corporal councillor crown dame dean detective director doctor dr duke emir
    emperor envoy father first fr gen general gov governor head imam inspector judge justice king lady
    leader lieutenant lord lt maj major mayor minister miss mp mr mrs ms officer ombudsman pastor pope
    premier president prime prince princess prof professor queen rabbi rear rep representative rev
    reverend secretary sen senator sergeant sgt sheikh shah sheriff sir speaker spokesman spokeswoman
    spokesperson state sultan superintendent supreme treasurer undersecretary vice ceo cfo founder
    co-founder analyst author writer actor actress singer ayatollah mullah hon rt
    marshal cllr comrade datuk seri tan tun""".split()
)
# Between "Defense" and "Minister": words of an office, never of a name.
OFFICE_WORDS = frozenset(
    """affairs agriculture defense defence deputy assistant acting economy education energy environment
    exterior external federal finance former foreign health home housing industry information interior
    intelligence international justice labor labour national naval security trade transport
    transportation treasury house senate state us u.s. uk u.k. un u.n. eu e.u. executive incoming
    outgoing then-president""".split()
)
ORGANISATIONS = frozenset(
    """journal gazette herald tribune
    academy administration aerospace airline electronics energy energies ferries foods holdings house
    industries lines media motors networks partners petroleum pharmaceuticals pictures press railways
    semiconductors studios systems technologies agency airlines airways alliance army assembly
    association authority bank battalion board brigade broadcasting bureau cabinet center centre church
    club coalition college command commission committee company corps confederation conference congress
    constabulary corp corporation council court department directorate division embassy enterprises
    federation fleet force forces forum foundation front fund government group guard guards hospital inc
    industries institute institution kremlin laboratory league legislature llc ltd ministry mission
    mosque movement museum nations navy network news office organisation organization orchestra
    parliament party pentagon plc police post press regiment reserve school senate service services
    society squadron summit syndicate team times tribunal tribune union university workers""".split()
)
PLACES = frozenset(
    """airport avenue palace castle bay beach boulevard bridge canal cape city coast county creek desert
    district dam falls forest gulf harbor harbour heights hill hills island islands isle isles lake
    mount mountain mountains ocean oblast park peninsula plain plaza port prefecture province region
    republic reef ridge river road sea sound square station strait straits street territory town township valley
    village volcano zone""".split()
)
# Capitalised words that begin sentences and headings, and capitalised things that have no kind here.
NO_NAMES = frozenset(
    """a about above anybody anyone everybody nobody nothing somebody someone something whoever according
    across additionally after again against ahead all almost along already also although amid among
    amidst an and another any are around as asked at based because before behind being below beside
    besides between beyond both briefly but by can come comes could currently despite did do does doing
    down due during each earlier early either ever every everyone experts finally first following for
    former four from further given had has have having he her here his how however i if in indeed inside
    instead into is it its just last late later let like many may maybe meanwhile might moreover more
    most much must my nearly neither never nevertheless new no none nor not nothing now of off officials
    often on once one only or other others our out outside over part people perhaps police prior rather
    recent recently regarding reports reporters residents said says second see several she should
    similarly since so some soon sources speaking still such than that the their them then there
    therefore these they third this those though three through throughout thus till to today together
    too two under unlike until up upon us very was we were what when where whereas whether which while
    who whom whose why will with within without witnesses would yes yet you your by ok god internet
    monday tuesday wednesday thursday friday saturday sunday january february october november december
    covid christmas easter ramadan strengthening concerns updated published breaking exclusive watch
    read analysis opinion""".split()
)
GIVEN_VERBS = frozenset(
    """accused added addressed admitted agreed also announced answered appeared approved argued arrived
    asked assumed became began believes called came can claimed concluded confirmed continued could
    decided declared declined denied described did died does expressed faces flew gave had has headed
    hoped intends is joined kept killed landed leads left lost made may meets met might must needs noted
    offered ordered plans pledged praised pressed promised proposed refused rejected replied reported
    resigned responded returned ruled said says served signed speaks spoke stated stressed suggested
    thanked told took traveled travelled urged visited visits voted vowed wants warned was welcomed went
    will won wrote would""".split()
)
PARTICLES = frozenset("al bin da dal de del della der di do dos du el ibn la le ten ter van von y zu".split())
ROMAN = frozenset("ii iii iv v vi vii viii ix x xi xii jr sr".split())
NATIONAL_ACRONYMS = frozenset("US U.S USA U.S.A UK U.K UAE DPRK PRC ROK DC D.C EU".split())
# Capitalised things that are neither person, place nor organisation.
THINGS = frozenset(
    """accord accords act agenda article section chapter page room flight agreement amendment anniversary
    award awards bill championship charter championships convention cup day days declaration deal
    earthquake election elections festival games hurricane initiative law medal olympics operation order
    pact plan prize program project protocol resolution revolution strategy treaty typhoon tropical war
    week year constitution covenant open prix""".split()
)
# What ministries and departments are for, besides the words of an office: they follow an "and".
FIELDS = frozenset(
    """aviation commerce communications cooperation culture development drug exchange fisheries food
    forestry human infrastructure innovation planning reconstruction research science social space sport
    sports standards technology telecommunications tourism tribal urban veterans welfare""".split()
)
# After one of these a capitalised word that opens the sentence is most likely somebody.
SPEAKING_VERBS = frozenset(
    """added admitted agreed announced answered argued asked claimed conceded confirmed declined denied
    explained insisted joked pledged promised replied responded said says stated stressed suggested
    thanked told tweeted vowed warned wrote""".split()
)
# Organisations that one word names, and the words that begin a place's name.
LONE_ORGANISATIONS = frozenset({"pentagon", "kremlin", "interpol", "congress"})
PLACES_FIRST = frozenset({"lake", "mount", "cape", "port", "gulf", "bay", "fort", "camp"})
