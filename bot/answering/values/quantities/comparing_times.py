"""Compares times of day, in UTC where both zones are known."""

from collections.abc import Iterator

from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.quantities.clock import ClockTime

_DAY = 24 * 3600
_LOCAL = (None, "local time")


def compare_times(first: ClockTime, second: ClockTime) -> Comparison:
    """Compare two times of day; an unknown zone fits only the same clock."""
    gaps = list(_gaps(first, second))
    if not gaps:
        return _without_zone(first, second)
    if all(gap == 0 for gap in gaps) and first.halves == second.halves and first.open == second.open:
        return Comparison(Fit.SAME, "time", "the same time")
    if any(_touch(first, second, gap + turn * _DAY) for gap in gaps for turn in (-1, 0, 1)):
        return Comparison(Fit.FINER, "time", "one time is stated less closely and holds the other")
    return Comparison(Fit.DIFFERENT, "time", "the times differ")


def _gaps(first: ClockTime, second: ClockTime) -> Iterator[int]:
    """Yield how many seconds the first can be after the second; none if their zones do not tell."""
    cycle = _DAY // max(first.halves, second.halves)
    if first.zone == second.zone:  # also where it is "local time" or left out in both
        yield _nearest(first.seconds - second.seconds, cycle)
        return
    for offset in first.offsets:
        for other in second.offsets:
            yield _nearest(first.seconds - second.seconds - (offset - other) * 60, cycle)


def _nearest(gap: int, cycle: int) -> int:
    return (gap + cycle // 2) % cycle - cycle // 2


def _touch(first: ClockTime, second: ClockTime, gap: int) -> bool:
    slack = max(first.slack, second.slack) if first.slack != second.slack else 0
    after, before = first.open[0] + second.open[1] + slack, first.open[1] + second.open[0] + slack
    return -before <= gap <= after


def _without_zone(first: ClockTime, second: ClockTime) -> Comparison:
    cycle = _DAY // max(first.halves, second.halves)
    if (first.seconds - second.seconds) % cycle == 0 and (first.zone in _LOCAL or second.zone in _LOCAL):
        return Comparison(Fit.FINER, "time", "the same clock time, one without its zone")
    return Comparison(Fit.UNRELATED, "time", "clock times whose zones are not both known")
