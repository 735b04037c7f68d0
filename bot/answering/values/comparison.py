"""Whether two values, each resolved inside its own article, can both hold for one slot."""

from bot.answering.values.dates.comparing import compare_dates
from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.names.comparing import compare_names
from bot.answering.values.names.naming import Name
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.clock import ClockTime
from bot.answering.values.quantities.comparing import compare_quantities
from bot.answering.values.quantities.comparing_times import compare_times
from bot.answering.values.statuses import Polarity, compare_polarity
from bot.answering.values.values import Value

__all__ = ["Comparison", "Fit", "compare"]


def compare(first: Value, second: Value) -> Comparison:
    """Compare two values; symmetric.

    ``SAME`` and ``FINER`` values can both hold, and fitting ``FINER`` is not transitive: "January" fits
    January 12 and January 15, which do not fit each other. So is a date without a year: it is ``FINER``
    than the same day of a known year. Text and what could not be resolved are ``UNRELATED`` to everything.
    """
    if first.canonical is None or second.canonical is None:
        return Comparison(Fit.UNRELATED, "value", "a value that could not be resolved")
    one, other = first.payload, second.payload
    if isinstance(one, DatePoint | DatePeriod) and isinstance(other, DatePoint | DatePeriod):
        return compare_dates(one, other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return compare_quantities(one, other)
    if isinstance(one, ClockTime) and isinstance(other, ClockTime):
        return compare_times(one, other)
    if isinstance(one, Name) and isinstance(other, Name):
        return compare_names(one, other)
    return _answers(first, second)


def _answers(first: Value, second: Value) -> Comparison:
    one, other = first.payload, second.payload
    if first.kind is not Kind.YES_NO or second.kind is not Kind.YES_NO:
        return Comparison(Fit.UNRELATED, "kind", "values of different kinds")
    if isinstance(one, Polarity) and isinstance(other, Polarity):
        return compare_polarity(one, other)
    if first.canonical == second.canonical:
        return Comparison(Fit.SAME, "answer", "the same answer")
    return Comparison(Fit.DIFFERENT, "answer", "one says yes, the other no")
