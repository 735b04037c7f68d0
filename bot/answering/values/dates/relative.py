"""Dates that count from the article's own day: "next week", "two months ago", "yesterday"."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.answering.values.dates.expressions import DateExpression, Part
from bot.answering.values.dates.points import DatePoint, known_span

_WEEK_PARTS: dict[Part, tuple[int, int]] = {
    "start": (0, 1),
    "early": (0, 2),
    "mid": (1, 3),
    "late": (3, 6),
    "end": (4, 6),
}
_THIRDS: dict[Part, tuple[int, int]] = {
    "start": (0, 1),
    "early": (0, 1),
    "mid": (1, 2),
    "late": (2, 3),
    "end": (2, 3),
}
# Days either way that "two weeks ago", "two months ago" leave open; a year is as long before or after.
_AGO_SLACK = 3
_AGO_MONTH_SLACK = 15
_AGO_YEAR_SLACK = 183
# Days that "the past month" and the like reach back or ahead.
_LENGTHS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}
_MIDWEEK = 3  # Thursday


def counted_point(said: DateExpression, reference: date | None) -> DatePoint | None:
    """Return the point *said.amount* units from *reference*; None without one, or outside the calendar."""
    if reference is None or said.unit is None:
        return None
    try:
        if said.direction in ("past", "coming"):
            edge = reference + timedelta(days=_LENGTHS[said.unit] * said.amount)
            return known_span(min(reference, edge), max(reference, edge))
        if said.unit == "week":
            return _week(said, reference)
        if said.unit in ("day", "weekend"):
            return _day(said, reference)
        return _month_or_longer(said, reference)
    except (OverflowError, ValueError):
        return None


def _day(said: DateExpression, reference: date) -> DatePoint:
    if said.unit == "day":
        day = reference + timedelta(days=said.amount)
        return known_span(day, day)
    saturday = reference + timedelta(days=5 - reference.weekday(), weeks=said.amount)
    if said.direction is None:  # "the weekend": the one that the verb points to, else the nearer
        is_past = said.tense == "past" or (said.tense is None and reference.weekday() < _MIDWEEK)
        saturday -= timedelta(weeks=1 if is_past and saturday > reference else 0)
    return known_span(saturday, saturday + timedelta(days=1))


def _week(said: DateExpression, reference: date) -> DatePoint:
    if said.direction is None and said.amount:
        day = reference + timedelta(weeks=said.amount)
        return known_span(day - timedelta(days=_AGO_SLACK), day + timedelta(days=_AGO_SLACK))
    monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=said.amount)
    if said.direction == "this" and said.part in ("early", "late"):
        return _rest(said.part, reference, monday, monday + timedelta(days=6))
    first, last = _WEEK_PARTS[said.part] if said.part else (0, 6)
    return known_span(monday + timedelta(days=first), monday + timedelta(days=last))


def _month_or_longer(said: DateExpression, reference: date) -> DatePoint:
    first, last, edtf = _bounds(said, reference)
    if said.direction is None and said.amount and said.unit in ("month", "year"):
        return _around(said, reference, first, last)
    if said.part is None:
        return known_span(first, last, edtf)
    if said.direction == "this" and said.part in ("early", "late"):
        return _rest(said.part, reference, first, last)
    low, high = _THIRDS[said.part]
    length = (last - first).days
    return known_span(first + timedelta(days=length * low // 3), first + timedelta(days=length * high // 3))


def _around(said: DateExpression, reference: date, first: date, last: date) -> DatePoint:
    """Return the calendar month or year that *said* counts to, or as much around that very day."""
    slack = timedelta(days=_AGO_MONTH_SLACK if said.unit == "month" else _AGO_YEAR_SLACK)
    day = first.replace(month=first.month if said.unit == "month" else reference.month)
    day = day.replace(day=min(reference.day, monthrange(day.year, day.month)[1]))
    return known_span(min(first, day - slack), max(last, day + slack))


def _rest(part: Part, reference: date, first: date, last: date) -> DatePoint:
    return known_span(first, reference) if part == "early" else known_span(reference, last)


def _bounds(said: DateExpression, reference: date) -> tuple[date, date, str]:
    if said.unit == "month":
        months = reference.year * 12 + reference.month - 1 + said.amount
        year, month = _checked(months // 12), months % 12 + 1
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year:04}-{month:02}"
    if said.unit == "quarter":
        quarters = reference.year * 4 + (reference.month - 1) // 3 + said.amount
        year, quarter = _checked(quarters // 4), quarters % 4
        month = quarter * 3 + 3
        return (
            date(year, month - 2, 1),
            date(year, month, monthrange(year, month)[1]),
            f"{year:04}-{33 + quarter}",
        )
    length = {"year": 1, "decade": 10, "century": 100}[said.unit or "year"]
    if length > 1 and said.direction is None:  # "two decades ago" is a year, more or less
        year = _checked(reference.year + said.amount * length)
        return date(year - 1, 1, 1), date(year + 1, 12, 31), f"[{year - 1:04}..{year + 1:04}]"
    first = _checked(reference.year // length * length + said.amount * length)
    written = f"{first:04}"[: 5 - len(str(length))] + "X" * (len(str(length)) - 1)
    return date(first, 1, 1), date(_checked(first + length - 1), 12, 31), written


def _checked(year: int) -> int:
    if not MINYEAR < year < MAXYEAR:
        raise OverflowError
    return year
