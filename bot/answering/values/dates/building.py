"""Turns stated fields into a point in time and its EDTF."""

from calendar import monthrange
from datetime import MAXYEAR, date

from bot.answering.values.dates.calendar_words import DAY_LIMITS
from bot.answering.values.dates.expressions import DateExpression, Part
from bot.answering.values.dates.feasts import nth_weekday
from bot.answering.values.dates.points import DatePoint, MonthDay, known_span, unknown_year

# First and last day of a part of a month; the last is cut to the month's length.
_MONTH_PARTS: dict[Part, tuple[int, int]] = {
    "start": (1, 10),
    "early": (1, 10),
    "mid": (10, 20),
    "late": (20, 31),
    "end": (20, 31),
}
# First and last month of a part of a year.
_YEAR_PARTS: dict[Part, tuple[int, int]] = {
    "start": (1, 3),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
}
# Astronomical and meteorological seasons of the north together; winter runs over New Year.
_GROUPS: dict[int, tuple[MonthDay, MonthDay]] = {
    21: ((3, 1), (6, 21)),
    22: ((6, 1), (9, 23)),
    23: ((9, 1), (12, 21)),
    24: ((12, 1), (3, 21)),
    33: ((1, 1), (3, 31)),
    34: ((4, 1), (6, 30)),
    35: ((7, 1), (9, 30)),
    36: ((10, 1), (12, 31)),
    40: ((1, 1), (6, 30)),
    41: ((7, 1), (12, 31)),
}
WINTER = 24


def build_point(said: DateExpression) -> DatePoint | None:
    """Return the point that the stated fields make; None if they make none (February 29, 2023)."""
    if said.year is None:
        return _of_unknown_year(said)
    if said.month is None:
        return _year_point(said.year, said.part)
    span = span_in_year(said, said.year)
    return known_span(*span, edtf=_written(said, f"{said.year:04}")) if span else None


def span_in_year(said: DateExpression, year: int) -> tuple[date, date] | None:
    """Return the first and last day that *said*, which has a month, can be in *year*; None if none."""
    if said.month is None or not 0 < year < MAXYEAR:
        return None
    if said.feast or said.nth:
        return _counted_day(said, said.month, year)
    first, last = month_days(said, said.month)
    if said.month == WINTER:  # "winter 2024" can be the one that begins or the one that ends in 2024
        start_year = year - 1 if said.direction is None and said.day is None and year > 1 else year
        return date(start_year, *first), date(year + 1, *last)
    if said.day is not None and said.day > monthrange(year, said.month)[1]:
        return None
    if said.days:
        first, last = (said.month, said.days[0]), (said.month, said.days[1])
    begins, ends = (date(year, month, min(day, monthrange(year, month)[1])) for month, day in (first, last))
    return begins, ends


def _counted_day(said: DateExpression, month: int, year: int) -> tuple[date, date] | None:
    try:
        day = (
            said.feast.day_in(year)
            if said.feast
            else nth_weekday(year, month, said.weekday or 0, said.nth or 1)
        )
    except ValueError:  # no fifth Monday
        return None
    return day, day


def month_days(said: DateExpression, month: int) -> tuple[MonthDay, MonthDay]:
    """Return the first and last month and day of *said*, whose month, season or quarter is *month*."""
    if said.feast:
        return said.feast.earliest, said.feast.latest
    if month in _GROUPS:
        return _GROUPS[month]
    if said.nth or said.days:
        return _piece(said, month)
    if said.day is not None:
        return (month, said.day), (month, said.day)
    first, last = _MONTH_PARTS[said.part] if said.part else (1, 31)
    return (month, first), (month, min(last, DAY_LIMITS[month - 1]))


def _piece(said: DateExpression, month: int) -> tuple[MonthDay, MonthDay]:
    shortest, longest = (28 if month == 2 else DAY_LIMITS[month - 1]), DAY_LIMITS[month - 1]
    first, last = said.days or (0, 0)
    if said.nth:
        first = shortest - 6 if said.nth < 0 else 7 * said.nth - 6
        last = longest if said.nth < 0 else first + 6
    return (month, min(first, shortest)), (month, min(last, longest))


def _of_unknown_year(said: DateExpression) -> DatePoint | None:
    if said.month is not None:
        return unknown_year(*month_days(said, said.month), edtf=_written(said, "XXXX"))
    if said.day is not None:
        return DatePoint(f"XXXX-XX-{said.day:02}", day=said.day)
    return None


def _year_point(year: int, part: Part | None) -> DatePoint:
    first, last = _YEAR_PARTS[part] if part else (1, 12)
    span = date(year, first, 1), date(year, last, DAY_LIMITS[last - 1])
    return known_span(*span, edtf=f"[{year:04}-{first:02}..{year:04}-{last:02}]" if part else f"{year:04}")


def _written(said: DateExpression, year: str) -> str | None:
    """Return the EDTF; None for a part of a month, which is written by its first and last day."""
    if said.feast or said.nth or said.days:
        return None
    if said.part and said.day is None and said.month not in _GROUPS:
        return None
    return f"{year}-{said.month:02}" if said.day is None else f"{year}-{said.month:02}-{said.day:02}"
