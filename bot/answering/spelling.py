"""Slips of the keyboard put right, by the words of the passages: the model reads words, not guesses."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.answering.questions.wording import respelt
from bot.answering.terms import STOP_WORDS, Term, stem_of, terms_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’'](?:s|$)$")
# "teh", "hwo": function words with two neighbouring letters swapped, where no word is spelt so.
_SWAPPED = {
    word[:place] + word[place + 1] + word[place] + word[place + 2 :]: word
    for word in sorted(STOP_WORDS)
    if len(word) > 2
    for place in range(len(word) - 1)
    if word[place] != word[place + 1]
}
_ENDING = re.compile(r"(?:er|est|ly|ness|less)$")
_DOUBLED = re.compile(r"(.)\1")
_VOWELS = re.compile(r"[aeiou]")
# What is asked for: a slip of one of these, rather than of some other word that no article has.
_ASKED_FOR = frozenset(
    """age capacity comment company cost country date depth distance height length month name number people person place
    price reason speed street temperature time weight width year""".split()
)
_SHORTEST = 4  # letters: shorter words have too many neighbours


def put_right(question: str, texts: Iterable[str], known: Collection[str]) -> str:
    """Return *question* with every word that nobody knows replaced by the one word that it must be a slip of.

    A word that *texts* or *known* hold is never touched; a word of *texts* is preferred to one that is only
    known; where two words of *texts* are equally near, neither is taken.
    """
    used = {term.word: word for text in texts for term, word in _words(text)}
    stems = {stem_of(word) for word in used}

    def meant(match: re.Match[str]) -> str:
        word = match.group()
        folded = word.casefold()
        if folded in used or folded in known or folded in STOP_WORDS:
            return word
        if (stem := stem_of(folded)) in stems:  # "recounting" is no slip where they recount, "befor" is
            whole = [other for other in near_spellings(folded, used) if stem_of(other) == stem == folded]
            return used[whole[0]] if len(whole) == 1 else word
        if _is_form_of_any(folded, known):
            return word
        if folded in _SWAPPED:
            return _SWAPPED[folded]
        near = _likeliest(
            folded,
            near_spellings(folded, used)
            or near_spellings(folded, _ASKED_FOR)
            or near_spellings(folded, known),
        )
        return used.get(near, near) if near else word

    return _WORD.sub(meant, respelt(question))


def _is_form_of_any(word: str, known: Collection[str]) -> bool:
    """Whether *word* is a known one with an ending: "dearer", "costliest"."""
    ending = _ENDING.search(word)
    if ending is None or ending.start() < _SHORTEST - 1:
        return False
    base = word[: ending.start()]
    single = base[:-1] if base[-1] == base[-2] else base
    whole = {base, f"{base}e", single, f"{base[:-1]}y" if base.endswith("i") else base}
    return not whole.isdisjoint(known)


def _likeliest(word: str, near: Sequence[str]) -> str | None:
    """Return the one word meant.

    Where several are near, it is the one with letters swapped, that with a vowel left out, a function word, or that with
    letters doubled.
    """
    if len(near) < 2:
        return near[0] if near else None
    likely = (
        [other for other in near if sorted(other) == sorted(word)]
        or [other for other in near if _VOWELS.sub("", other) == _VOWELS.sub("", word)]
        or [other for other in near if other in STOP_WORDS]
        or [other for other in near if _DOUBLED.sub(r"\1", other) == _DOUBLED.sub(r"\1", word)]
    )
    return likely[0] if len(likely) == 1 else None


def near_spellings(word: str, words: Iterable[str]) -> list[str]:
    """Return the *words* that *word* may be a misspelling of: one slip away, or two if it is long."""
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    allowed = 1 if len(word) < 8 else 2
    near: dict[int, list[str]] = {}
    for other in words:
        if abs(len(other) - len(word)) <= allowed and other[:1] == word[:1]:
            near.setdefault(distance(word, other), []).append(other)
    best = min(near, default=allowed + 1)
    return sorted(near[best]) if best <= allowed else []


@lru_cache(maxsize=65536)
def distance(first: str, second: str) -> int:
    """Return the edits (insert, delete, replace, swap neighbours) between two words, 3 for more than two."""
    return int(OSA.distance(first, second, score_cutoff=2))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[Term, str], ...]:
    return tuple(
        (term, _POSSESSIVE.sub("", text[term.start : term.end]))
        for term in terms_of(text)
        if len(term.word) >= _SHORTEST
    )
