"""Numbers as digits and as English words."""

# Own parsing and not word2number or text2num: those turn a string into a number but do not say where in a
# text the number stands, and know neither rounding nor "dozens".

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_ONES = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL_VALUES = {word: number for number, word in enumerate(_ONES + _TEENS)}
_SMALL_VALUES |= {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
# What a vague word spans in news prose; the ends are generous, so that it rarely rules anything out.
_VAGUE = {
    "several": (3, 12),
    "tens": (20, 99),
    "a few": (2, 7),
    "a handful": (2, 7),
    "a couple": (2, 3),
    "dozens": (24, 199),
    "scores": (40, 199),
    "hundreds": (200, 1999),
    "thousands": (2000, 99_999),
    "tens of thousands": (20_000, 199_999),
    "hundreds of thousands": (200_000, 1_999_999),
    "millions": (2 * 10**6, 99_999_999),
    "tens of millions": (2 * 10**7, 199_999_999),
    "hundreds of millions": (2 * 10**8, 1_999_999_999),
    "billions": (2 * 10**9, 999_999_999_999),
    "tens of billions": (2 * 10**10, 199_999_999_999),
    "hundreds of billions": (2 * 10**11, 1_999_999_999_999),
    "trillions": (2 * 10**12, 999_999_999_999_999),
    "multimillion": (2 * 10**6, 999_999_999),
    "multi-million": (2 * 10**6, 999_999_999),
    "multibillion": (2 * 10**9, 999_999_999_999),
    "multi-billion": (2 * 10**9, 999_999_999_999),
}
# From here on a scale word says that the number is rounded to its last digit, and zeros that it may be.
_ROUNDING_SCALE = 1000
_ROUNDING_ZEROS = 2
# No rounding moves a number by more, whatever its last digit: "1 million" is not 1.4 million. Zeros alone say less.
_ROUNDING_SHARE = Fraction(3, 20)
_ZEROS_SHARE = Fraction(1, 20)

_BIG = "thousand|million|billion|trillion|lakh|crore"
_GROUPS_OF = {"pair": 2, "trio": 3, "quartet": 4, "quintet": 5}
_ONE = "|".join(_ONES)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_ONE})(?!\w))?|{'|'.join(_TEENS)}|{_ONE})(?!\w)"
_GROUP = rf"{_SMALL}(?:[ -](?:hundred|dozen)(?!\w)(?:(?:[ ]and)?[ -]{_SMALL})?)?"
_SPELLED = (
    rf"{_GROUP}(?:[ -]and[ -]a[ -]half(?!\w))?"
    rf"(?:[ -](?:{_BIG})(?!\w)(?:,?[ ](?:and[ ])?{_GROUP}(?:[ -](?:{_BIG})(?!\w))?){{0,3}})?"
)
_WITH_ARTICLE = (
    rf"(?:half[ ])?an?[ ](?:half[ -])?(?:hundred|dozen|{_BIG})(?!\w)"
    rf"(?:[ ]and[ ]a[ ](?:half|quarter)(?!\w)|(?:(?:[ ]and)?[ ]{_SMALL})?)"
    rf"|half-(?:dozen|{_BIG})(?!\w)|a[ ]quarter[ ](?:of[ ]a[ ])?(?:{_BIG})(?!\w)"
    rf"|an?[ ](?:{'|'.join(_GROUPS_OF)})[ ]of(?!\w)"
)
_VAGUE_WORDS = (  # "scores" is a verb as often
    r"(?!scores(?![ ](?:of|more|killed|dead|dying|injured|wounded|hurt|missing|were|are|have|had)(?!\w)))"
    rf"(?:{'|'.join(sorted(_VAGUE, key=len, reverse=True))})(?!\w)(?:[ ](?:dozen|hundred|{_BIG})(?!\w))?"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DIGITS = (
    r"[0-9]{1,3},[0-9]{1,2}(?=[ \u00a0]?(?:million|billion|trillion|%|per[ ]?cent))|"  # "2,5 million"
    r"[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3}){1,4}(?:\.[0-9]{1,6})?|"
    # "12 000 tonnes"; but "on 3 May 300 people" and "May 12 300 people"
    rf"{''.join(f'(?<!{month} )' for month in _MONTHS)}(?<!ary )(?<!rch )(?<!ril )(?<!une )(?<!uly )(?<!ust )(?<!ber )"
    r"[1-9][0-9]{0,2}(?:[ ][0-9]{3}){1,4}(?![0-9]|[.,:/-][0-9])|"
    r"[0-9]{1,15}(?:\.[0-9]{1,6})?"
)
_SCALE = rf"(?:[ \u00a0-](?:hundred|dozen|{_BIG}|mn|mln|mil|bn|bln|tn|trn)(?!\w)|(?:bn|bln|mn|mln|tn|trn|k|m|b)(?!\w))"
NUMBER = rf"(?:(?:{_DIGITS})(?![0-9]|[.,][0-9])(?:{_SCALE})?|{_VAGUE_WORDS}|{_WITH_ARTICLE}|{_SPELLED})"
# The words that a number can begin with.
FIRST_WORD = (
    rf"{_ONE}|{'|'.join(_TEENS + _TENS)}|half|several|dozens|scores|tens|hundreds|thousands|millions|billions|trillions"
    rf"|multi-?(?:million|billion)|an?(?=[ ](?:few|handful|couple|half|quarter|hundred|dozen|{'|'.join(_GROUPS_OF)}|{_BIG}))"
)
_PARTS_OF = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_DECIMAL_COMMA = re.compile(r"^([0-9]+),([0-9]{1,2})$")
_THIN = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3})")  # spaces that group digits
_PARTS = re.compile(r"(?P<digits>[0-9][0-9,.]*)[ \u00a0-]?(?P<scale>[a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: ``stated`` is None for a vague word; it lies from ``low`` to ``high``."""

    stated: Fraction | None
    low: Fraction
    high: Fraction
    scale: int = 1
    word: str | None = None


@lru_cache(maxsize=1024)  # the same few numbers come again and again
def read_number(written: str) -> Number:
    """Return what *written*, a full match of ``NUMBER``, says."""
    words = " ".join(_THIN.sub(",", written.lower()).split())
    digits = _PARTS.fullmatch(words)
    if digits:
        return _from_digits(digits["digits"], digits["scale"])
    for vague in sorted(_VAGUE, key=len, reverse=True):
        if words == vague or words.startswith(vague + " "):
            scale = _SCALES.get(words.removeprefix(vague).strip(), 1)
            low, high = _VAGUE[vague]
            return Number(None, Fraction(low * scale), Fraction(high * scale), scale, words)
    return _from_words(words)


def scaled(number: Number, scale: int) -> Number:
    """Return *number* times *scale*: the "3" of "3-5 million"."""
    if number.stated is None or number.scale != 1 or scale == 1:
        return number
    decimals = next((n for n in range(6) if (number.stated * 10**n).denominator == 1), 6)
    step = Fraction(scale, 10**decimals) if scale >= _ROUNDING_SCALE else Fraction(0)
    return _rounded(number.stated * scale, scale, step)


def measured(number: Number, written: str) -> Number:
    """Return *number* as a measurement: it is rounded to the last digit of *written*, so 12 km may be 12.3."""
    if number.stated is None or number.low != number.high:
        return number
    decimals = len(written.partition(".")[2]) if written[:1].isdigit() else 0
    step = Fraction(1, 2) if "half" in written.lower() else Fraction(1, 10**decimals)
    return _rounded(number.stated, number.scale, step)


def negated(number: Number) -> Number:
    """Return *number* below zero."""
    stated = None if number.stated is None else -number.stated
    return Number(stated, -number.high, -number.low, number.scale, number.word)


def _from_digits(digits: str, scale_word: str | None) -> Number:
    scale = _SCALES[scale_word] if scale_word else 1
    bare = _DECIMAL_COMMA.sub(r"\1.\2", digits)
    bare = re.sub(r"[,\u00a0\u202f]", "", bare)
    stated = Fraction(bare) * scale
    zeros = len(bare) - len(bare.rstrip("0"))
    if scale < _ROUNDING_SCALE and "." not in bare and stated >= _ROUNDING_SCALE and zeros >= _ROUNDING_ZEROS:
        return _rounded(stated, scale, Fraction(10**zeros) * scale, _ZEROS_SHARE)
    decimals = len(bare.partition(".")[2])
    return _rounded(stated, scale, Fraction(scale, 10**decimals) if scale >= _ROUNDING_SCALE else Fraction(0))


def _from_words(words: str) -> Number:
    total, current, last, small = Fraction(0), Fraction(0), 1, Fraction(1)
    for word in re.split(r"[ ,-]+", words):
        if word in _SMALL_VALUES:
            current += _SMALL_VALUES[word]
        elif word in _GROUPS_OF:
            current += _GROUPS_OF[word]
        elif word in _PARTS_OF:
            small = _PARTS_OF[word]
            if total:  # "a million and a half"
                total += small * last
            else:
                current += small
        elif word in ("hundred", "dozen"):
            current = (current or Fraction(1)) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current, last = Fraction(0), _SCALES[word]
    exact = bool(current) or last < _ROUNDING_SCALE
    return _rounded(total + current, 1 if current else last, Fraction(0) if exact else last * small)


def _rounded(stated: Fraction, scale: int, step: Fraction, share: Fraction = _ROUNDING_SHARE) -> Number:
    slack = min(step / 2, abs(stated) * share)
    return Number(stated, stated - slack, stated + slack, scale)
