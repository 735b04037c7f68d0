"""Compares amounts as ranges; units are converted for this alone."""

from fractions import Fraction

from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.clock import ClockTime
from bot.answering.values.quantities.units import MEASURES

# Nouns that reports use for one thing; numbers of different things are not compared.
_FAMILIES = (
    frozenset(
        "person man woman child individual civilian soldier troop passenger worker resident victim".split()
    ),
    frozenset("meeting interaction exchange encounter conversation talk session summit contact call".split()),
    frozenset("death fatality victim dead casualty".split()),
    frozenset("attack strike raid assault bombardment".split()),
    frozenset("home house building residence dwelling".split()),
    frozenset("country nation state".split()),
    frozenset("company firm business".split()),
    frozenset("vehicle car truck".split()),
    frozenset("visit trip tour journey".split()),
)
_NAMES = {
    Kind.MONEY: "amount",
    Kind.PERCENT: "percentage",
    Kind.DURATION: "length",
    Kind.ORDINAL: "number",
    Kind.NUMBER: "number",
}
_CONVERSION_SLACK = Fraction(1, 20)  # "100 km" is reported as "62 miles" and as "60 miles"
_COUNTING = frozenset({Kind.NUMBER, Kind.ORDINAL})
_HALF_DAY = 12 * 3600

Range = tuple[Fraction | None, Fraction | None]


def compare_quantities(first: Quantity, second: Quantity) -> Comparison:
    """Compare two amounts: equal, overlapping, apart, or of different things."""
    on = _NAMES[first.kind]
    why_not = _unrelated(first, second)
    if why_not:
        return Comparison(Fit.UNRELATED, on if first.kind is second.kind else "kind", why_not)
    if first.unit != second.unit:
        return _converted(_base(first), _base(second), on)
    exact, other_exact = _is_exact(first), _is_exact(second)
    if _range(first) == _range(second) or (exact and other_exact and first.stated == second.stated):
        return Comparison(Fit.SAME, on, f"the same {on}")
    # A number rounded to millions is one number: it may lie in another's range, its rounding need not touch it
    if _overlap(_range(first, as_stated=exact), _range(second, as_stated=other_exact)) or (
        exact and other_exact and _within_rounding(first, second)
    ):
        return Comparison(Fit.FINER, on, f"one {on} is stated less closely and holds the other")
    return Comparison(Fit.DIFFERENT, on, f"the {on}s differ")


def _unrelated(first: Quantity, second: Quantity) -> str | None:
    if first.kind is not second.kind and not {first.kind, second.kind} <= _COUNTING:
        return "amounts of different kinds"
    if first.unit != second.unit and not _convertible(first.unit, second.unit):
        return "units that do not convert into each other"
    if first.counted and second.counted and not _alike(first.counted, second.counted):
        return "numbers of different things"
    return None


def compare_times(first: ClockTime, second: ClockTime) -> Comparison:
    """Compare two times of day; in UTC where both zones are known."""
    if first.offset is not None and second.offset is not None:
        minutes = (first.offset - second.offset) * 60
        same = (first.seconds - second.seconds - minutes) % (2 * _HALF_DAY) == 0
    else:
        cycle = _HALF_DAY if max(first.halves, second.halves) > 1 else 2 * _HALF_DAY
        same = (first.seconds - second.seconds) % cycle == 0
    if first == second or (same and first.offset is not None and second.offset is not None):
        return Comparison(Fit.SAME, "time", "the same time")
    if first.zone != second.zone and (first.offset is None or second.offset is None):
        if same and None in (first.zone, second.zone):
            return Comparison(Fit.FINER, "time", "the same clock time, one without its zone")
        return Comparison(Fit.UNRELATED, "time", "clock times whose zones are not both known")
    if same:
        return Comparison(Fit.FINER, "time", "the same clock time, one without its half of the day")
    return Comparison(Fit.DIFFERENT, "time", "the times differ")


def _converted(first: Range, second: Range, on: str) -> Comparison:
    if not _overlap(_widened(first), _widened(second)):
        return Comparison(Fit.DIFFERENT, on, f"the {on}s differ after converting the units")
    exact = first == second and first[0] == first[1]
    rule = f"the same {on} in another unit"
    return Comparison(Fit.SAME if exact else Fit.FINER, on, rule if exact else f"{rule}, within rounding")


def _widened(amount: Range) -> Range:
    low, high = amount
    slack = _CONVERSION_SLACK / 2
    return (
        None if low is None else low - abs(low) * slack,
        None if high is None else high + abs(high) * slack,
    )


def _base(quantity: Quantity) -> Range:
    measure = MEASURES.get(quantity.unit or "")
    if measure is None:
        return quantity.low, quantity.high
    low = None if quantity.low is None else (quantity.low + measure.offset) * measure.low
    high = None if quantity.high is None else (quantity.high + measure.offset) * measure.high
    return low, high


def _overlap(first: Range, second: Range) -> bool:
    (low, high), (other_low, other_high) = first, second
    apart = high is not None and other_low is not None and high < other_low
    return not apart and not (other_high is not None and low is not None and other_high < low)


def _range(quantity: Quantity, *, as_stated: bool = False) -> Range:
    return (quantity.stated, quantity.stated) if as_stated else (quantity.low, quantity.high)


def _within_rounding(first: Quantity, second: Quantity) -> bool:
    return any(
        _overlap(_range(wide), _range(other, as_stated=True))
        for wide, other in ((first, second), (second, first))
    )


def _is_exact(quantity: Quantity) -> bool:
    """Tell whether nothing but rounding lies between the number as written and its range."""
    is_plain = quantity.written[:1] in "-0123456789"
    return is_plain and None not in (quantity.low, quantity.high, quantity.stated)


def _convertible(first: str | None, second: str | None) -> bool:
    one, other = MEASURES.get(first or ""), MEASURES.get(second or "")
    return one is not None and other is not None and one.dimension == other.dimension


def _alike(first: str, second: str) -> bool:
    return first == second or any(first in family and second in family for family in _FAMILIES)
