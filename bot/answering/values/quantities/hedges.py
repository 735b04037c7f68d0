"""The words before and after a number that make it a bound or an estimate."""

from fractions import Fraction

from bot.answering.values.quantities.number_words import Number

_AT_LEAST = (
    "at least|no fewer than|no less than|not less than|a minimum of|more than|over|upwards of|exceeding|above"
    "|greater than|in excess of|well over|at minimum"
)
_AT_MOST = (
    "at most|no more than|not more than|up to|as many as|as much as|fewer than|less than|under|below"
    "|a maximum of"
)
_ABOUT = "about|around|roughly|approximately|some|an estimated|estimated|circa|close to|approx\\.|approx"
_NEARLY = "nearly|almost|just under|just below|not quite"
_JUST_OVER = "just over|just above|a little over|slightly more than|a little more than"
HEDGE = f"{_JUST_OVER}|{_NEARLY}|{_AT_LEAST}|{_AT_MOST}|{_ABOUT}"
# "About" says nothing of how near: a tenth is what readers take it for, and one for a small count.
_ABOUT_SHARE = Fraction(1, 10)

Bounds = tuple[Fraction | None, Fraction | None]


def hedged(number: Number, hedge: str | None, after: str | None) -> tuple[Bounds, str]:
    """Return the range that *number* with its words spans, and the canonical words for it ("at least ").

    "More than 5" is read as "at least 5": reports round both ways.
    """
    if not hedge and not after:
        return (number.low, number.high), ""
    words = " ".join((hedge or after or "").lower().split())
    if words in _JUST_OVER.split("|"):
        return (number.low, number.high + abs(number.high) * _ABOUT_SHARE), "just over "
    if words in _NEARLY.split("|"):
        return (number.low - abs(number.low) * _ABOUT_SHARE, number.high), "nearly "
    if words in _AT_LEAST.split("|") or words in ("or more", "and more", "or above", "and counting", "+"):
        return (number.low, None), "at least "
    if words in _AT_MOST.split("|"):
        return (None, number.high), "at most "
    centre = (number.low + number.high) / 2
    slack = max(abs(centre) * _ABOUT_SHARE, Fraction(centre >= 3), number.high - centre)
    return (centre - slack, centre + slack), "about "
