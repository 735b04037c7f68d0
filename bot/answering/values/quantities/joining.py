"""Joins amounts that are one: "one hour and 30 minutes", "5 feet 10 inches", "10 km to 12 km", "3 ± 1.5 °C"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from bot.answering.values.quantities.amounts import FoundQuantity, Quantity, plain
from bot.answering.values.quantities.units import MEASURES, MONTHS_IN

_AND = re.compile(r"[ \u00a0]|,?[ ]and[ ]|,[ ]")
_TO = re.compile(r"[ ]to[ ]|[ ]?[-\u2013][ ]?")
_GIVE_OR_TAKE = re.compile(r"[ ]?(?:±|\+/[-\u2212\u2013])[ ]?")
_BETWEEN = re.compile(r"(?<!\w)between[ ]$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from[ ]$", re.IGNORECASE)
_JOINED = frozenset({"time", "length", "mass"})
_LONGEST_GAP = 6  # characters, those of ", and "


def joined(text: str, found: Iterable[FoundQuantity]) -> Iterator[FoundQuantity]:
    """Yield *found*, which is sorted, with the neighbours that state one amount joined."""
    held: FoundQuantity | None = None
    for one in found:
        whole = _join(text, held, one) if held else None
        if held and whole is None:
            yield held
        held = whole or one
    if held:
        yield held


def _join(text: str, first: FoundQuantity, second: FoundQuantity) -> FoundQuantity | None:
    if second.start - first.end > _LONGEST_GAP:
        return None
    gap = text[first.end : second.start]
    one, other = first.quantity, second.quantity
    if _GIVE_OR_TAKE.fullmatch(gap):
        doubtful = _give_or_take(one, other)
        return FoundQuantity(first.start, second.end, doubtful) if doubtful else None
    if one.unit is None or one.stated is None or other.stated is None or one.kind is not other.kind:
        return None
    if one.unit == other.unit:
        start = _range_start(text, first.start, gap)
        is_range = start is not None and one.stated < other.stated
        return (
            FoundQuantity(start, second.end, _range(one, other)) if start is not None and is_range else None
        )
    sum_ = _sum(one, other) if _AND.fullmatch(gap) else None
    return FoundQuantity(first.start, second.end, sum_) if sum_ else None


def _range_start(text: str, start: int, gap: str) -> int | None:
    """Return where a range begins whose two numbers *gap* parts; None if they are no range."""
    before = text[max(0, start - len("between ")) : start]
    if gap.strip().lower() == "and":
        match = _BETWEEN.search(before)
        return start - len(match.group()) if match else None
    return start if _TO.fullmatch(gap) and not _FROM.search(before) else None


def _range(low: Quantity, high: Quantity) -> Quantity:
    amount = plain(low.stated) if low.stated is not None else low.written
    return replace(high, low=low.low, stated=None, written=f"{amount} to {high.written}")


def _give_or_take(one: Quantity, doubt: Quantity) -> Quantity | None:
    """Return *one* with what it can be off by, in the unit of both or of the second."""
    if one.stated is None or doubt.stated is None or one.unit not in {None, doubt.unit}:
        return None
    written = f"{plain(one.stated)} ± {doubt.written}"
    low, high = one.stated - doubt.stated, one.stated + doubt.stated
    return replace(doubt, low=low, high=high, stated=None, written=written)


def _sum(large: Quantity, small: Quantity) -> Quantity | None:
    """Return hours and minutes as minutes; None unless the second unit is a part of the first."""
    one, other = MEASURES.get(large.unit or ""), MEASURES.get(small.unit or "")
    if one is None or other is None or one.dimension != other.dimension or one.dimension not in _JOINED:
        return None
    if large.unit in MONTHS_IN and small.unit in MONTHS_IN:
        ratio = Fraction(MONTHS_IN[large.unit], MONTHS_IN[small.unit])
    elif one.low == one.high and other.low == other.high:
        ratio = one.low / other.low
    else:
        return None
    if large.stated is None or small.stated is None or not 0 <= small.stated < ratio or large.stated % 1:
        return None
    stated = large.stated * ratio + small.stated
    unit = small.written.removeprefix(plain(small.stated))
    return replace(
        small,
        low=None if large.low is None else stated,
        high=None if large.high is None else stated,
        stated=stated,
        written=f"{_words(large)}{plain(stated)}{unit}",
    )


def _words(quantity: Quantity) -> str:
    """Return the words that bound a quantity ("at least "), which its number begins after."""
    match = re.match(r"[a-z ]*", quantity.written)
    return match.group() if match else ""
