"""Compares organisations: spelling, word order, legal form, abbreviation and whose they are aside."""

import re
from functools import cache, lru_cache

from bot.answering.values.fits import Fit
from bot.answering.values.names.acronyms import ACRONYMS, ALIASES
from bot.answering.values.names.demonyms import COUNTRIES, COUNTRY_WORDS
from bot.answering.values.names.naming import Name, folded, words_of
from bot.answering.values.names.spelling import is_close

Judgement = tuple[Fit, str]
Words = tuple[str, ...]

_SAME: Judgement = (Fit.SAME, "the same name")
_SHORT: Judgement = (Fit.FINER, "an abbreviation and what it may stand for")
_PART: Judgement = (Fit.FINER, "one name leaves a part out")
_CLOSE: Judgement = (Fit.FINER, "names that differ as spellings of one name do")
_UNKNOWN_SHORT: Judgement = (Fit.UNRELATED, "not known what the abbreviation stands for")
_UNKNOWN_BODY: Judgement = (Fit.UNRELATED, "bodies for one thing, and not known whose")
_APART: Judgement = (Fit.DIFFERENT, "the names differ")
_OWNED = re.compile(r"^(?P<who>[^\W\d_][\w .]{1,24}?)['’]s(?=[ ])")
_COUNTRY_NAMES = frozenset(" ".join(country) for country in COUNTRIES) | COUNTRY_WORDS.keys()
_COMPANY = frozenset(
    "inc incorporated ltd limited llc corp corporation company co plc group ag sa nv holdings".split()
)
_BODIES = frozenset("ministry department office bureau secretariat".split())
_FILLERS = frozenset({"affairs", "a", "s"})
_LONGEST_SHORT = 6  # letters of an abbreviation
_LEAST_PREFIX = 3  # letters that may stand for the first words only: "CDC"


def compare_organisations(first: Name, second: Name) -> Judgement:
    """Return the fit of two organisations, and why."""
    one, other = _words(first.text), _words(second.text)
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return _SAME
    for short, full in ((first, second), (second, first)):
        if _is_short(short.text):
            return _abbreviated(short, full)
    if set(one) <= set(other) or set(other) <= set(one):
        return _PART
    if _is_same_body(one, other):
        return _UNKNOWN_BODY
    return _CLOSE if is_close("".join(one), "".join(other)) else _APART


@lru_cache(maxsize=2048)
def _words(text: str) -> Words:
    text = _OWNED.sub(
        lambda match: match["who"] if match["who"].lower() in _COUNTRY_NAMES else match.group(), text
    )
    key = folded(text).replace(".", "").replace("’", "").replace("'", "").removeprefix("the ")
    text = _aliases().get(key, key)
    words = [part for word in words_of(text) for part in word.split("-") if part]
    words = [part for word in words for part in COUNTRY_WORDS.get(word, (word,))]
    kept = [word for word in words if word not in _COMPANY and word not in _FILLERS]
    return tuple(kept or words)


@cache
def _aliases() -> dict[str, str]:
    return ALIASES | ACRONYMS


def _is_short(text: str) -> bool:
    """Tell whether *text* is an abbreviation that the table does not know: "NHK", "MoD", "U.N."."""
    bare = text.replace(".", "")
    is_one = bare.isalpha() and 1 < len(bare) <= _LONGEST_SHORT
    return is_one and sum(letter.isupper() for letter in bare) > 1 and folded(bare) not in _aliases()


def _abbreviated(short: Name, full: Name) -> Judgement:
    letters = folded(short.text).replace(".", "")
    if _is_short(full.text):
        return _APART
    words = folded(full.text).replace("-", " ").replace("&", " ").replace("'", "").replace("’", "").split()
    words = words[1:] if words[:1] == ["the"] else words
    if len(words) < 2:
        return _UNKNOWN_SHORT
    meanings = {
        "".join(word[0] for word in words if word not in left_out)
        for left_out in ((), ("of", "for", "the", "and", "in", "on"), ("the", "and", "for", "in"))
    }
    meanings |= {meaning.replace("us", "", 1) for meaning in meanings if words[0] in ("us", "united")}
    if letters in meanings:
        return _SHORT
    is_prefix = len(letters) >= _LEAST_PREFIX and any(meaning.startswith(letters) for meaning in meanings)
    return _SHORT if is_prefix else _UNKNOWN_SHORT


def _is_same_body(first: Words, second: Words) -> bool:
    """Tell whether both are a government's body for one thing, which may be one: "Pentagon", "Defense Ministry"."""
    countries = [_country(words) for words in (first, second)]
    if (countries[0] and countries[1] and countries[0] != countries[1]) or not all(
        set(words) & _BODIES for words in (first, second)
    ):
        return False
    fields = [
        set(words) - _BODIES - set(country) for words, country in zip((first, second), countries, strict=True)
    ]
    return fields[0] == fields[1] != set()


def _country(words: Words) -> Words:
    return next((country for country in COUNTRIES if set(country) <= set(words)), ())
