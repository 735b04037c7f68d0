"""Which articles there are, found by what a member types. Knows no Discord."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from bot.answering.answers import Source
from bot.answering.service import AnswerService
from bot.answering.terms import normalise
from bot.presentation.blocks import details_of

KEY_LENGTH = 17  # digits: as many as a button can carry, and two articles of a million share none


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list; ``key`` names it in few characters, ``words`` are what it is found by."""

    source: Source
    paragraphs: int
    key: str
    words: str


# Weakly, so that a version that was replaced is not held in memory until somebody looks at the list again.
_MADE: WeakKeyDictionary[AnswerService, tuple[Entry, ...]] = WeakKeyDictionary()


def catalogue(service: AnswerService) -> tuple[Entry, ...]:
    """Return every article of an index version, by label; made once for each."""
    made = _MADE.get(service)
    if made is None:
        made = _MADE[service] = _catalogue(service)
    return made


def _catalogue(service: AnswerService) -> tuple[Entry, ...]:
    articles = [
        (service.source_of(name), service.index.article(name)) for name in service.index.article_ids()
    ]
    entries = [entry_of(source, len(article.paragraphs)) for source, article in articles]
    return tuple(sorted(entries, key=lambda entry: (entry.source.label.casefold(), entry.source.article_id)))


def entry_of(source: Source, paragraphs: int) -> Entry:
    """Return an article as it stands in the list."""
    told = f"{source.label} {details_of(source)} {source.article_id}"
    return Entry(source, paragraphs, key_of(source.article_id), _folded(told))


def matching(entries: Sequence[Entry], typed: str, most: int) -> list[Entry]:
    """Return the entries that hold all words of *typed*, those that begin with it first."""
    wanted = _folded(typed)
    found = [entry for entry in entries if all(word in entry.words for word in wanted.split())]
    return sorted(found, key=lambda entry: not entry.words.startswith(wanted))[:most]


def chosen(entries: Sequence[Entry], given: str) -> Entry | None:
    """Return the article that a member chose by its key, or wrote out as its label or id."""
    by_key = next((entry for entry in entries if entry.key == given), None)
    if by_key is not None:
        return by_key
    named = [entry for entry in entries if given.strip() in {entry.source.label, entry.source.article_id}]
    return named[0] if len(named) == 1 else None


def key_of(article_id: str) -> str:
    """Return `KEY_LENGTH` digits for an article's id, which may be longer than a button or a choice can carry."""
    digest = hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**KEY_LENGTH:0{KEY_LENGTH}}"


def _folded(text: str) -> str:
    return " ".join(filter(None, map(normalise, text.split())))
