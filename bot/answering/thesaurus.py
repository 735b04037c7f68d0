"""Words that news uses for one another. What the first reader has instead of trained weights.

Set by hand, for any news story: movements, meetings, offices, accidents, votes, money. A group is a line;
its words count as near in meaning, not equal. all-MiniLM-L6-v2's vectors of single words are no
substitute: "start" and "begin" lie at 0.84, but "return" and "home", or "killed" and "died", below 0.6.
"""

from bot.answering.terms import stem_of

SYNONYM = 0.85  # what a word of the same group is worth beside the same word, which is worth 1

_GROUPS = """
old age aged
visit trip tour journey travel stay voyage
visit go travel head fly
meet meeting talks talk summit discuss discussion see exchange interaction encounter receive conversation speak
start begin open commence launch beginning onset departure depart embark
end finish conclude close conclusion
return home back
speech address keynote speak remarks lecture speaker
office post job portfolio position
assume take took become appoint appointed sworn
announce announcement declare reveal unveil tell told
say tell told state comment remark statement
die died dead death deaths killed kill toll fatality fatalities lives lost perished victims drowned loss
hurt injured injury injuries wounded wound
missing unaccounted lost
rescue rescued save saved pulled survivors survived ashore
aboard board carrying carry passengers
ship vessel ferry boat
sink sank sunk sinking capsize capsized disaster accident
crash collision collide accident
cause caused reason blame blamed
operate operated operator operates run runs
build built builder construct constructed construction
company firm business operator manufacturer maker
cost price costs worth value budget expense spend spent pay paying
fund money funding aid compensation
sign signed signatory sign-up joined join
deal agreement accord pact treaty compact
delegation delegate delegates
attend attendance participants participant take-part turnout crowd spectators visitors
protest protested demonstration demonstrators demonstrated rally march
win won winner victory defeat defeated beat
lead led margin ahead gap
vote votes ballot ballots poll polls election elections
recount count counting counted
turnout participation
elected election governor winner
chair chairs chaired chairman chairwoman head heads headed lead leads led president
command commander commands commanded captain skipper
chief boss head leader director secretary minister
minister secretary
seize seized capture captured arrest arrested detain detained
cancel cancelled called-off scrap scrapped
postpone postponed delay delayed slip slipped put-off
launch launched liftoff lift-off lift blast-off
mission flight
crew astronaut astronauts
venue building hall centre center palace
held host hosted hosts
press reporters journalists media
hope hopes want wants wish
write wrote written author byline
permit permitted licensed licence license certified allowed certificate capacity
protest angry anger
plan planned intend intends aim aims goal purpose
reject rejected invalid discarded thrown
child children kids
military army troops forces armed
country nation state
japan japanese tokyo
boss chief head
company firm
gathering forum conference event
"""  # fmt: skip


def _read_groups(text: str) -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for line in text.strip().splitlines():
        stems = {stem_of(word.replace("-", "")) for word in line.split()}
        for stem in stems:
            near.setdefault(stem, set()).update(stems - {stem})
    return {stem: frozenset(others) for stem, others in near.items()}


_NEAR = _read_groups(_GROUPS)


def near_stems(stem: str) -> frozenset[str]:
    """Return the stems that news uses for *stem*."""
    return _NEAR.get(stem, frozenset())
