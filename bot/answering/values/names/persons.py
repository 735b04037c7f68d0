"""Compares persons: titles and diacritics aside, a surname alone fits the full name, a short form its name."""

import re
from dataclasses import dataclass

from bot.answering.values.fits import Fit
from bot.answering.values.names.given_names import is_same_given, is_short_for
from bot.answering.values.names.name_words import PARTICLES, TITLES
from bot.answering.values.names.naming import Name, words_of
from bot.answering.values.names.spelling import is_close, sounded

Judgement = tuple[Fit, str]

_SAME: Judgement = (Fit.SAME, "the same name")
_OTHER_SPELLING: Judgement = (Fit.SAME, "the same name in another spelling")
_CLOSE: Judgement = (Fit.FINER, "names that differ as spellings of one name do")
_PART: Judgement = (Fit.FINER, "one name leaves a part out")
_APART: Judgement = (Fit.DIFFERENT, "the names differ")
_ARTICLES = frozenset("al el ul as an ad ar ash at az".split())  # Arabic, before a hyphen
_HONOURS = frozenset("phd md esq obe mbe kbe cbe qc kc jr sr".split())
_GENERATIONS = frozenset({"jr", "sr"})
_NUMERAL = re.compile(r"[ ](?P<numeral>I{1,3}|IV|VI{0,3}|IX|X)$")
_CAPITALS = re.compile(r"(?<![^\W_])[A-Z]{2}(?=[ ])")
_LINKED = re.compile(r"(?<![\w])(?:[Aa]l|[Ee]l)[- ](?=\w)")
_CLOSE_LENGTH, _CLOSE_WITH_GIVEN = 7, 5


@dataclass(frozen=True, slots=True)
class _Person:
    """Folded words without titles, particles and articles, and what tells namesakes apart: "jr", "ii"."""

    words: tuple[str, ...]
    numeral: str | None


def compare_persons(first: Name, second: Name) -> Judgement:
    """Return the fit of two persons, and why."""
    one, other = _person(first), _person(second)
    if one.numeral and other.numeral and one.numeral != other.numeral:
        return Fit.DIFFERENT, "namesakes of another generation"
    judgement = _compare(*sorted((one.words, other.words), key=lambda words: (len(words), words)))
    if judgement[0] is Fit.SAME and one.numeral != other.numeral:
        return _PART
    return judgement


def _person(name: Name) -> _Person:
    text = _CAPITALS.sub(lambda match: " ".join(match.group()), _LINKED.sub("", name.text))
    numeral = _NUMERAL.search(text) if not text.isupper() else None
    text = text[: numeral.start()] if numeral else text
    pieces = [piece for word in words_of(text.replace(".", ". ")) for piece in word.split("-")]
    generation = next((word for word in pieces[1:] if word in _GENERATIONS), None)
    words = [word for word in pieces if word] or list(words_of(text))
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _HONOURS:
        words.pop()
    kept = [word for word in words if word not in PARTICLES and word not in _ARTICLES] or words
    return _Person(tuple(kept), numeral["numeral"].lower() if numeral else generation)


def _compare(short: tuple[str, ...], full: tuple[str, ...]) -> Judgement:
    """Compare two names, *short* not having more words than *full*."""
    if sorted(short) == sorted(full):
        return _SAME
    if sorted(map(sounded, short)) == sorted(map(sounded, full)) or _run_together(short) == _run_together(
        full
    ):
        return _OTHER_SPELLING
    if len(short) < 2:
        return _alone(short, full)
    judgements = [_aligned(short, full), _aligned(short, (*full[1:], full[0])), _aligned(short, full[::-1])]
    best = min(judgements, key=lambda judgement: _ORDER.index(judgement[0]))
    if best[0] is Fit.DIFFERENT and _is_within(short, full):
        return _PART
    return best if best[0] is not Fit.DIFFERENT else judgements[0]


def _run_together(words: tuple[str, ...]) -> str | tuple[str, ...]:
    """Return the words as one, for "Jong Un" and "Jongun"; themselves where an initial is among them."""
    return words if any(len(word) < 2 for word in words) else sounded("".join(words))


_ORDER = (Fit.SAME, Fit.FINER, Fit.DIFFERENT)


def _alone(short: tuple[str, ...], full: tuple[str, ...]) -> Judgement:
    if not short:
        return _APART
    word = short[0]
    if any(sounded(word) == sounded(part) or is_same_given(word, part) for part in full):
        return _OTHER_SPELLING if len(full) == 1 else _PART
    return _CLOSE if any(is_close(word, part) for part in full) else _APART


def _aligned(short: tuple[str, ...], full: tuple[str, ...]) -> Judgement:
    """Compare given names first, middle names, and surnames last."""
    given, surname = _given(short[0], full[0]), _surname(short, full)
    if surname is None:
        return Fit.DIFFERENT, "the surnames differ"
    if given is None or _middles_differ(short[1:-1], full[1:-1]):
        return Fit.DIFFERENT, "the given names differ"
    if given == surname == "same" and len(short) == len(full):
        middles = zip(short[1:-1], full[1:-1], strict=True)
        return _OTHER_SPELLING if all(is_same_given(one, other) for one, other in middles) else _PART
    return _CLOSE if "close" in (given, surname) else _PART


def _given(first: str, second: str) -> str | None:
    if is_same_given(first, second):
        return "same" if min(len(first), len(second)) > 1 else "part"
    if len(first) == 1 or len(second) == 1:
        alike = (
            first[0] == second[0]
            or sounded(first)[0] == sounded(second)[0]
            or {first[0], second[0]} == {"y", "e"}
        )
        return "part" if alike else None
    if is_short_for(first, second):
        return "part"
    return "close" if is_close(first, second) else None


def _surname(short: tuple[str, ...], full: tuple[str, ...]) -> str | None:
    if is_same_given(short[-1], full[-1]) and len(short[-1]) > 1:
        return "same"
    same_given = is_same_given(short[0], full[0]) and len(short[0]) > 1
    if is_close(short[-1], full[-1], length=_CLOSE_WITH_GIVEN if same_given else _CLOSE_LENGTH):
        return "close"
    # "Nicolás Maduro" and "Nicolás Maduro Moros": a second surname may be left out
    left_out = (
        same_given and len(short[-1]) > 1 and any(sounded(short[-1]) == sounded(word) for word in full[1:])
    )
    return "part" if left_out else None


def _middles_differ(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether both give a middle name and not one that could be the other's: "W." and "H.W."."""
    if not first or not second:
        return False
    initials = "".join(word[0] for word in first), "".join(word[0] for word in second)
    return not (initials[0].startswith(initials[1][0]) and initials[1].startswith(initials[0][0]))


def _is_within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether every word of the one stands in the other: "Suu Kyi", "López Obrador"."""
    rest = [sounded(word) for word in full]
    for word in map(sounded, short):
        if len(word) < 2 or word not in rest:
            return False
        rest.remove(word)
    return True
