"""A small table of places that everyone knows; what is not in it is not guessed."""

from bot.answering.values.names.naming import folded

_COUNTRIES = """Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain
Bangladesh|Belarus|Belgium|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Bulgaria|Cambodia
Cameroon|Canada|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic
Denmark|Djibouti|Dominican Republic|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Ethiopia|Fiji
Finland|France|Gabon|Georgia|Germany|Ghana|Greece|Greenland|Guatemala|Guinea|Haiti|Honduras
Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan
Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg
Madagascar|Malawi|Malaysia|Mali|Malta|Mauritania|Mexico|Moldova|Mongolia|Montenegro|Morocco
Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea
North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru
Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Sierra Leone
Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan
Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tunisia|Turkey|Turkmenistan
Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Venezuela
Vietnam|Yemen|Zambia|Zimbabwe"""
_STATES = """Alabama AL Ala.|Alaska AK|Arizona AZ Ariz.|Arkansas AR Ark.|California CA Calif.|Colorado CO Colo.
Connecticut CT Conn.|Delaware DE Del.|Florida FL Fla.|Hawaii HI|Idaho ID|Illinois IL Ill.
Indiana IN Ind.|Iowa IA|Kansas KS Kan.|Kentucky KY Ky.|Louisiana LA La.|Maine ME|Maryland MD Md.
Massachusetts MA Mass.|Michigan MI Mich.|Minnesota MN Minn.|Mississippi MS Miss.|Missouri MO Mo.
Montana MT Mont.|Nebraska NE Neb.|Nevada NV Nev.|New_Hampshire NH N.H.|New_Jersey NJ N.J.
New_Mexico NM N.M.|North_Carolina NC N.C.|North_Dakota ND N.D.|Ohio OH|Oklahoma OK Okla.
Oregon OR Ore.|Pennsylvania PA Pa.|Rhode_Island RI R.I.|South_Carolina SC S.C.
South_Dakota SD S.D.|Tennessee TN Tenn.|Texas TX Tex.|Utah UT|Vermont VT Vt.|Virginia VA Va.
West_Virginia WV W.Va.|Wisconsin WI Wis.|Wyoming WY Wyo."""
_CITIES = """Honolulu:Hawaii|Pearl Harbor:Hawaii|Los Angeles:California|San Francisco:California
San Diego:California|Chicago:Illinois|Houston:Texas|Dallas:Texas|Austin:Texas|Boston:Massachusetts
Seattle:Washington State|Miami:Florida|Atlanta:Georgia (U.S.)|Detroit:Michigan
Philadelphia:Pennsylvania|Denver:Colorado|Las Vegas:Nevada|Phoenix:Arizona|New Orleans:Louisiana
Washington, D.C.:United States|New York:United States|Washington:United States|Tokyo:Japan
Osaka:Japan|Kyoto:Japan|Hiroshima:Japan|Okinawa:Japan|Beijing:China|Shanghai:China|Hong Kong:China
Seoul:South Korea|Pyongyang:North Korea|Taipei:Taiwan|Hanoi:Vietnam|Bangkok:Thailand
Manila:Philippines|Jakarta:Indonesia|Kuala Lumpur:Malaysia|New Delhi:India|Mumbai:India
Islamabad:Pakistan|Karachi:Pakistan|Kabul:Afghanistan|Dhaka:Bangladesh|Tehran:Iran|Baghdad:Iraq
Damascus:Syria|Beirut:Lebanon|Jerusalem:|Tel Aviv:Israel|Gaza:|Gaza Strip:|West Bank:
Riyadh:Saudi Arabia|Doha:Qatar|Dubai:United Arab Emirates|Abu Dhabi:United Arab Emirates
Ankara:Turkey|Istanbul:Turkey|Cairo:Egypt|Tripoli:Libya|Tunis:Tunisia|Nairobi:Kenya|Lagos:Nigeria
Abuja:Nigeria|Addis Ababa:Ethiopia|Johannesburg:South Africa|Cape Town:South Africa|Moscow:Russia
St. Petersburg:Russia|Kyiv:Ukraine|Kharkiv:Ukraine|Odesa:Ukraine|Lviv:Ukraine|Crimea:
Donetsk:Ukraine|Minsk:Belarus|Warsaw:Poland|Berlin:Germany|Munich:Germany|Frankfurt:Germany
Hamburg:Germany|Paris:France|Marseille:France|London:United Kingdom|Manchester:United Kingdom
Edinburgh:United Kingdom|Scotland:United Kingdom|Wales:United Kingdom|England:United Kingdom
Northern Ireland:United Kingdom|Dublin:Ireland|Brussels:Belgium|Amsterdam:Netherlands
The Hague:Netherlands|Madrid:Spain|Barcelona:Spain|Lisbon:Portugal|Rome:Italy|Milan:Italy
Venice:Italy|Vienna:Austria|Geneva:Switzerland|Zurich:Switzerland|Davos:Switzerland
Stockholm:Sweden|Oslo:Norway|Copenhagen:Denmark|Helsinki:Finland|Tallinn:Estonia|Riga:Latvia
Vilnius:Lithuania|Prague:Czech Republic|Budapest:Hungary|Bratislava:Slovakia|Bucharest:Romania
Sofia:Bulgaria|Belgrade:Serbia|Athens:Greece|Baku:Azerbaijan|Yerevan:Armenia|Tbilisi:Georgia
Astana:Kazakhstan|Tashkent:Uzbekistan|Ottawa:Canada|Toronto:Canada|Montreal:Canada
Vancouver:Canada|Ontario:Canada|Quebec:Canada|Mexico City:Mexico|Havana:Cuba|Caracas:Venezuela
Bogotá:Colombia|Lima:Peru|Santiago:Chile|Buenos Aires:Argentina|Brasília:Brazil|São Paulo:Brazil
Rio de Janeiro:Brazil|Sydney:Australia|Melbourne:Australia|Canberra:Australia|Western Australia:Australia
Western Sahara:|South Australia:Australia|Wellington:New Zealand|Auckland:New Zealand
Guam:United States|Europe:|Asia:|Africa:|Antarctica:
Latin America:|Middle East:|Indo-Pacific:|Asia-Pacific:|Arctic:|Balkans:|Caucasus:"""
_ALIASES = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "United States of America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "Emirates": "United Arab Emirates",
    "DPRK": "North Korea",
    "ROK": "South Korea",
    "Republic of Korea": "South Korea",
    "PRC": "China",
    "People's Republic of China": "China",
    "Czechia": "Czech Republic",
    "Türkiye": "Turkey",
    "Burma": "Myanmar",
    "Russian Federation": "Russia",
    "Washington DC": "Washington, D.C.",
    "Washington, DC": "Washington, D.C.",
    "D.C.": "Washington, D.C.",
    "DC": "Washington, D.C.",
    "District of Columbia": "Washington, D.C.",
    "New York City": "New York",
    "L.A.": "Los Angeles",
    "Kiev": "Kyiv",
    "Kharkov": "Kharkiv",
    "Odessa": "Odesa",
    "Peking": "Beijing",
    "NYC": "New York",
    "Vatican": "Vatican City",
    "Holy See": "Vatican City",
}
_DEMONYMS = """Afghan American Arab Argentine Argentinian Armenian Asian African Australian Austrian Azerbaijani
Belarusian Belgian Bolivian Brazilian British Bulgarian Canadian Catholic Chilean Chinese Christian
Colombian Croatian Cuban Czech Danish Dutch Egyptian English Ethiopian European Filipino Finnish
French Georgian German Greek Hungarian Indian Indonesian Iranian Iraqi Irish Islamic Israeli Italian
Japanese Jewish Jordanian Kenyan Korean Kurdish Latvian Lebanese Libyan Lithuanian Malaysian Mexican
Muslim Nigerian Norwegian Pakistani Palestinian Peruvian Philippine Polish Portuguese Qatari
Romanian Russian Saudi Scottish Serbian Singaporean Slovak Spanish Sudanese Swedish Swiss Syrian
Taiwanese Thai Tunisian Turkish Ukrainian Venezuelan Vietnamese Welsh Western Yemeni Republican
Republicans Democrat Democrats Democratic"""
DEMONYMS = frozenset(_DEMONYMS.lower().split())

_PARENTS: dict[str, str] = {}
_CANONICAL: dict[str, str] = {}


def _fill() -> None:
    for country in _COUNTRIES.replace("\n", "|").split("|"):
        _CANONICAL[folded(country)] = country
    for entry in _STATES.replace("\n", "|").split("|"):
        name, *short = entry.split()
        state = name.replace("_", " ")
        _CANONICAL.setdefault(folded(state), state)
        _PARENTS[state] = "United States"
        STATE_SHORT.update(dict.fromkeys(short, state))
    for entry in _CITIES.replace("\n", "|").split("|"):
        city, _, parent = entry.partition(":")
        _CANONICAL.setdefault(folded(city), city)
        if parent:
            _PARENTS[city] = parent
    _CANONICAL.update({folded(alias): place for alias, place in _ALIASES.items()})
    _CANONICAL[folded("Vatican City")] = "Vatican City"
    _PARENTS["Georgia (U.S.)"] = _PARENTS["Washington State"] = "United States"


# "LA" and "Ill." are states only after a city's name: they are looked up apart.
STATE_SHORT: dict[str, str] = {}
_fill()


def known_place(text: str) -> str | None:
    """Return the table's name of the place that *text* names ("U.S." is "United States"); None if unknown."""
    name = folded(text)
    return _CANONICAL.get(name) or _CANONICAL.get(name.removeprefix("the "))


def enclosing(place: str) -> tuple[str, ...]:
    """Return the places that the table says *place*, one of its names, lies in, the nearest first."""
    found: list[str] = []
    while (parent := _PARENTS.get(place)) is not None:
        found.append(parent)
        place = parent
    return tuple(found)
