"""Runs of capitalised words: where a name can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.values.names.gazetteer import known_place
from bot.answering.values.names.name_words import (
    FIELDS,
    OFFICE_WORDS,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    TITLES,
)

_LETTERS = r"[^\W\d_][\w\u0300-\u036f]{0,40}"
_INNER = r"[.'’\u2010\u2011-]"
_INITIALS = r"(?:[^\W\d_]\.){1,4}(?:[^\W\d_](?!\w))?"
_WORD = re.compile(rf"(?<![\w\u0300-\u036f])(?:{_INITIALS}|{_LETTERS}(?:{_INNER}{_LETTERS}){{0,3}})|&")
_POSSESSIVE = re.compile(r"['’][sS]$")
# A genitive that is part of a name: what follows is not owned by it.
_GENITIVES = frozenset("people women men children lloyd mcdonald moody sotheby king queen".split())
_CAPITAL_NEXT = re.compile(r"[ ][A-Z]")
_GAP = re.compile(r"[ \u00a0]|-")
CONNECTORS = frozenset({"of", "and", "for", "the", "&"}) | PARTICLES
_ABBREVIATIONS = frozenset(
    "adm gen col lt maj capt sgt brig cmdr mr mrs ms dr prof rev hon sen rep gov st jr sr insp supt mt ft rt".split()
)
_ARTICLES = frozenset({"al-", "el-", "as-", "an-", "ad-", "ar-"})
_ELIDED = frozenset({"d'", "d’", "l'", "l’"})
_OPENERS = frozenset(".!?:;•\n\r\t*")
_SKIPPED_BEFORE = " \u00a0\"“”‘’'([-–—"
_LONGEST = 12  # words; a heading in title case is no name


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run; ``text`` has neither possessive nor the point of an abbreviation."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words and the connectors between them; ``opens``: a sentence begins with it."""

    text: str
    words: tuple[Word, ...]
    opens: bool
    possessive: bool


def find_runs(text: str, taken: list[tuple[int, int]]) -> Iterator[Run]:
    """Yield the runs of *text* outside *taken*, which is sorted."""
    current: list[Word] = []
    pending: list[Word] = []
    index = position = 0
    for match in _WORD.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        blocked = index < len(taken) and taken[index][0] < match.end()
        joined = bool(current) and _GAP.fullmatch(text, position, match.start()) is not None
        if current and (blocked or not joined or len(current) >= _LONGEST):
            yield _run(text, current, possessive=False)
            current, pending = [], []
        word, end, possessive = _word(text, match)
        position = end
        if blocked:
            continue
        if is_capitalised(word.text):
            if pending and not _joins(text, current, pending, word):
                yield _run(text, current, possessive=False)
                current, pending = [], []
            current += [*pending, word]
            pending = []
            if possessive:
                yield _run(text, current, possessive=True)
                current = []
        elif current and word.text in CONNECTORS and len(pending) < 2:
            pending.append(word)
        elif current:
            yield _run(text, current, possessive=False)
            current, pending = [], []
    if current:
        yield _run(text, current, possessive=False)


def _word(text: str, match: re.Match[str]) -> tuple[Word, int, bool]:
    written = match.group()
    possessive = _POSSESSIVE.search(written)
    end = match.end()
    is_genitive = possessive and written[: possessive.start()].lower() in _GENITIVES
    if is_genitive and written[0].isupper() and _CAPITAL_NEXT.match(text, end):
        return Word(written, match.start(), end), end, False
    if possessive:
        return (
            Word(written[: possessive.start()], match.start(), match.start() + possessive.start()),
            end,
            True,
        )
    if text[end : end + 1] == "." and written.lower() in _ABBREVIATIONS:
        end += 1
    elif (
        text[end : end + 1] in ("'", "’") and written.endswith("s") and not text[end + 1 : end + 2].isalnum()
    ):
        return Word(written, match.start(), end), end, True
    elif text[end : end + 1] == "." and len(written) > 2 and written[-2] == "." and written[-1].isupper():
        end += 1
        return Word(written + ".", match.start(), end), end, False
    return Word(written, match.start(), end), end, False


def _run(text: str, words: list[Word], *, possessive: bool) -> Run:
    before = text[max(0, words[0].start - 8) : words[0].start].rstrip(_SKIPPED_BEFORE)
    opens = not before or before[-1] in _OPENERS
    return Run(text, tuple(words), opens, possessive)


def _joins(text: str, current: list[Word], pending: list[Word], following: Word) -> bool:
    """Tell whether connectors make one name: "Ministry of Defense" is one, "Koizumi and Hegseth" two."""
    link = [word.text for word in pending]
    last, first, after = (word.text.lower().rstrip(".") for word in (current[-1], current[0], following))
    if set(link) <= PARTICLES or link == ["&"] or known_place(text[current[0].start : following.end]):
        return True
    if link[0] == "of":
        return last in ORGANISATIONS | PLACES | TITLES
    if link[0] == "for":
        return last in ORGANISATIONS | TITLES
    is_body = first in ORGANISATIONS | TITLES or any(word.text == "of" for word in current)
    return link == ["and"] and is_body and after in FIELDS | OFFICE_WORDS


def is_capitalised(word: str) -> bool:
    """Tell whether *word* begins with a capital, an Arabic article aside."""
    return (
        word[0].isupper()
        or (word[:3] in _ARTICLES and word[3:4].isupper())
        or (word[:2] in _ELIDED and word[2:3].isupper())
    )
