"""Every amount in a text: nobody, ordinals, money, percentages, durations, measures and plain numbers."""

from collections.abc import Iterator

from bot.answering.values.quantities.amounts import FoundQuantity
from bot.answering.values.quantities.joining import joined
from bot.answering.values.quantities.nobody import find_nobody
from bot.answering.values.quantities.ordinals import find_ordinals
from bot.answering.values.quantities.reading import read_quantity
from bot.answering.values.quantities.shapes import amount_shape, amount_start
from bot.answering.values.quantities.shares import find_shares
from bot.answering.values.quantities.spells import find_spells

Spans = list[tuple[int, int]]


def find_quantities(text: str, taken: Spans) -> Iterator[FoundQuantity]:
    """Yield the amounts of *text* that overlap none of *taken* (its dates and times) nor each other."""
    taken = list(taken)
    quantities: list[FoundQuantity] = []
    for find in (find_nobody, find_spells, find_shares, find_ordinals, _find_amounts):
        found = list(find(text, sorted(taken)))
        taken.extend((one.start, one.end) for one in found)
        quantities += found
    yield from joined(text, sorted(quantities, key=lambda one: one.start))


def _find_amounts(text: str, taken: Spans) -> Iterator[FoundQuantity]:
    position, index = 0, 0
    starts, shape = amount_start(), amount_shape()
    while start := starts.search(text, position):
        while index < len(taken) and taken[index][1] <= start.start():
            index += 1
        limit = taken[index][0] if index < len(taken) else len(text)
        if limit <= start.start():
            position = taken[index][1]
            continue
        match = shape.match(text, start.start(), limit)
        found = read_quantity(match) if match else None
        if found:
            yield found
        # what was read as no amount (a label, a score) is not read again from its middle
        position = max(found.end if found else match.end() if match else start.end(), start.end())
