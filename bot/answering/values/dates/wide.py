"""Decades, centuries and business years: points in time that no calendar year holds."""

from datetime import date

from bot.answering.values.dates.expressions import Part
from bot.answering.values.dates.points import DatePoint, known_span

# Which tenths or hundredths of a decade or century a part of it takes, both ends included.
_TENTHS: dict[Part | None, tuple[int, int]] = {
    None: (0, 9),
    "start": (0, 2),
    "early": (0, 3),
    "mid": (4, 6),
    "late": (6, 9),
    "end": (8, 9),
}


def decade_point(first_year: int, part: Part | None = None) -> DatePoint:
    """Return the decade; one ending in 00 may mean the century ("the 1900s") and is taken as the century."""
    length, written = (
        (100, f"{first_year // 100}XX") if first_year % 100 == 0 else (10, f"{first_year // 10}X")
    )
    return _years(first_year, length, part, written)


def century_point(number: int, part: Part | None = None) -> DatePoint | None:
    """Return the century, from its year 00 as EDTF has it; None for a number that is no century."""
    if not 1 < number <= 21:
        return None
    return _years((number - 1) * 100, 100, part, f"{number - 1:02}XX")


def business_year(year: int) -> DatePoint:
    """Return the fiscal year named by *year*: it may have begun the April before, or end the March after."""
    return known_span(date(year - 1, 4, 1), date(year + 1, 3, 31))


def _years(first: int, length: int, part: Part | None, written: str) -> DatePoint:
    step = length // 10
    low, high = _TENTHS[part]
    span = date(first + low * step, 1, 1), date(first + (high + 1) * step - 1, 12, 31)
    return known_span(*span, edtf=written if part is None else f"[{span[0].year:04}..{span[1].year:04}]")
