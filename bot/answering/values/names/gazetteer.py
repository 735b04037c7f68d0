"""A small table of places that everyone knows, for recognising them in a text; where they lie, the atlas says."""

import re

from bot.answering.values.names.demonyms import COUNTRY_WORDS
from bot.answering.values.names.naming import folded

_COUNTRIES = """Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas
Bahrain|Barbados|Belize|Benin|Bhutan|Brunei|Burkina Faso|Burundi|Cape Verde|Central African Republic|Comoros
East Timor|Equatorial Guinea|Eswatini|Gambia|Guinea-Bissau|Guyana|Kiribati|Lesotho|Liechtenstein|Maldives
Marshall Islands|Mauritius|Micronesia|Monaco|Nauru|Puerto Rico|Samoa|San Marino|Seychelles|Solomon Islands
Suriname|Tonga|Trinidad and Tobago|Tuvalu|Vanuatu|Democratic Republic of the Congo|Republic of the Congo
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
_OTHERS = """Honolulu|Pearl Harbor|Los Angeles|San Francisco|San Diego|Chicago|Houston|Dallas|Austin|Boston|Seattle
Miami|Atlanta|Detroit|Philadelphia|Denver|Las Vegas|Phoenix|New Orleans|Washington, D.C.|New York
Washington|Tokyo|Osaka|Kyoto|Hiroshima|Okinawa|Beijing|Shanghai|Hong Kong|Seoul|Pyongyang|Taipei|Hanoi
Bangkok|Manila|Jakarta|Kuala Lumpur|New Delhi|Mumbai|Islamabad|Karachi|Kabul|Dhaka|Tehran|Baghdad
Damascus|Beirut|Jerusalem|Tel Aviv|Gaza|Gaza Strip|West Bank|Riyadh|Doha|Dubai|Abu Dhabi|Ankara|Istanbul
Cairo|Tripoli|Tunis|Nairobi|Lagos|Abuja|Addis Ababa|Johannesburg|Cape Town|Moscow|St. Petersburg|Kyiv
Kharkiv|Odesa|Lviv|Crimea|Donetsk|Minsk|Warsaw|Berlin|Munich|Frankfurt|Hamburg|Paris|Marseille|London
Manchester|Edinburgh|Scotland|Wales|England|Northern Ireland|Dublin|Brussels|Amsterdam|The Hague|Madrid
Barcelona|Lisbon|Rome|Milan|Venice|Vienna|Geneva|Zurich|Davos|Stockholm|Oslo|Copenhagen|Helsinki|Tallinn
Riga|Vilnius|Prague|Budapest|Bratislava|Bucharest|Sofia|Belgrade|Athens|Baku|Yerevan|Tbilisi|Astana
Tashkent|Ottawa|Toronto|Montreal|Vancouver|Ontario|Quebec|Mexico City|Havana|Caracas|Bogotá|Lima|Santiago
Buenos Aires|Brasília|São Paulo|Rio de Janeiro|Sydney|Melbourne|Canberra|Western Australia|Western Sahara
South Australia|Wellington|Auckland|Guam|Europe|Asia|Africa|Antarctica|Latin America|Middle East
Indo-Pacific|Asia-Pacific|Arctic|Balkans|Caucasus|New South Wales|Queensland|Tasmania|British Columbia
Nova Scotia|Manitoba|Saskatchewan|Alberta|Yukon|Nunavut|Bavaria|Saxony|Catalonia|Andalusia|Normandy
Brittany|Sicily|Sardinia|Lombardy|Tuscany|Siberia|Chechnya|Dagestan|Tatarstan|Xinjiang|Tibet
Inner Mongolia|Guangdong|Sichuan|Hubei|Hokkaido|Kyushu|Honshu|Fukushima|Nagasaki|Sapporo|Yokohama|Nagoya
Kobe|Kashmir|Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|Maharashtra|Gujarat|Kerala|Uttar Pradesh
Tamil Nadu|West Bengal|Darfur|Tigray|Amhara|Rafah|Khan Younis|Gaza City|Ramallah|Jenin|Nablus|Hebron
Mosul|Basra|Erbil|Aleppo|Idlib|Raqqa|Homs|Kandahar|Helmand|Herat|Mariupol|Bakhmut|Avdiivka|Kherson
Zaporizhzhia|Luhansk|Donbas|Kramatorsk|Sevastopol|Dnipro|Belgorod|Kursk|Wuhan|Shenzhen|Guangzhou|Chengdu
Chongqing|Tianjin|Nanjing|Lhasa|Urumqi|Busan|Incheon|Kolkata|Chennai|Bengaluru|Hyderabad|Lahore|Peshawar
Quetta|Kathmandu|Colombo|Yangon|Naypyidaw|Mandalay|Phnom Penh|Vientiane|Ho Chi Minh City|Khartoum
Omdurman|Juba|Kampala|Kigali|Kinshasa|Goma|Bamako|Niamey|Ouagadougou|Dakar|Accra|Abidjan|Monrovia
Freetown|Mogadishu|Djibouti|Asmara|Harare|Lusaka|Maputo|Luanda|Pretoria|Durban|Algiers|Rabat|Casablanca
Marrakesh|Benghazi|Alexandria|Sharm el-Sheikh|Sanaa|Aden|Hodeidah|Muscat|Manama|Kuwait City|Amman|Haifa
East Jerusalem|Glasgow|Birmingham|Liverpool|Leeds|Bristol|Cardiff|Belfast|Lyon|Nice|Toulouse|Strasbourg
Bordeaux|Naples|Turin|Florence|Palermo|Genoa|Seville|Valencia|Bilbao|Porto|Rotterdam|Antwerp|Cologne
Stuttgart|Dresden|Leipzig|Zagreb|Ljubljana|Sarajevo|Skopje|Pristina|Podgorica|Tirana|Thessaloniki|Krakow
Gdansk|Reykjavik|Chisinau|Baltimore|Pittsburgh|Cleveland|Milwaukee|Minneapolis|Kansas City|St. Louis
Memphis|Nashville|Salt Lake City|San Antonio|San Jose|Sacramento|Oakland|Tampa|Orlando|Buffalo|Brooklyn
Manhattan|Queens|Bronx|Hollywood|Calgary|Edmonton|Winnipeg|Guadalajara|Monterrey|Tijuana|Ciudad Juárez
Medellín|Quito|Guayaquil|La Paz|Asunción|Montevideo|Port-au-Prince|San Juan|Kingston|Managua|Tegucigalpa
San Salvador|Panama City|Brisbane|Perth|Adelaide|Hobart|Darwin|Christchurch|Suva|Port Moresby|Honiara
Nuuk|Southeast Asia|East Africa|West Africa|North Africa|Central Asia|South America|Central America
North America|Eastern Europe|Western Europe|Scandinavia|Persian Gulf|Red Sea|Black Sea|South China Sea
East China Sea|Strait of Hormuz|Taiwan Strait|Golan Heights"""
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
    "Holland": "Netherlands",
    "Côte d'Ivoire": "Ivory Coast",
    "Swaziland": "Eswatini",
    "Timor-Leste": "East Timor",
    "Cabo Verde": "Cape Verde",
    "DR Congo": "Democratic Republic of the Congo",
    "DRC": "Democratic Republic of the Congo",
    "Democratic Republic of Congo": "Democratic Republic of the Congo",
    "Bombay": "Mumbai",
    "Calcutta": "Kolkata",
    "Madras": "Chennai",
    "Bangalore": "Bengaluru",
    "Saigon": "Ho Chi Minh City",
    "Rangoon": "Yangon",
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
Republicans Democrat Democrats Democratic Tamil Telugu Bengali Hindi Punjabi Tibetan Uyghur Rohingya Pashtun
Hazara Hispanic Latino Latina Baltic Nordic Scandinavian Slavic Catalan Basque Flemish
Soviet Ottoman Persian Hebrew Mandarin Cantonese Buddhist Hindu Sikh Sunni Shiite Shia Orthodox Midwestern"""
DEMONYMS = frozenset(_DEMONYMS.lower().split()) | COUNTRY_WORDS.keys()

_CANONICAL: dict[str, str] = {}


def _fill() -> None:
    for country in _COUNTRIES.replace("\n", "|").split("|"):
        _CANONICAL[folded(country)] = country
    for entry in _STATES.replace("\n", "|").split("|"):
        name, *short = entry.split()
        state = name.replace("_", " ")
        _CANONICAL.setdefault(folded(state), state)
        STATE_SHORT.update(dict.fromkeys(short, state))
    for place in _OTHERS.replace("\n", "|").split("|"):
        _CANONICAL.setdefault(folded(place), place)
    _CANONICAL.update({folded(alias): place for alias, place in _ALIASES.items()})
    _CANONICAL[folded("Vatican City")] = "Vatican City"


# "LA" and "Ill." are states only after a city's name: they are looked up apart.
STATE_SHORT: dict[str, str] = {}
_fill()

_COUNTRY_KEYS = frozenset(map(folded, re.split(r"[|\n]", _COUNTRIES))) | frozenset(
    {"england", "scotland", "wales", "northern ireland", "vatican city"}
)


def is_country(text: str) -> bool:
    """Whether *text* names a country of the table, by any of its names."""
    known = known_place(text)
    return known is not None and folded(known) in _COUNTRY_KEYS


def known_place(text: str) -> str | None:
    """Return the table's name of the place that *text* names ("U.S." is "United States"); None if unknown."""
    name = folded(text)
    return _CANONICAL.get(name) or _CANONICAL.get(name.removeprefix("the "))
