"""How far apart two values lie: sources that disagree about one thing give 19 and 23 for it, hardly 19 and 400."""

import math
from datetime import date

from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.values import Value


def folds_apart(one: Value, other: Value) -> float | None:
    """Return how many e-folds lie between two amounts; None unless both are above nought and in one unit."""
    first, second = one.payload, other.payload
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return None
    if (first.kind, first.unit) != (second.kind, second.unit):
        return None
    if not (first.stated and second.stated) or min(first.stated, second.stated) < 0:
        return None
    return abs(math.log(first.stated / second.stated))


def days_apart(one: Value, other: Value) -> int | None:
    """Return how many days lie between two dates; None unless both are known to the day and the year."""
    first, second = one.payload, other.payload
    if not (isinstance(first, DatePoint) and isinstance(second, DatePoint)):
        return None
    days = [point.span[0] for point in (first, second) if point.span and point.span[0] == point.span[1]]
    return abs((days[0] - days[1]).days) if len(days) == 2 else None


def years_apart(one: Value, other: Value) -> int | None:
    """Return how many whole years lie between two dates or the beginnings of periods; None unless both years are known."""
    first, second = (_days(value.payload) for value in (one, other))
    if first is None or second is None:
        return None
    return max(0, (max(first[0], second[0]) - min(first[1], second[1])).days) // 365


def _days(payload: object) -> tuple[date, date] | None:
    """Return the first and the last day that a date, or the beginning of a period, can be."""
    point = payload.start if isinstance(payload, DatePeriod) else payload
    return point.span if isinstance(point, DatePoint) else None
