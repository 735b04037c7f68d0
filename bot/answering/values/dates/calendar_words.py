"""The English words of the calendar and what they stand for."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
# Months that are also names or words: without a day, a year or a preposition they are not dates.
AMBIGUOUS_MONTHS = frozenset({"march", "april", "may", "june", "august"})
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
# EDTF writes a season, a quarter and a half of a year as a month above 20.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
QUARTERS = {"first": 33, "1st": 33, "1": 33, "second": 34, "2nd": 34, "2": 34}
QUARTERS |= {"third": 35, "3rd": 35, "3": 35, "fourth": 36, "4th": 36, "4": 36, "final": 36, "last": 36}
HALVES = {"first": 40, "1st": 40, "1": 40, "second": 41, "2nd": 41, "2": 41, "latter": 41}
SMALL_NUMBERS = {
    word: number
    for number, words in enumerate(
        "one|a|an two|couple three four five six seven eight nine ten eleven twelve".split(), start=1
    )
    for word in words.split("|")
}
SMALL_NUMBERS |= dict(
    zip(
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty".split(),
        (*range(13, 21), 30, 40, 50),
        strict=True,
    )
)
# What "the first week of March" and the like can mean: days of the month, and calendar weeks over its ends.
PIECES: dict[tuple[str, str], tuple[int, int]] = {
    ("first", "week"): (1, 10),
    ("second", "week"): (6, 17),
    ("third", "week"): (13, 24),
    ("fourth", "week"): (20, 31),
    ("last", "week"): (22, 31),
    ("final", "week"): (22, 31),
    ("first", "half"): (1, 16),
    ("second", "half"): (14, 31),
    ("latter", "half"): (14, 31),
    ("first", "weekend"): (1, 8),
    ("second", "weekend"): (7, 15),
    ("third", "weekend"): (14, 22),
    ("last", "weekend"): (21, 31),
    ("final", "weekend"): (21, 31),
    ("first", "day"): (1, 1),
    ("last", "day"): (99, 99),
    ("final", "day"): (99, 99),
}
PIECES |= {
    (place, "days"): span for place, span in (("first", (1, 7)), ("last", (24, 31)), ("final", (24, 31)))
}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
DECADES = {
    word: 1900 + 10 * number
    for number, word in enumerate(
        "thirties forties fifties sixties seventies eighties nineties".split(), start=3
    )
}
CENTURIES = {
    word: number
    for number, word in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth twenty-first".split(),
        start=10,
    )
}
DAY_LIMITS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
