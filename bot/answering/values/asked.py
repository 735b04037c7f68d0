"""What a span says once the kind asked for is known: "1850" a year, "45" an age, "nobody" a number, "Kailua" a place."""

import re
from collections.abc import Iterable
from fractions import Fraction

from bot.answering.values.bare import bare_ages, bare_sums, bare_times
from bot.answering.values.dates.calendar_words import MONTHS, SMALL_NUMBERS
from bot.answering.values.dates.expressions import DateExpression, PeriodExpression, Unit
from bot.answering.values.dates.tense import tense_before
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.names.spans import name_of_span
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.clock import read_time
from bot.answering.values.quantities.counting import befallen, counted_noun
from bot.answering.values.quantities.shares import asked_share
from bot.answering.values.quantities.spells import asked_spell
from bot.answering.values.readings import Content, Reading

_YEAR = re.compile(
    r"(?<![\w.,$€£-])(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,:-][0-9])(?:/(?P<next>[0-9]{2})(?![\w/]))?"
)
_DAY = re.compile(r"(?:on[ ])?(?:the[ ])?(?P<day>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)")
_MONTH = re.compile(
    rf"(?:in[ ])?(?P<month>{'|'.join(name.capitalize() for name in MONTHS if len(name) > 2)})"
)
_AHEAD = re.compile(
    rf"(?<!\w)in[ ](?:about[ ]|around[ ]|roughly[ ])?(?P<amount>[1-9][0-9]{{0,2}}|{'|'.join(SMALL_NUMBERS)})[ ]"
    r"(?P<unit>day|week|month|year|decade)s?(?!\w)",
    re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"}
_CLOCK = re.compile(r"(?<![\w.:/])[0-9]{1,2}[:.h][0-9]{2}(?![\w])")
_ZERO = re.compile(r"(?:no[ ]one|nobody|none|not[ ](?:one|a[ ]single)|zero|no)(?!\w)", re.IGNORECASE)
_BOTH = re.compile(r"both(?!\w)", re.IGNORECASE)
_ONE = re.compile(r"(?:(?:an?|the|only|just)[ ])*(?:single|lone|sole|one)(?!\w)", re.IGNORECASE)


def read_as_asked(text: str, start: int, end: int, wanted: Kind | None) -> Reading | None:
    """Read the span as a value of the *wanted* kind where no mention of that kind was recognised in it."""
    found = None
    if wanted is Kind.DATE:
        found = _date(text, start, end)
    elif wanted is Kind.TIME:
        found = _time(text, start, end)
    elif wanted is Kind.NUMBER:
        found = _number(text, start, end)
    elif wanted is Kind.PERCENT and (share := asked_share(text, start, end)):
        found = (share.start, share.end, share.quantity)
    elif wanted is Kind.MONEY:
        found = _of(bare_sums(text), start, end)
    elif wanted is Kind.DURATION:
        found = _length(text, start, end)
    elif wanted in NAMES and wanted is not None:
        name = name_of_span(text, start, end, wanted)
        found = (name.start, name.end, name.name) if name else None
    if found is None or wanted is None:
        return None
    return Reading(Mention(found[0], found[1], wanted), found[2])


def _date(text: str, start: int, end: int) -> tuple[int, int, Content] | None:
    ahead = _AHEAD.search(text, max(0, start - len("in about ")), end)
    if ahead and ahead.end() > start and tense_before(text, ahead.start()) != "past":
        word = ahead["amount"].lower()
        amount = int(word) if word.isdigit() else SMALL_NUMBERS[word]
        return (*ahead.span(), DateExpression(unit=_UNITS[ahead["unit"].lower()], amount=amount))
    day = _DAY.fullmatch(text, start, end)
    if day:
        return (*day.span(), DateExpression(day=int(day["day"])))
    month = _MONTH.fullmatch(text, start, end)
    if month:
        return (*month.span(), DateExpression(month=MONTHS[month["month"].lower()]))
    year = _YEAR.search(text, start, end)
    if year is None or counted_noun(text, year.end(), several=True):
        return None
    first = DateExpression(year=int(year["year"]))
    if year["next"] is None:
        return (*year.span(), first)
    last = int(year["year"]) // 100 * 100 + int(year["next"])
    return (*year.span(), PeriodExpression(first, DateExpression(year=last)))


def _time(text: str, start: int, end: int) -> tuple[int, int, Content] | None:
    clock = _CLOCK.search(text, start, end)
    time = read_time(text, clock.start(), asked=True) if clock else None
    if time is None:
        time = next((one for one in bare_times(text) if one.start < end and start < one.end), None)
    return (time.start, time.end, time.time) if time else None


def _number(text: str, start: int, end: int) -> tuple[int, int, Content] | None:
    match, amount = _ZERO.match(text, start, end), Fraction(0)
    if match is None:
        match, amount = _BOTH.match(text, start, end), Fraction(2)
    if match is None:
        match, amount = _ONE.match(text, start, end), Fraction(1)
    if match is None:
        return None
    number = Quantity(
        Kind.NUMBER,
        amount,
        amount,
        amount,
        str(amount),
        None,
        counted_noun(text, match.end(), several=amount != 1),
        befallen(text, *match.span()),
    )
    return (*match.span(), number)


def _length(text: str, start: int, end: int) -> tuple[int, int, Content] | None:
    spell = asked_spell(text, start, end)
    if spell:
        return spell.start, spell.end, spell.quantity
    return _of(bare_ages(text), start, end)


def _of(quantities: Iterable[FoundQuantity], start: int, end: int) -> tuple[int, int, Content] | None:
    found = next((one for one in quantities if one.start < end and start < one.end), None)
    return (found.start, found.end, found.quantity) if found else None
