"""From a matched amount to what it says; None for digits that are a label, a score or a model number."""

import re
from dataclasses import replace

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity, plain
from bot.answering.values.quantities.counting import counted_noun
from bot.answering.values.quantities.currencies import CURRENCY_WORDS, SYMBOLS
from bot.answering.values.quantities.hedges import hedged
from bot.answering.values.quantities.number_words import Number, negated, read_number, scaled
from bot.answering.values.quantities.units import MEASURE_UNITS, TIME_UNITS, canonical_unit

_SYMBOLS = {symbol.lower(): code for symbol, code in SYMBOLS.items()}
_WORD_BEFORE = re.compile(r"(?:^|[\s(])(?P<word>[^\W\d_][\w.’'-]{0,40})[ \u00a0]$")
_LABELS = frozenset(
    """no nr article section chapter page room flight route highway channel resolution act paragraph line
    gate""".split()
)
# Capitalised words after which a bare number is no label: those that a sentence or a heading begins with.
_NOT_LABELS = frozenset(
    """a about after all an and around as at before between but by for from had has have he her his i if in
    into is it its just last least near nearly of on only or our over said says she since some than that
    the their these they those through to total under until up was we were when while will with another
    additional police officials including killed injured""".split()
)
_NO_AMOUNT_AFTER = re.compile(r"[ ](?:of|another|by[ ]one)(?!\w)|[/:][0-9]|-[A-Z0-9]")
_NO_ONE_BEFORE = re.compile(
    r"(?:no|any|every|some|each|this|that|the|which|another|to|at|from)[ -]$", re.IGNORECASE
)
# A leading zero, or groups of digits side by side: a telephone number or a code.
_CODE = re.compile(r"0[0-9]")
_DIGITS_BESIDE = re.compile(r"[ \u00a0-][0-9]")
_DIGITS_BEFORE = re.compile(r"[0-9][ \u00a0-]$")
_PERCENTAGES = frozenset({"%", "percentage points", "basis points"})
_CONTEXT = 48  # characters before an amount that tell a label from a count


def read_quantity(match: re.Match[str]) -> FoundQuantity | None:
    """Return what the matched words say, or None if they are no amount."""
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    number, end = read_number(found["number"]), match.end()
    other = _upper(match, found, number)
    if other is None and "link" in found:
        return None
    if ("between" in found) != (found.get("link", "").strip().lower() == "and"):
        return None
    kind, unit = _kind_and_unit(found)
    if "minus" in found:
        number = negated(number)
    if unit is None and not _is_count(match, number, other):
        return None
    if other:
        number = scaled(number, other.scale)
    quantity = _quantity(found, number, other, (kind, unit))
    if unit is None:
        several = number.stated != 1 or other is not None
        quantity = replace(quantity, counted=counted_noun(match.string, end, several=several))
    return FoundQuantity(match.start(), end, quantity)


def _upper(match: re.Match[str], found: dict[str, str], number: Number) -> Number | None:
    """Return the number that a range ends with; None if there is none, or if the two are a score."""
    if "other" not in found:
        return None
    other = read_number(found["other"])
    before = match.string[max(0, match.start() - len("from ")) : match.start()].lower()
    if found["link"].strip().lower() == "to" and before == "from ":
        return None  # "from 3 to 5 percent" is a change, not a range
    low = scaled(number, other.scale)
    return (
        other if low.stated is not None and other.stated is not None and low.stated < other.stated else None
    )


def _kind_and_unit(found: dict[str, str]) -> tuple[Kind, str | None]:
    currency = _currency(found)
    if currency:
        return Kind.MONEY, currency
    if "time" in found:
        return Kind.DURATION, TIME_UNITS[found["time"].lower()]
    unit = MEASURE_UNITS[found["measure"].lower()] if "measure" in found else None
    return (Kind.PERCENT if unit in _PERCENTAGES else Kind.NUMBER), unit


def _currency(found: dict[str, str]) -> str | None:
    if "symbol" in found:
        return _SYMBOLS[found["symbol"].lower()]
    code = found.get("code") or found.get("money_code")
    if code:
        return code.upper()
    if "money" in found:
        return CURRENCY_WORDS[found["money"].lower()]
    # "3 million pounds" is money; "500 pounds" may be either, and stays a weight
    is_pounds = found.get("measure", "").lower() in ("pound", "pounds")
    return "GBP" if is_pounds and read_number(found["number"]).scale > 1 else None


def _is_count(match: re.Match[str], number: Number, other: Number | None) -> bool:
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - _CONTEXT) : start]
    written = match["number"].lower()
    if _NO_AMOUNT_AFTER.match(text, end) and (written == "one" or text[end : end + 1] in "/:-"):
        return False
    if (
        written[0].isdigit()
        and other is None
        and (_CODE.match(written) or _DIGITS_BESIDE.match(text, end) or _DIGITS_BEFORE.search(before))
    ):
        return False
    if written == "one" and other is None:
        return not _NO_ONE_BEFORE.search(before) and counted_noun(text, end, several=False) is not None
    word = _WORD_BEFORE.search(before)
    if word is None or not written[0].isdigit() or match["hedge"]:
        return True
    label = word["word"]
    if label.lower().rstrip(".") in _LABELS:
        return False
    is_name = label[0].isupper() and label.lower() not in _NOT_LABELS
    return not is_name or number.scale > 1 or counted_noun(text, end, several=True) is not None


def _quantity(
    found: dict[str, str], number: Number, other: Number | None, unit_of: tuple[Kind, str | None]
) -> Quantity:
    kind, unit = unit_of
    bounds, words = hedged(number, found.get("hedge"), found.get("plus"))
    if other:
        bounds, words = (number.low, other.high), ""
    stated = None if other else number.stated
    name, size = canonical_unit(unit) if unit else (None, 1)
    low, high = (None if side is None else side * size for side in bounds)
    written = _written(number, other, size)
    text = f"{words}{written}" if name is None else f"{words}{written} {_named(name, kind, written)}"
    return Quantity(kind, low, high, stated * size if stated is not None else None, text, name)


def _written(number: Number, other: Number | None, size: int) -> str:
    if number.stated is None:
        return number.word or ""
    if other and other.stated is not None:
        return f"{plain(number.stated * size)} to {plain(other.stated * size)}"
    return plain(number.stated * size)


def _named(unit: str, kind: Kind, number: str) -> str:
    if kind is not Kind.DURATION or number == "1":
        return unit
    return "centuries" if unit == "century" else f"{unit}s"
