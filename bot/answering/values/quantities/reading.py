"""From a matched amount to what it says; None for digits that are a label, a score or a model number."""

import re
from dataclasses import replace
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity, plain
from bot.answering.values.quantities.counting import (
    befallen,
    counted_noun,
    is_further,
    is_partial,
    people_meant,
)
from bot.answering.values.quantities.currencies import (
    CODE_ALIASES,
    CURRENCY_WORDS,
    SUBUNIT_SIZE,
    SUBUNITS,
    SYMBOLS,
    currencies_meant,
)
from bot.answering.values.quantities.hedges import hedged
from bot.answering.values.quantities.labels import is_count
from bot.answering.values.quantities.number_words import Number, measured, negated, read_number, scaled
from bot.answering.values.quantities.units import MEASURE_UNITS, TIME_UNITS, canonical_unit

_SYMBOLS = {symbol.lower(): code for symbol, code in SYMBOLS.items()}
_LONE_B = re.compile(r"[0-9]b$", re.IGNORECASE)
_PERCENTAGES = frozenset({"%", "percentage points", "basis points"})
# "Lind, 43,", "the guard, 61,"; the injured, 43, are many.
_AFTER_NAME = re.compile(
    r"(?<!\w)(?:[A-Z][\w.’'-]*[”\"]?|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)[ ](?:[a-z-]+[ ]){0,2}"
    r"(?!(?:dead|killed|injured|wounded|hurt|missing|total|rest)\b)[a-z]{2,}[a-rt-z])[ ]?,[ ]$"
)
_AGED = re.compile(
    r"(?<!\w)(?:aged|(?:at|of)[ ]the[ ]age[ ]of|(?:man|woman|boy|girl|child)[ ]of)[ ]$", re.IGNORECASE
)
_WHO_WAS = re.compile(r"\w[ ]?,[ ]who[ ](?:is|was|had[ ](?:just[ ])?turned|turned)[ ]$")
_WHO_WAS_ENDS = re.compile(r"[ ]?(?:[,;)]|and\b|\.(?:\s|$)|$)")
_APPOSED = re.compile(r"[ ]?(?:[,;)]|\.(?:\s|$)|$)")
_OLDEST = 120
_WIDEST_RANGE = 10
_CONTEXT = 48  # characters before an amount that tell a label from a count


def read_quantity(match: re.Match[str]) -> FoundQuantity | None:
    """Return what the matched words say, or None if they are no amount."""
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    number = read_number(found["number"])
    other = _upper(match, found, number)
    kind, unit = _kind_and_unit(found)
    if not _is_whole(found, other, unit) or (unit is None and not is_count(match, number, other)):
        return None
    if kind is Kind.MONEY and found.get("measure", "").lower() == "m":
        number = scaled(number, 10**6)  # "$4.5 m"
    if other:
        number = scaled(number, other.scale)
    if unit is not None or "." in found["number"]:
        number = measured(number, found["number"])
        other = measured(other, found["other"]) if other else None
    if "minus" in found:
        number = negated(number)
    quantity = _quantity(found, number, other, (kind, unit))
    if unit is None:
        quantity = _counting(match, quantity, several=number.stated != 1 or other is not None)
        if other and _is_telephone(quantity, found["link"]):
            return None
    return FoundQuantity(match.start(), match.end(), quantity)


def _is_whole(found: dict[str, str], other: Number | None, unit: str | None) -> bool:
    """Tell whether what was matched belongs together: "between" and "and", "10% to" and "12%", "$3b"."""
    if "link" in found and other is None:
        return False
    if ("between" in found) != (found.get("link", "").strip().lower() == "and"):
        return False
    if _LONE_B.search(found["number"]) and _currency(found) is None:
        return False  # "3b" is a label
    return "percent" not in found or unit == "%"


def _counting(match: re.Match[str], quantity: Quantity, *, several: bool) -> Quantity:
    """Return *quantity* with what it counts; a bare number where ages stand is one."""
    text, start, end = match.string, match.start(), match.end()
    counted = counted_noun(text, end, several=several)
    if (
        counted is None
        and quantity.stated is not None
        and 0 < quantity.stated < _OLDEST
        and quantity.written.isdigit()
        and _is_age(text, start, end)
    ):
        years = quantity.stated
        return Quantity(Kind.DURATION, years, years, years, f"{quantity.written} years", "year")
    counted, befell = people_meant(counted, befallen(text, start, end))
    further, partial = is_further(text, start, end), is_partial(text, start, end)
    return replace(quantity, counted=counted, befell=befell, further=further, partial=partial)


def _is_age(text: str, start: int, end: int) -> bool:
    """Tell whether a bare number stands where reports give how old somebody is."""
    first = max(0, start - _CONTEXT)
    apposed = _AFTER_NAME.search(text, first, start) and _APPOSED.match(text, end)
    told = _WHO_WAS.search(text, first, start) and _WHO_WAS_ENDS.match(text, end)
    return bool(apposed or told or _AGED.search(text, first, start))


def _is_telephone(quantity: Quantity, link: str) -> bool:
    """Tell whether two bare numbers with a dash are no range: "435-6711"."""
    low, high = quantity.low, quantity.high
    is_dash = not any(character.isalpha() for character in link)
    return (
        is_dash
        and quantity.counted is None
        and bool(low and high)
        and (high or 0) > _WIDEST_RANGE * (low or 1)
    )


def _upper(match: re.Match[str], found: dict[str, str], number: Number) -> Number | None:
    """Return the number that a range ends with; None if there is none, or if the two are a score."""
    if "other" not in found:
        return None
    other = read_number(found["other"])
    before = match.string[max(0, match.start() - len("from ")) : match.start()].lower()
    if found["link"].strip(" -").lower() == "to" and before == "from ":
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
    sign = found.get("symbol") or found.get("sign")
    if sign:
        return _SYMBOLS[sign.lower()]
    code = found.get("code") or found.get("money_code")
    if code:
        return CODE_ALIASES.get(code.upper(), code.upper())
    if "money" in found:
        return CURRENCY_WORDS[found["money"].lower()]
    # "3 million pounds" is money; "500 pounds" may be either, and stays a weight
    is_pounds = found.get("measure", "").lower() in ("pound", "pounds")
    return "GBP" if is_pounds and read_number(found["number"]).scale > 1 else None


def _quantity(
    found: dict[str, str], number: Number, other: Number | None, unit_of: tuple[Kind, str | None]
) -> Quantity:
    kind, unit = unit_of
    bounds, words = hedged(number, found.get("hedge"), found.get("plus"))
    if other:
        bounds, words = (number.low, other.high), ""
    stated = None if other else number.stated
    name, size = canonical_unit(unit) if unit else (None, Fraction(1))
    size = SUBUNIT_SIZE if found.get("money", "").lower() in SUBUNITS else size
    low, high = (None if side is None else side * size for side in bounds)
    written = _written(number, other, size)
    text = f"{words}{written}" if name is None else f"{words}{written} {_named(name, kind, written)}"
    meant = currencies_meant(_money_word(found)) if kind is Kind.MONEY else frozenset()
    return Quantity(kind, low, high, stated * size if stated is not None else None, text, name, maybe=meant)


def _money_word(found: dict[str, str]) -> str:
    return found.get("symbol") or found.get("sign") or found.get("money") or found.get("measure") or ""


def _written(number: Number, other: Number | None, size: Fraction) -> str:
    if number.stated is None:
        return number.word or ""
    if other and other.stated is not None:
        return f"{plain(number.stated * size)} to {plain(other.stated * size)}"
    return plain(number.stated * size)


def _named(unit: str, kind: Kind, number: str) -> str:
    if kind is not Kind.DURATION or number == "1":
        return unit
    return "centuries" if unit == "century" else f"{unit}s"
