"""Currencies as symbols, codes and words. No rates: different currencies are never compared."""

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
}
CODES = frozenset(
    """USD EUR GBP JPY CNY CHF AUD CAD NZD HKD TWD SGD BRL INR RUB KRW UAH TRY ILS SEK NOK DKK PLN CZK HUF
    ZAR MXN AZN GEL AMD KZT""".split()
)
_WORDS = {
    "USD": "dollar|dollars|us dollar|us dollars|u.s. dollars|u.s. dollar|american dollars|bucks",
    "AUD": "australian dollar|australian dollars",
    "CAD": "canadian dollar|canadian dollars",
    "EUR": "euro|euros",
    "GBP": "pound sterling|pounds sterling|british pounds",
    "JPY": "yen",
    "CNY": "yuan|renminbi",
    "CHF": "swiss franc|swiss francs",
    "RUB": "rouble|roubles|ruble|rubles",
    "INR": "rupee|rupees|indian rupees",
    "KRW": "won|south korean won",
    "UAH": "hryvnia|hryvnias",
    "TRY": "lira|liras|turkish lira",
    "ILS": "shekel|shekels",
    "BRL": "real|reais",
    "ZAR": "rand",
    "AZN": "manat|manats",
    "PLN": "zloty|zlotys",
}
CURRENCY_WORDS = {word: code for code, words in _WORDS.items() for word in words.split("|")}
