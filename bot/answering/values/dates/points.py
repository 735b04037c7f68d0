"""A point in time as closely as it is known, and a period between two of them, with their EDTF."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering.values.dates.calendar_words import DAY_LIMITS

MonthDay = tuple[int, int]

_LEAP_YEAR = 2000  # any: it has every day that a year can have


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One point in time.

    ``span`` holds the first and the last day it can be, if its year is known. ``month_days`` holds the same
    as month and day where the point lies within one year (the first after the last: over New Year).
    ``day`` is set where only the day of the month is known. ``edtf`` is how it is written.
    """

    edtf: str
    span: tuple[date, date] | None = None
    month_days: tuple[MonthDay, MonthDay] | None = None
    day: int | None = None

    def days_of_year(self) -> frozenset[MonthDay]:
        """Return every month and day that it can be; empty if only the year is known."""
        if self.day is not None:
            return frozenset((month, self.day) for month in range(1, 13) if self.day <= DAY_LIMITS[month - 1])
        return frozenset(_between(*self.month_days)) if self.month_days else frozenset()


@dataclass(frozen=True, slots=True)
class DatePeriod:
    """A stated period: both ends as closely as they are known."""

    start: DatePoint
    end: DatePoint

    @property
    def edtf(self) -> str:
        """Both ends, with a slash between them."""
        return f"{self.start.edtf}/{self.end.edtf}"


def known_span(first: date, last: date, edtf: str | None = None) -> DatePoint:
    """Return the point that lies somewhere from *first* to *last*, written as EDTF's "one of a set"."""
    if edtf is None:
        edtf = first.isoformat() if first == last else f"[{first.isoformat()}..{last.isoformat()}]"
    within_a_year = (last - first).days < 365
    month_days = ((first.month, first.day), (last.month, last.day)) if within_a_year else None
    return DatePoint(edtf, (first, last), month_days)


def unknown_year(first: MonthDay, last: MonthDay, edtf: str | None = None) -> DatePoint:
    """Return the point of an unknown year that lies somewhere from *first* to *last*."""
    if edtf is None:
        one, other = (f"XXXX-{month:02}-{day:02}" for month, day in (first, last))
        edtf = one if first == last else f"[{one}..{other}]"
    return DatePoint(edtf, None, (first, last))


def _between(first: MonthDay, last: MonthDay) -> Iterator[MonthDay]:
    end = date(_LEAP_YEAR, *last)
    day = date(_LEAP_YEAR - (first > last), *first)
    while day <= end:
        yield day.month, day.day
        day += timedelta(days=1)
