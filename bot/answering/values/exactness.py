"""How much a value leaves open: of two that can both hold, the one that says less leaves more."""

from fractions import Fraction
from math import inf

from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.clock import ClockTime
from bot.answering.values.values import Value

_WHOLE_YEAR = 366  # days that a date of which only the year is known can have
_UNKNOWN_YEAR = 0.5  # days: a date without its year says less than the same with it


def vagueness(value: Value) -> float:
    """Return how much *value* leaves open, in days, in shares of the amount or in seconds; of names, minus their letters.

    Comparable within one kind of value only.
    """
    payload = value.payload
    if isinstance(payload, DatePoint):
        return _days(payload)
    if isinstance(payload, DatePeriod):
        return (_days(payload.start) + _days(payload.end)) / 2
    if isinstance(payload, Quantity):
        return _share(payload)
    if isinstance(payload, ClockTime):
        return sum(payload.open) + payload.slack + 12 * 3600 * (payload.halves - 1)
    return -sum(map(str.isalnum, value.canonical or ""))


def _days(point: DatePoint) -> float:
    if point.span is not None:
        return (point.span[1] - point.span[0]).days
    return len(point.days_of_year() or range(_WHOLE_YEAR)) - 1 + _UNKNOWN_YEAR


def _share(quantity: Quantity) -> float:
    if quantity.low is None or quantity.high is None:
        return inf
    return float((quantity.high - quantity.low) / max(abs(quantity.low), abs(quantity.high), Fraction(1)))
