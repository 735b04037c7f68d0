"""Whether what has the shape of a date is one: "may" and "2000 people" are none."""

import re
from functools import cache

from bot.answering.values.dates.calendar_words import AMBIGUOUS_MONTHS, SHORT_MONTHS
from bot.answering.values.quantities.units import MEASURE_UNITS, TIME_UNITS

_MONTH_NEEDS = re.compile(
    r"(?:^|[\s(])(?:in|since|until|till|by|from|to|of|through|during|before|after|between|and|or|this|last|next"
    r"|around|about|for|[a-z]+,)[ \u00a0]$",
    re.IGNORECASE,
)
_YEAR_NEEDS = re.compile(
    r"(?:^|[\s(])(?:in|since|until|till|during|the|year|early|late|mid|circa|c\.|[\w]+['’]s?)[ \u00a0]?$|[(\u2013-]$",
    re.IGNORECASE,
)
_YEAR_SUGGESTS = re.compile(
    r"(?:^|[\s(])(?:by|from|of|before|after|between|around|to)[ \u00a0]$", re.IGNORECASE
)
_MORE_THAN = re.compile(
    r"(?:than|over|least|most|nearly|almost|about|some|only|exactly)[ \u00a0]$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"[ \u00a0-]{1,2}(?:[a-z]+[ -]){0,2}?(?:[a-z]{2,}s|people|men|women|children|per|percent)(?!\w)"
)
_RANGE_COUNTED = re.compile(r"(?:[ ](?:and|to)[ ]|[-\u2013])[0-9][0-9,.]{0,12}" + _COUNTED.pattern)
_LABEL = re.compile(
    r"(?:^|\s)(?:No\.|Nr\.|Room|Flight|Article|Section|Resolution|Route|Highway|Boeing|Page|page)[ ]$"
)
_HOLIDAY = re.compile(
    r"(?:Black|Good|Bloody|Easter|Palm|Cyber|Super|Ash|Fat|Shrove|Maundy|Giving|Holy|Joe)[ \u00a0]$",
    re.IGNORECASE,
)
_LATEST_PLAIN_YEAR, _EARLIEST_PLAIN_YEAR = 2100, 1900


def is_date(match: re.Match[str], found: dict[str, str], before: str) -> bool:
    """Whether a *match* with the shape of a date is one: its groups *found*, and the characters *before* it, tell."""
    if "month" in found and not _is_month(match, found, before):
        return False
    if set(found) == {"year"} and match.group()[0].isdigit():
        return _is_year(match, int(found["year"]), before)
    if "weekday" in found and "month" not in found and "direction" not in found:
        return _HOLIDAY.search(before) is None
    return True


def _is_month(match: re.Match[str], found: dict[str, str], before: str) -> bool:
    written = found["month"]
    name = written.lower().rstrip(".")
    if written[0].islower() and (name in AMBIGUOUS_MONTHS or name in SHORT_MONTHS):
        return False
    if "day" in found or "year" in found or "direction" in found:
        return True
    if name in SHORT_MONTHS:
        return False  # "Jan" and "Dec" alone are as often names
    if found.keys() & {"part", "edge"} or name not in AMBIGUOUS_MONTHS:
        return True
    after = match.string[match.end() : match.end() + 2]
    return _MONTH_NEEDS.search(before) is not None and not after[1:2].isupper()


def _is_year(match: re.Match[str], year: int, before: str) -> bool:
    if _LABEL.search(before) or _MORE_THAN.search(before):
        return False
    if _YEAR_NEEDS.search(before):
        return True
    if _COUNTED.match(match.string, match.end()) or _measured().match(match.string, match.end()):
        return False
    is_modern = _EARLIEST_PLAIN_YEAR <= year < _LATEST_PLAIN_YEAR
    is_range = _RANGE_COUNTED.match(match.string, match.end()) is not None  # "between 1000 and 1200 people"
    return is_modern or (_YEAR_SUGGESTS.search(before) is not None and not is_range)


@cache
def _measured() -> re.Pattern[str]:
    units = "|".join(re.escape(unit) for unit in (*MEASURE_UNITS, *TIME_UNITS) if not unit.endswith("s"))
    return re.compile(rf"[ \u00a0-]?(?:{units})(?![\w’'])", re.IGNORECASE)
