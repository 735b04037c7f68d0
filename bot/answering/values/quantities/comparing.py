"""Compares amounts as ranges; units are converted for this alone."""

from dataclasses import dataclass, replace
from fractions import Fraction

from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.units import MEASURES, MONTHS_IN, SCALES, Measure

# Nouns that reports use for one thing; numbers of different things are not compared.
_FAMILIES = tuple(
    frozenset(family.split())
    for family in """person man woman child individual civilian soldier troop passenger worker resident victim
    meeting interaction exchange encounter conversation talk session summit contact call
    death fatality victim casualty body life
    injury casualty
    attack strike raid assault bombardment
    home house building residence dwelling
    country nation state
    company firm business
    vehicle car truck
    aircraft plane airplane aeroplane jet warplane airliner
    ship vessel boat warship
    student pupil
    officer policeman police
    missile rocket
    visit trip tour journey
    vote ballot
    job position post worker employee
    season year""".splitlines()
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

Range = tuple[Fraction | None, Fraction | None]


def compare_quantities(first: Quantity, second: Quantity) -> Comparison:
    """Compare two amounts: equal, overlapping, apart, or of different things."""
    on = _NAMES[first.kind]
    why_not = _unrelated(first, second)
    if why_not:
        return Comparison(Fit.UNRELATED, on if first.kind is second.kind else "kind", why_not)
    if first.kind is not second.kind:
        return Comparison(Fit.FINER, on, "the number and the rank agree")
    if first.unit == second.unit:
        return _compared(first, second, on)
    if first.kind is Kind.MONEY:
        return _money(first, second, on)
    if {first.unit, second.unit} <= SCALES and "degree" in (first.unit, second.unit):
        return _degrees(first, second, on)
    return _converted(first, second, on)


def _compared(first: Quantity, second: Quantity, on: str) -> Comparison:
    exact, other_exact = first.is_exact, second.is_exact
    if (exact and other_exact and first.stated == second.stated) or (
        _range(first) == _range(second) and not (exact and other_exact)
    ):
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
    if first.unit != second.unit and not _convertible(first, second):
        return "units that do not convert into each other"
    if first.kind is not second.kind and first.stated != second.stated:
        return "a number and a rank"
    return _other_things(first, second)


def _other_things(first: Quantity, second: Quantity) -> str | None:
    if first.further is not second.further:
        return "a number of those that come on top, and one of all"
    one_of_both = first.partial is not second.partial and first.stated != second.stated
    if one_of_both and 0 not in (first.stated, second.stated):
        return "a number of some of them, and one of all"
    if first.befell and second.befell and first.befell != second.befell:
        return "numbers of different things"
    if first.counted and second.counted and not _alike(first.counted, second.counted):
        return "numbers of different things"
    return None


def _money(first: Quantity, second: Quantity, on: str) -> Comparison:
    """Compare amounts whose signs may stand for one currency: where they agree, it most likely is one."""
    fit = _compared(first, second, on)
    if fit.fit is Fit.DIFFERENT:
        return Comparison(Fit.UNRELATED, on, "currencies that may be different ones")
    return Comparison(Fit.FINER, on, f"the same {on}, one without saying whose currency")


def _degrees(first: Quantity, second: Quantity, on: str) -> Comparison:
    """Compare degrees of which one side does not say the scale: it may be the other's, or the other one."""
    open_, known = (first, second) if first.unit == "degree" else (second, first)
    for unit in ("°C", "°F"):
        if _converted(replace(open_, unit=unit), known, on).fit is not Fit.DIFFERENT:
            return Comparison(Fit.FINER, on, f"the same {on}, one without its scale")
    return Comparison(Fit.UNRELATED, on, "degrees whose scale is not said")


def _converted(first: Quantity, second: Quantity, on: str) -> Comparison:
    months = first.unit in MONTHS_IN and second.unit in MONTHS_IN
    one, other = _in_base(first, months=months), _in_base(second, months=months)
    if first.is_exact and second.is_exact and one.exactly and one.exactly == other.exactly:
        return Comparison(Fit.SAME, on, f"the same {on} in another unit")
    slack = Fraction(0) if months else _CONVERSION_SLACK / 2
    if _overlap(_widened(one.bounds, slack), _widened(other.bounds, slack)):
        return Comparison(Fit.FINER, on, f"the same {on} in another unit, within rounding")
    return Comparison(Fit.DIFFERENT, on, f"the {on}s differ after converting the units")


@dataclass(frozen=True, slots=True)
class _InBase:
    """An amount in its dimension's base unit: the number itself if that is one, and its bounds."""

    exactly: Range | None
    bounds: Range


def _in_base(quantity: Quantity, *, months: bool) -> _InBase:
    unit = quantity.unit or ""
    if months:
        factor = MONTHS_IN[unit]
        measure = Measure("months", Fraction(factor), Fraction(factor))
    else:
        measure = MEASURES[unit]
    low = None if quantity.low is None else (quantity.low + measure.offset) * measure.low
    high = None if quantity.high is None else (quantity.high + measure.offset) * measure.high
    if quantity.stated is None or measure.low != measure.high:
        return _InBase(None, (low, high))
    number = (quantity.stated + measure.offset) * measure.low
    return _InBase((number, number), (low, high))


def _widened(amount: Range, slack: Fraction) -> Range:
    low, high = amount
    return (
        None if low is None else low - abs(low) * slack,
        None if high is None else high + abs(high) * slack,
    )


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


def _convertible(first: Quantity, second: Quantity) -> bool:
    if first.kind is second.kind is Kind.MONEY:
        return second.unit in first.maybe or first.unit in second.maybe
    if {first.unit, second.unit} <= SCALES:
        return True
    one, other = MEASURES.get(first.unit or ""), MEASURES.get(second.unit or "")
    return one is not None and other is not None and one.dimension == other.dimension


def _alike(first: str, second: str) -> bool:
    return first == second or any(first in family and second in family for family in _FAMILIES)
