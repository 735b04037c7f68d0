"""Compares dates field by field; fields that one side lacks do not differ."""

from datetime import date

from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.fits import Comparison, Fit

_SAME = "the same date"
_YEAR = 365  # days


def compare_dates(first: DatePoint | DatePeriod, second: DatePoint | DatePeriod) -> Comparison:
    """Compare two points, two periods, or a point with a period."""
    if isinstance(first, DatePoint):
        return compare_points(first, second) if isinstance(second, DatePoint) else _mixed(first, second)
    return _mixed(second, first) if isinstance(second, DatePoint) else _compare_periods(first, second)


def compare_points(first: DatePoint, second: DatePoint) -> Comparison:
    """Compare two points in time: apart, equal, or one possibly within the other."""
    if first.span and second.span:
        if first.span == second.span:
            return Comparison(Fit.SAME, "date", _SAME)
        if first.span[0] <= second.span[1] and second.span[0] <= first.span[1]:
            return Comparison(Fit.FINER, "date", "one date is stated less closely and holds the other")
        return _apart(_span_field(first.span, second.span))
    return _compare_days(first, second)


def _compare_days(first: DatePoint, second: DatePoint) -> Comparison:
    """Compare two points of which at least one has no year."""
    if first == second:
        return Comparison(Fit.SAME, "date", _SAME)
    days, other_days = first.days_of_year(), second.days_of_year()
    if max(_size(days), _size(other_days)) >= _YEAR:
        # "2011" and "January 15" state nothing in common: calling them compatible would join any two dates
        return Comparison(Fit.UNRELATED, "date", "the dates state no field in common")
    if not days & other_days:
        months = {month for month, _ in days} & {month for month, _ in other_days}
        return _apart("day" if months else "month")
    return Comparison(Fit.FINER, "date", "the fields that both dates state agree")


def _size(days: frozenset[tuple[int, int]]) -> int:
    return len(days) or _YEAR  # none are listed where only the year is known


def _mixed(point: DatePoint, period: DatePeriod) -> Comparison:
    if _holds(point, period):
        return Comparison(Fit.FINER, "date", "a wider date that holds the whole period")
    return Comparison(Fit.UNRELATED, "date", "one day is not compared with a period")


def _apart(field: str) -> Comparison:
    return Comparison(Fit.DIFFERENT, field, f"the dates differ in the {field}")


def _span_field(first: tuple[date, date], second: tuple[date, date]) -> str:
    if first[1].year < second[0].year or second[1].year < first[0].year:
        return "year"
    earlier, later = sorted((first, second))
    return "month" if earlier[1].month < later[0].month else "day"


def _compare_periods(first: DatePeriod, second: DatePeriod) -> Comparison:
    start, end = compare_points(first.start, second.start), compare_points(first.end, second.end)
    different = [name for name, side in (("start", start), ("end", end)) if side.fit is Fit.DIFFERENT]
    if different:
        on = " and ".join(different)
        return Comparison(Fit.DIFFERENT, on, f"the periods differ in their {on}")
    if start.fit is end.fit is Fit.SAME:
        return Comparison(Fit.SAME, "date", "the same period")
    return Comparison(Fit.FINER, "date", "the ends that both periods state agree")


def _holds(point: DatePoint, period: DatePeriod) -> bool:
    """Tell whether a date wider than the period can hold all of it; a day holds none."""
    if point.span and period.start.span and period.end.span:
        return point.span[0] <= period.start.span[0] and period.end.span[1] <= point.span[1]
    days = point.days_of_year()
    stated = period.start.days_of_year() | period.end.days_of_year()
    return len(days) > 1 and point.day is None and bool(stated) and stated <= days
