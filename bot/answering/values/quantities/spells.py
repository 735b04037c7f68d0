"""Durations in one word or without a number: "weeklong", "three-day", "a fortnight", "for a year"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.units import TIME_UNITS, canonical_unit

_UNIT = "minute|hour|day|week|fortnight|month|year|decade|century"  # "a second" is as often an ordinal
_SPELL = re.compile(
    rf"(?<![\w-])(?:(?P<long>{_UNIT})(?P<many>s)?-?long(?!\w)"
    r"|(?:(?<=for )|(?<=lasting )|(?<=lasted )|(?<=within )|(?<=after )|(?<=over )|(?<=about )|(?<=nearly )"
    r"|(?<=almost )|(?<=than )|(?<=least )|(?<=took )|(?<=takes )|(?<=take )|(?<=last ))"
    rf"(?P<half>half[ ])?an?[ ](?P<unit>{_UNIT})(?![\w-])"
    r"|(?P<half_unit>half[ ]an?[ ](?:hour|day|year|decade|century))(?!\w)"
    r"|an?[ ](?P<fortnight>fortnight)(?!\w))",
    re.IGNORECASE,
)


def find_spells(text: str, taken: list[tuple[int, int]]) -> Iterator[FoundQuantity]:
    """Yield the wordy durations of *text* outside *taken*, which is sorted."""
    index = 0
    for match in _SPELL.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index == len(taken) or taken[index][0] >= match.end():
            yield FoundQuantity(*match.span(), _duration(match))


def _duration(match: re.Match[str]) -> Quantity:
    half = match["half"] or match["half_unit"]
    word = match["long"] or match["unit"] or match["fortnight"] or match["half_unit"].split()[-1]
    unit, size = canonical_unit(TIME_UNITS[word.lower()])
    if match["many"]:
        return Quantity(Kind.DURATION, Fraction(2 * size), None, None, f"{word.lower()}s", unit)
    amount = Fraction(size, 2 if half else 1)
    number = f"{float(amount):g}"
    written = (
        f"{number} {unit}" if amount == 1 else f"{number} {unit[:-1] + 'ie' if unit == 'century' else unit}s"
    )
    return Quantity(Kind.DURATION, amount, amount, amount, written, unit)
