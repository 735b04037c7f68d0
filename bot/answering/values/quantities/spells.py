"""Amounts of one unit or a part of one: "weeklong", "a fortnight", "for a year", "half a mile", "an hour and a half"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity, plain
from bot.answering.values.quantities.hedges import HEDGE, hedged
from bot.answering.values.quantities.number_words import Number, measured
from bot.answering.values.quantities.units import MEASURE_UNITS, TIME_UNITS, canonical_unit

_TIME = "minute|hour|day|week|fortnight|month|year|decade|century"  # "a second" is as often an ordinal
_MEASURES = (
    "mile|kilometre|kilometer|metre|meter|foot|inch|tonne|ton|kilogram|kilo|pound|litre|liter|gallon|acre"
    "|percentage point"
)
_UNIT = f"{_TIME}|{_MEASURES}"
_PARTS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "a third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "a quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "three-quarters": Fraction(3, 4),
}
_PART = "|".join(sorted(_PARTS.keys() - {"third"}, key=len, reverse=True))
_AFTER = "|".join(
    f"(?<={word} )"
    for word in "for lasting lasted within after over about nearly almost than least took takes take last spent".split()
)
_SPELL = re.compile(
    rf"(?<![\w-])(?:(?P<long>{_TIME})(?P<many>s)?-?long(?!\w)"
    rf"|(?P<bound>{HEDGE})[ \u00a0]an?[ ](?P<bounded>{_TIME})(?![\w-])(?![ ]and[ ]a[ ](?:half|quarter))"
    rf"|(?:(?P<hedge>{HEDGE})[ ])?(?:(?P<part>{_PART})[ ](?:of[ ])?an?[ ](?P<of>{_UNIT})(?![\w-])"
    rf"|(?P<fraction>half|quarter|third)-(?P<unit_of>{_UNIT})(?!\w)"
    r"|(?P<points>a[ ](?:half|quarter)|half|quarter)[- ]point(?!\w)"
    rf"|(?:an?|one)[ ](?P<whole>{_UNIT})[ ]and[ ]a[ ](?P<more>half|quarter)(?!\w)"
    rf"|(?:an?|one)[ ](?P<lead>{_TIME})(?=,?[ ](?:and[ ])?[\w-]{{1,12}}[ ](?:second|minute|hour|day|week|month)s(?!\w))"
    r"|an?[ ](?P<fortnight>fortnight)(?!\w))"
    rf"|(?:{_AFTER})an?[ ](?P<unit>{_TIME})(?![\w-]))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"(?<![\w-])(?:(?:an?|one)[ ](?P<unit>{_TIME})|(?P<many>hours|days|weeks|months|years|decades|centuries))(?!\w)",
    re.IGNORECASE,
)
_MOST = 20  # of a plural that nothing counts: "weeks"; from there on the next unit is named


def find_spells(text: str, taken: list[tuple[int, int]]) -> Iterator[FoundQuantity]:
    """Yield these amounts of *text* outside *taken*, which is sorted."""
    index = 0
    for match in _SPELL.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index == len(taken) or taken[index][0] >= match.end():
            yield FoundQuantity(*match.span(), _read(match))


def asked_spell(text: str, start: int, end: int) -> FoundQuantity | None:
    """Return the length from *start* to *end* that only a question for one makes sure: "a week", "months"."""
    match = _ASKED.search(text, start, end)
    if match is None:
        return None
    if match["unit"]:
        return FoundQuantity(*match.span(), _one(match["unit"].lower(), Fraction(1), None))
    word = match["many"].lower()
    unit, size = canonical_unit(TIME_UNITS[word])
    return FoundQuantity(*match.span(), Quantity(Kind.DURATION, 2 * size, _MOST * size, None, word, unit))


def _read(match: re.Match[str]) -> Quantity:
    found = {name: text.lower() for name, text in match.groupdict().items() if text is not None}
    if "many" in found:
        unit, size = canonical_unit(TIME_UNITS[found["long"]])
        return Quantity(Kind.DURATION, 2 * size, None, None, f"{found['long']}s", unit)
    word, amount = _unit_and_amount(found)
    return _one(word, amount, found.get("hedge") or found.get("bound"))


def _unit_and_amount(found: dict[str, str]) -> tuple[str, Fraction]:
    if "points" in found:
        return "percentage point", _PARTS[found["points"].removeprefix("a ")]
    if "whole" in found:
        return found["whole"], 1 + _PARTS[found["more"]]
    if "part" in found:
        return found["of"], _PARTS[found["part"]]
    if "fraction" in found:
        return found["unit_of"], _PARTS[found["fraction"]]
    return next(
        found[name] for name in ("long", "unit", "bounded", "lead", "fortnight") if name in found
    ), Fraction(1)


def _one(word: str, amount: Fraction, hedge: str | None) -> Quantity:
    is_time = word in TIME_UNITS
    unit, size = canonical_unit(TIME_UNITS[word] if is_time else MEASURE_UNITS[word])
    number = measured(Number(amount, amount, amount), "1" if amount.denominator == 1 else "half")
    (low, high), words = hedged(number, hedge, None)
    low, high = (None if side is None else side * size for side in (low, high))
    stated = amount * size
    kind = Kind.DURATION if is_time else Kind.PERCENT if word == "percentage point" else Kind.NUMBER
    named = unit if stated == 1 or not is_time else "centuries" if unit == "century" else f"{unit}s"
    return Quantity(kind, low, high, stated, f"{words}{plain(stated)} {named}", unit)
