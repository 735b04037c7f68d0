"""Whose a body is, by the adjective that its name begins with: "Japanese Defense Ministry" is Japan's."""

from bot.answering.terms import stem_of

_DEMONYMS = """afghan:afghanistan albanian:albania algerian:algeria american:united_states angolan:angola argentine:argentina
argentinian:argentina armenian:armenia australian:australia austrian:austria azerbaijani:azerbaijan
bahraini:bahrain bangladeshi:bangladesh belarusian:belarus belgian:belgium bolivian:bolivia bosnian:bosnia
brazilian:brazil british:united_kingdom bulgarian:bulgaria burmese:myanmar cambodian:cambodia cameroonian:cameroon
canadian:canada chilean:chile chinese:china colombian:colombia congolese:congo croatian:croatia cuban:cuba
cypriot:cyprus czech:czech_republic danish:denmark dutch:netherlands ecuadorian:ecuador egyptian:egypt
emirati:united_arab_emirates eritrean:eritrea estonian:estonia ethiopian:ethiopia filipino:philippines
philippine:philippines finnish:finland french:france georgian:georgia german:germany ghanaian:ghana greek:greece
guatemalan:guatemala haitian:haiti honduran:honduras hungarian:hungary icelandic:iceland indian:india
indonesian:indonesia iranian:iran iraqi:iraq irish:ireland israeli:israel italian:italy jamaican:jamaica
japanese:japan jordanian:jordan kazakh:kazakhstan kenyan:kenya kosovar:kosovo kuwaiti:kuwait kyrgyz:kyrgyzstan
lao:laos latvian:latvia lebanese:lebanon liberian:liberia libyan:libya lithuanian:lithuania malaysian:malaysia
malian:mali maltese:malta mexican:mexico moldovan:moldova mongolian:mongolia montenegrin:montenegro
moroccan:morocco mozambican:mozambique namibian:namibia nepalese:nepal nepali:nepal nicaraguan:nicaragua
nigerian:nigeria nigerien:niger norwegian:norway omani:oman pakistani:pakistan palestinian:palestine
panamanian:panama paraguayan:paraguay peruvian:peru polish:poland portuguese:portugal qatari:qatar
romanian:romania russian:russia rwandan:rwanda salvadoran:el_salvador saudi:saudi_arabia senegalese:senegal
serbian:serbia singaporean:singapore slovak:slovakia slovenian:slovenia somali:somalia spanish:spain
sudanese:sudan swedish:sweden swiss:switzerland syrian:syria taiwanese:taiwan tajik:tajikistan tanzanian:tanzania
thai:thailand tunisian:tunisia turkish:turkey turkmen:turkmenistan ugandan:uganda ukrainian:ukraine
uruguayan:uruguay uzbek:uzbekistan venezuelan:venezuela vietnamese:vietnam yemeni:yemen zambian:zambia
zimbabwean:zimbabwe us:united_states usa:united_states uk:united_kingdom"""
# From an adjective, or a short form, to the country's own words.
COUNTRY_WORDS = {
    adjective: tuple(country.split("_"))
    for adjective, _, country in (entry.partition(":") for entry in _DEMONYMS.split())
}
COUNTRIES = frozenset(COUNTRY_WORDS.values())

# Further words for a country.
_ALSO = {
    "america": "united_states",
    "britain": "united_kingdom",
    "england": "united_kingdom",
    "holland": "netherlands",
    "czechia": "czech_republic",
    "burma": "myanmar",
}

# Where a government or an office sits, which stands for whose it is ("the Pentagon chief", "Tokyo's minister").
_SEATS = """pentagon:us_defense kremlin:russian abuja:nigeria ankara:turkey athens:greece baghdad:iraq bangkok:thailand
beijing:china berlin:germany bogota:colombia brussels:belgium cairo:egypt canberra:australia caracas:venezuela
copenhagen:denmark delhi:india dublin:ireland hanoi:vietnam havana:cuba helsinki:finland islamabad:pakistan
jakarta:indonesia kabul:afghanistan kyiv:ukraine lima:peru lisbon:portugal london:united_kingdom madrid:spain
manila:philippines minsk:belarus moscow:russia nairobi:kenya oslo:norway ottawa:canada paris:france prague:czech_republic
pretoria:south_africa pyongyang:north_korea riyadh:saudi_arabia rome:italy santiago:chile seoul:south_korea
stockholm:sweden taipei:taiwan tallinn:estonia tehran:iran tokyo:japan vienna:austria vilnius:lithuania warsaw:poland
washington:united_states wellington:new_zealand"""


def _by_stem() -> dict[str, tuple[tuple[str, ...], ...]]:
    words = COUNTRY_WORDS | {word: tuple(country.split("_")) for word, country in _ALSO.items()}
    wordings: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for word, country in words.items():
        named = tuple(map(stem_of, country))
        wordings.setdefault(named, {named}).add((stem_of(word),))
    return {
        way[0]: tuple(sorted(ways)) for ways in wordings.values() for way in sorted(ways) if len(way) == 1
    }


_WORDINGS = _by_stem()


def _meanings(owner: str) -> tuple[frozenset[str], ...]:
    stems = tuple(map(stem_of, owner.split("_")))
    ways = next((ways for ways in _WORDINGS.values() if stems in ways), (stems,))
    return tuple(map(frozenset, ways))


# The stems of every wording that a seat stands for, by its own stem.
SEATS: dict[str, tuple[frozenset[str], ...]] = {
    stem_of(seat): _meanings(owner) for seat, _, owner in (entry.partition(":") for entry in _SEATS.split())
}


def wordings_of_country(stem: str) -> tuple[tuple[str, ...], ...]:
    """Return every way to name the country that *stem* names, as stems in order; none if it names no country.

    "American" is "United States", "US" and "America".
    """
    return _WORDINGS.get(stem, ())
