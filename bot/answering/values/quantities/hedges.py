"""The words before and after a number that make it a bound or an estimate."""

from fractions import Fraction

from bot.answering.values.quantities.number_words import Number

_AT_LEAST = (
    "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|over|upwards of|upward of"
    "|exceeding|above|greater than|in excess of|well over|well above|at minimum|north of|as few as|as little as"
)
_AT_MOST = (
    "at most|no more than|not more than|up to|as many as|as much as|fewer than|less than|under|below"
    "|a maximum of|at the most"
)
_ABOUT = (
    "about|around|roughly|approximately|some|an estimated|estimated|circa|close to|approx\\.|approx|somewhere around"
    "|in the region of|more or less"
)
_NEARLY = "nearly|almost|just under|just below|not quite|just short of|just shy of|a little under|slightly less than"
_JUST_OVER = (
    "just over|just above|a little over|slightly more than|a little more than|a bit more than|slightly over"
)
HEDGE = f"{_JUST_OVER}|{_NEARLY}|{_AT_LEAST}|{_AT_MOST}|{_ABOUT}"
# "About" says nothing of how near: a tenth is what readers take it for, and one for a small count.
_ABOUT_SHARE = Fraction(1, 10)
_MORE = frozenset({"or more", "and more", "or above", "and counting", "+", "plus", "-plus"})

Bounds = tuple[Fraction | None, Fraction | None]


def hedged(number: Number, hedge: str | None, after: str | None) -> tuple[Bounds, str]:
    """Return the range that *number* with its words spans, and the canonical words for it ("at least ").

    "More than 5" is read as "at least 5": reports round both ways. A bound is the number as stated; only a bare
    number is widened by what its own rounding leaves open.
    """
    if not hedge and not after:
        return (number.low, number.high), ""
    words = " ".join((hedge or after or "").lower().split())
    low, high = (number.low, number.high) if number.stated is None else (number.stated, number.stated)
    if words in _JUST_OVER.split("|"):
        return (low, max(high + abs(high) * _ABOUT_SHARE, number.high)), "just over "
    if words in _NEARLY.split("|"):
        return (min(low - abs(low) * _ABOUT_SHARE, number.low), high), "nearly "
    if words in _AT_LEAST.split("|") or words in _MORE:
        return (low, None), "at least "
    if words in _AT_MOST.split("|"):
        return (None, high), "at most "
    slack = max(abs(low) * _ABOUT_SHARE, Fraction(low >= 3), number.high - high)
    return (low - slack, high + slack), "about "
