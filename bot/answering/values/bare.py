"""Numbers that are an age, a time of day or a sum only because one was asked for: "She is 81", "at ten", "9.1 million"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.clock import ClockTime, FoundTime
from bot.answering.values.quantities.clock_shapes import HOURS
from bot.answering.values.quantities.currencies import CURRENCIES
from bot.answering.values.readings import Reading, read_text

_OLDEST = 120
_AGE_BEFORE = re.compile(
    r"(?:^|[.!?:;][”\"’]?[ ]|(?<!\w)(?-i:[A-Z])[\w’'-]{2,20}[”\"]?,[ ]|\(|(?<!\w)(?:"
    r"aged?(?:[ ]of)?|turn(?:ed|s|ing)|reach(?:ed|es|ing)?|at|of|was|is|are|were|be|been|being|now|only|just|still|almost|"
    r"nearly|barely|about|around|some|over|under|above|below|from|before|until|till|than|least|and|or|to)[ ])$",
    re.IGNORECASE,
)
_AGE_BEHIND = re.compile(r"(?![ ]?(?:%|per[ ]?cent|p\.?m|a\.?m)|[-:/.,][0-9]|[’'])")
_HEDGED = re.compile(r"[a-z ]+ ", re.IGNORECASE)  # "under six", "at least 14"
_REACH = 26  # characters
_LARGE = 1000
_YEAR = re.compile(r"(?:in |since |by )?(?:1[5-9]|20)[0-9]{2}", re.IGNORECASE)
_PRICE_BEFORE = re.compile(
    r"(?<!\w)(?:costs?|costing|pays?|paid|paying|earn(?:s|ed)?|charg(?:es?|ed)|worth|spent|spends?|fetch(?:ed|es)?|sold for|"
    r"(?:price|fee|fine|bill|bid|sum|salary|wage|rent|fare|offer)s?(?: (?:of|is|was|at|to|rose to|fell to))?)"
    r"(?: (?:about|around|some|only|just|over|under))? $",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\w.:/,$€£])(?P<hour>1[0-9]|2[0-3]|0?[0-9])[:.h](?P<minute>[0-5][0-9])(?![\w:/%]|[.,][0-9])"
)
_HOUR = re.compile(
    r"(?<!\w)(?:at|until|till|by|before|after|since|from|around|about|past)[ ](?:(?:about|around|nearly|almost|exactly)[ ])?"
    rf"(?P<hour>1[0-9]|2[0-3]|[1-9]|{'|'.join(HOURS)})(?![\w%]|[-:/.,][0-9]|-[a-z])",
    re.IGNORECASE,
)
# Seconds that "at ten" and "at 10.14" can be off where another report gives more.
_HOUR_SLACK, _MINUTE_SLACK = 10 * 60, 59


def bare_ages(text: str) -> Iterator[FoundQuantity]:
    """Yield the numbers of *text* that count nothing and stand where an age can, as years."""
    for reading in filter(_is_bare, read_text(text)):
        number, (start, end) = reading.content, (reading.mention.start, reading.mention.end)
        if (
            isinstance(number, Quantity)
            and number.stated is not None
            and 0 < number.stated < _OLDEST
            and number.stated.denominator == 1
            and (_HEDGED.match(text, start, end) or _AGE_BEFORE.search(text, max(0, start - _REACH), start))
            and _AGE_BEHIND.match(text, end)
        ):
            years = replace(number, kind=Kind.DURATION, written=f"{number.written} years", unit="year")
            yield FoundQuantity(start, end, years)


def bare_sums(text: str) -> Iterator[FoundQuantity]:
    """Yield the numbers of *text* that count nothing and are large, or stand where a price can, in any currency."""
    for reading in filter(_is_bare, read_text(text)):
        number, (start, end) = reading.content, (reading.mention.start, reading.mention.end)
        if not isinstance(number, Quantity) or not number.stated or _YEAR.fullmatch(text, start, end):
            continue
        if number.stated >= _LARGE or _PRICE_BEFORE.search(text, max(0, start - _REACH), start):
            money = replace(number, kind=Kind.MONEY, maybe=CURRENCIES)
            yield FoundQuantity(start, end, money)


def bare_times(text: str) -> Iterator[FoundTime]:
    """Yield the times of day of *text* that have no other sign than their figures, or than a word like "at"."""
    known = [(one.mention.start, one.mention.end) for one in read_text(text) if not _is_bare(one)]
    for match in _CLOCK.finditer(text):
        if not _overlaps(known, *match.span()):
            yield FoundTime(*match.span(), _clock(int(match["hour"]), int(match["minute"]), _MINUTE_SLACK))
    for match in _HOUR.finditer(text):
        if not _overlaps(known, *match.span("hour")):
            word = match["hour"].lower()
            hour = int(word) if word.isdigit() else HOURS[word]
            yield FoundTime(*match.span("hour"), _clock(hour, 0, _HOUR_SLACK))


def _clock(hour: int, minute: int, slack: int) -> ClockTime:
    return ClockTime(hour * 3600 + minute * 60, None, halves=2 if 0 < hour <= 12 else 1, slack=slack)


def _is_bare(reading: Reading) -> bool:
    """Whether a reading is a number with no unit that counts nothing."""
    number = reading.content
    if not isinstance(number, Quantity) or number.kind is not Kind.NUMBER:
        return False
    return number.unit is None and number.counted is None


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
