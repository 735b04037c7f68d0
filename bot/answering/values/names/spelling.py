"""Whether two words of names are one word in another spelling: transliterations, doubled letters, slips."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

# Letters that transliterations exchange for each other, to one of them; in this order.
_TRANSLITERATION = (
    (re.compile(r"[-' ]"), ""),
    (re.compile(r"hs"), "x"),
    (re.compile(r"zh|dzh|dj"), "j"),
    (re.compile(r"tsch|tch"), "ch"),
    (re.compile(r"sch(?!$)"), "sh"),
    (re.compile(r"(?<=[cs]h)[iy]?o(?=v)"), "e"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"^ie"), "e"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"kh|gh|[qck]"), "k"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"^g(?=.{5})"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)(?:eh|ah)$"), "a"),
)
SPELT_OTHERWISE = 5  # letters from which words that sound alike are one name; "Lee" and "Li" may be two
_CLOSE_LENGTH = 7  # letters from which one slip is a spelling, not another surname


@lru_cache(maxsize=4096)
def sounded(word: str) -> str:
    """Return the letters that every usual transliteration of *word*, folded, comes down to."""
    for pattern, letter in _TRANSLITERATION:
        word = pattern.sub(letter, word)
    return word


def is_close(first: str, second: str, *, length: int = _CLOSE_LENGTH) -> bool:
    """Tell whether two words of at least *length* letters differ by one letter, or by two that changed places."""
    one, other = sounded(first), sounded(second)
    return (
        min(len(one), len(other)) >= length
        and one[0] == other[0]
        and OSA.distance(one, other, score_cutoff=1) <= 1
    )
