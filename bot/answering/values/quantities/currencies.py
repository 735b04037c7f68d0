"""Currencies as symbols, codes and words. No rates: different currencies are never compared."""

# Own table and not Babel: its English names take 0.18 s to load, on every question, and know neither "bucks"
# nor which of several dollars a bare sign most often means.

from fractions import Fraction

SYMBOLS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",  # as English-language agencies use it; another dollar is written with its letters
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "₮": "MNT",
    "₲": "PYG",
    "₸": "KZT",
    "₾": "GEL",
    "₵": "GHS",
    "GH₵": "GHS",
    "₡": "CRC",
    "₭": "LAK",
    "RM": "MYR",
    "Rp": "IDR",
    "KSh": "KES",
    "Tk": "BDT",
}
CODES = frozenset(
    """USD EUR GBP JPY CNY CHF AUD CAD NZD HKD TWD SGD BRL INR RUB KRW UAH TRY ILS SEK NOK DKK PLN CZK HUF
    ZAR MXN AZN GEL AMD KZT RMB IDR MYR THB PHP VND NGN EGP SAR AED QAR PKR LKR BDT ARS CLP COP PEN RON BGN""".split()
)
CODE_ALIASES = {"RMB": "CNY"}
_WORDS = {
    "USD": "dollar|dollars|bucks|us dollar|us dollars|u.s. dollars|u.s. dollar|american dollars|american dollar",
    "EUR": "euro|euros",
    "GBP": "pound sterling|pounds sterling|british pounds|british pound",
    "JPY": "yen|japanese yen",
    "CNY": "yuan|renminbi|chinese yuan",
    "INR": "rupee|rupees",
    "KRW": "won",
    "UAH": "hryvnia|hryvnias|hryvnya",
    "TRY": "lira|liras",
    "RUB": "rouble|roubles|ruble|rubles",
    "ILS": "shekel|shekels|new shekels",
    "BRL": "real|reais|brazilian real|brazilian reais",
    "ZAR": "rand|south african rand",
    "AZN": "manat|manats",
    "PLN": "zloty|zlotys",
    "CZK": "koruna|korunas",
    "HUF": "forint|forints",
    "NGN": "naira",
    "THB": "baht",
    "IDR": "rupiah",
    "MYR": "ringgit",
    "BDT": "taka",
    "VND": "dong",
    "MNT": "tugrik|tugriks|togrog|tögrög",
    "VUV": "vatu",
    "LSL": "loti|maloti",
    "PYG": "guarani|guaranis|guaraní|guaraníes|guaranies",
    "KZT": "tenge",
    "GEL": "lari|laris",
    "AMD": "dram|drams",
    "BGN": "lev|leva|levs",
    "MKD": "denar|denars",
    "ALL": "lek|leks|lekë",
    "GHS": "cedi|cedis",
    "ETB": "birr",
    "BWP": "pula",
    "SZL": "lilangeni|emalangeni",
    "MZN": "metical|meticais|meticals",
    "AOA": "kwanza|kwanzas",
    "MGA": "ariary",
    "GMD": "dalasi|dalasis",
    "SLE": "leone|leones",
    "MRU": "ouguiya",
    "ERN": "nakfa",
    "CVE": "escudo|escudos",
    "STN": "dobra|dobras",
    "PGK": "kina",
    "TOP": "paanga|pa'anga|pa’anga|paʻanga",
    "WST": "tala",
    "BTN": "ngultrum|ngultrums",
    "MVR": "rufiyaa",
    "LAK": "kip",
    "KHR": "riel|riels",
    "MMK": "kyat|kyats",
    "MOP": "pataca|patacas",
    "AFN": "afghani|afghanis",
    "TJS": "somoni",
    "TMT": "turkmen manat",
    "HTG": "gourde|gourdes",
    "HNL": "lempira|lempiras",
    "NIO": "cordoba|cordobas|córdoba|córdobas",
    "GTQ": "quetzal|quetzals|quetzales",
    "CRC": "colones|colóns",
    "PAB": "balboa|balboas",
    "PEN": "soles|nuevos soles|peruvian sol",
    "BOB": "boliviano|bolivianos",
    "VES": "bolivar|bolivars|bolívar|bolívares|bolivares",
    "som": "som|soms",
    "leu": "leu|lei",
    "kwacha": "kwacha|kwachas",
    "peso": "peso|pesos",
    "franc": "franc|francs",
    "krone": "krone|kroner|krona|kronor|crowns",
    "dinar": "dinar|dinars",
    "dirham": "dirham|dirhams",
    "riyal": "riyal|riyals|rial|rials",
    "shilling": "shilling|shillings",
}
# Whose they are said to be, and the code: "Mexican pesos".
_NATIONAL = {
    "dollar|dollars": """australian:AUD canadian:CAD hong_kong:HKD singapore:SGD taiwan:TWD new_zealand:NZD jamaican:JMD
    fijian:FJD namibian:NAD bahamian:BSD barbadian:BBD guyanese:GYD surinamese:SRD belize:BZD liberian:LRD zimbabwean:ZWL
    brunei:BND bermudian:BMD cayman:KYD east_caribbean:XCD solomon_islands:SBD trinidad_and_tobago:TTD""",
    "pound|pounds": "egyptian:EGP lebanese:LBP syrian:SYP sudanese:SDG",
    "rupee|rupees": "indian:INR pakistani:PKR sri_lankan:LKR nepalese:NPR nepali:NPR",
    "won": "south_korean:KRW korean:KRW north_korean:KPW",
    "lira|liras": "turkish:TRY",
    "ruble|rubles|rouble|roubles": "russian:RUB belarusian:BYN",
    "peso|pesos": """mexican:MXN argentine:ARS argentinian:ARS chilean:CLP colombian:COP philippine:PHP
    cuban:CUP uruguayan:UYU dominican:DOP""",
    "franc|francs": "swiss:CHF cfa:XOF congolese:CDF rwandan:RWF burundian:BIF guinean:GNF pacific:XPF "
    "djiboutian:DJF comorian:KMF",
    "som|soms": "kyrgyz:KGS uzbek:UZS",
    "leu|lei": "romanian:RON moldovan:MDL",
    "kwacha|kwachas": "zambian:ZMW malawian:MWK",
    "krone|kroner|krona|kronor|crowns": "norwegian:NOK danish:DKK swedish:SEK icelandic:ISK",
    "dinar|dinars": "iraqi:IQD kuwaiti:KWD jordanian:JOD algerian:DZD serbian:RSD libyan:LYD tunisian:TND bahraini:BHD",
    "dirham|dirhams": "uae:AED emirati:AED moroccan:MAD",
    "riyal|riyals|rial|rials": "saudi:SAR qatari:QAR iranian:IRR omani:OMR yemeni:YER",
    "shilling|shillings": "kenyan:KES ugandan:UGX tanzanian:TZS somali:SOS",
}
CURRENCY_WORDS = {word: code for code, words in _WORDS.items() for word in words.split("|")}
CURRENCY_WORDS |= {
    f"{whose.partition(':')[0].replace('_', ' ')} {word}": whose.partition(":")[2]
    for words, national in _NATIONAL.items()
    for word in words.split("|")
    for whose in national.split()
}
# Hundredths, by the currency that they most often are of.
SUBUNITS = {
    "cent": "USD",
    "cents": "USD",
    "pence": "GBP",
    "penny": "GBP",
    "kopeks": "RUB",
    "euro cents": "EUR",
}
SUBUNIT_SIZE = Fraction(1, 100)
CURRENCY_WORDS |= SUBUNITS
# What a sign or a word alone may also stand for. Anything else says itself whose it is.
_OPEN = {
    "$": """USD AUD CAD NZD HKD TWD SGD JMD FJD NAD BSD BBD GYD SRD BZD LRD ZWL BND BMD KYD XCD SBD TTD""",
    "¥": "JPY CNY",
    "£": "GBP EGP LBP SYP SDG",
    "rs": "INR PKR LKR NPR",
    "won": "KRW KPW",
    "lira": "TRY LBP SYP",
    "ruble": "RUB BYN",
    "peso": "MXN ARS CLP COP PHP CUP UYU DOP",
    "franc": "CHF XOF CDF RWF BIF GNF XPF DJF KMF",
    "som": "KGS UZS",
    "leu": "RON MDL",
    "kwacha": "ZMW MWK",
    "krone": "NOK DKK SEK ISK",
    "dinar": "IQD KWD JOD DZD RSD LYD TND BHD",
    "dirham": "AED MAD",
    "riyal": "SAR QAR IRR OMR YER",
    "shilling": "KES UGX TZS",
}
_SAME_AS = {
    "dollar": "$",
    "dollars": "$",
    "bucks": "$",
    "cent": "$",
    "cents": "$",
    "pound": "£",
    "pounds": "£",
    "rs.": "rs",
    "rupee": "rs",
    "rupees": "rs",
    "liras": "lira",
    "rubles": "ruble",
    "rouble": "ruble",
    "roubles": "ruble",
    "crowns": "krone",
    "krona": "krone",
    "kronor": "krone",
    "kroner": "krone",
    "rial": "riyal",
    "lei": "leu",
    "rials": "riyal",
}
CURRENCIES = frozenset(CURRENCY_WORDS.values()) - _OPEN.keys()
CURRENCY_FAMILIES = {name: frozenset(codes.split()) for name, codes in _OPEN.items()}


def currencies_meant(written: str) -> frozenset[str]:
    """Return the currencies that a sign or a word may stand for besides its first; none if it says whose it is."""
    word = written.lower()
    name = _SAME_AS.get(word, word)
    return CURRENCY_FAMILIES.get(name) or CURRENCY_FAMILIES.get(name.removesuffix("s")) or frozenset()
