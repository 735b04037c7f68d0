"""Checks within one article; remarks only: they never merge, split or pick a version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.values.dates.article_time import ArticleContext
from bot.answering.values.dates.calendar_words import WEEKDAY_NAMES
from bot.answering.values.dates.expressions import DateExpression, PeriodExpression
from bot.answering.values.dates.finding import find_dates
from bot.answering.values.dates.points import DatePeriod
from bot.answering.values.dates.resolving import resolve_period, resolve_point
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.readings import read_text

# A length that describes one event: "weeklong", "three-day". "For seven days" may be said of anything.
_ADJECTIVE = re.compile(r"\w+-?long|\w+(?:-\w+)?-(?:day|week|month)", re.IGNORECASE)
_SLACK = 1  # day: reports count nights, or leave out the day of travel


@dataclass(frozen=True, slots=True)
class Remark:
    """Two statements of one article that do not fit each other: why, and both as written."""

    rule: str
    values: tuple[str, ...]


def weekday_conflicts(body: str, context: ArticleContext) -> list[Remark]:
    """Return the dates of *body* whose weekday is not that of the day in their year, stated or resolved."""
    remarks = []
    for found in find_dates(body):
        said = found.expression
        if not isinstance(said, DateExpression) or said.weekday is None or said.day is None:
            continue
        point, _ = resolve_point(said, context)
        if point and point.span and point.span[0].weekday() != said.weekday:
            day = point.span[0]
            values = (body[found.start : found.end], f"{day.isoformat()} is a {WEEKDAY_NAMES[day.weekday()]}")
            remarks.append(Remark("the weekday does not fit the date", values))
    return remarks


def length_conflicts(body: str, context: ArticleContext) -> list[Remark]:
    """Return the lengths ("weeklong") that fit no stated period of *body*; none if it states no period."""
    periods = dict(_periods(body, context))
    if not periods:
        return []
    remarks = []
    for written, days in _lengths(body):
        if all(abs(length - days) > _SLACK for length in periods.values()):
            values = (written, *(f"{period} ({length} days)" for period, length in periods.items()))
            remarks.append(Remark("the stated length does not fit the stated dates", values))
    return remarks


def _periods(body: str, context: ArticleContext) -> Iterator[tuple[str, int]]:
    """Yield each period stated to the day, and how many days it has, both ends counted."""
    for found in find_dates(body):
        if not isinstance(found.expression, PeriodExpression):
            continue
        period, _ = resolve_period(found.expression, context)
        length = _days(period) if period else None
        if length is not None:
            yield body[found.start : found.end], length


def _days(period: DatePeriod) -> int | None:
    start, end = period.start, period.end
    if start.span and end.span:
        is_exact = start.span[0] == start.span[1] and end.span[0] == end.span[1]
        return (end.span[0] - start.span[0]).days + 1 if is_exact else None
    if start.month_days is None or end.month_days is None:
        return None
    (month, day), (last_month, last_day) = start.month_days[0], end.month_days[0]
    is_exact = start.month_days[0] == start.month_days[1] and end.month_days[0] == end.month_days[1]
    return last_day - day + 1 if is_exact and month == last_month and day <= last_day else None


def _lengths(body: str) -> Iterator[tuple[str, int]]:
    for reading in read_text(body):
        content = reading.content
        if reading.mention.kind is not Kind.DURATION or not isinstance(content, Quantity):
            continue
        written = body[reading.mention.start : reading.mention.end]
        if content.is_exact and content.unit == "day" and _ADJECTIVE.fullmatch(written):
            yield written, int(content.stated or 0)
