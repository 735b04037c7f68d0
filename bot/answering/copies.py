"""Paragraphs that stand word for word in several articles: read once, found in all, and in nobody's way.

A story that thirty outlets print would else fill every place that retrieval has, and hide the one that differs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answering.reader.protocol import Reading
from index.retrieval.passages import Passage

# Marks that are set differently, each by one character, so that offsets hold in every copy.
_SET_ALIKE = str.maketrans("“”„‘’‚–—‑\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "\"\"\"'''---  ")
_DEEPEST = 4  # times as many passages as are read: further copies of a paragraph change nothing


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first, that say different things, and the further ones that repeat each, by its place."""

    distinct: tuple[Passage, ...]
    copies: tuple[tuple[Passage, ...], ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of them, best first."""
        every = [*self.distinct, *(copy for copies in self.copies for copy in copies)]
        return tuple(sorted(every, key=lambda passage: passage.rank))


def find_distinct(search: Callable[[int], Sequence[Passage]], limit: int) -> Found:
    """Return the *limit* best passages that say different things, or as many as there are, with their copies.

    *search* returns so many of the best passages, always in one order; it is asked for more while copies fill
    the places of others.
    """
    asked = limit
    while True:
        found = search(asked)
        apart = _apart(found)
        missing = limit - len(apart)
        if missing <= 0 or len(found) < asked or asked >= _DEEPEST * limit:
            break
        asked = min(_DEEPEST * limit, asked + missing)
    groups = apart[:limit]
    return Found(tuple(group[0] for group in groups), tuple(tuple(group[1:]) for group in groups))


def without(found: Sequence[Found], known: Found, limit: int) -> Found:
    """Return the *limit* first of what was *found* that says nothing *known*, each once."""
    said = {_plain(passage) for passage in known.distinct}
    kept: list[tuple[Passage, tuple[Passage, ...]]] = []
    for one in found:
        for passage, copies in zip(one.distinct, one.copies, strict=True):
            if len(kept) < limit and _plain(passage) not in said:
                said.add(_plain(passage))
                kept.append((passage, copies))
    return Found(tuple(passage for passage, _ in kept), tuple(copies for _, copies in kept))


def with_copies(readings: Sequence[Reading], found: Found) -> list[Reading]:
    """Return the readings of the distinct passages and, after each, what it comes to in its copies."""
    every = []
    for reading, copies in zip(readings, found.copies, strict=True):
        every.append(reading)
        every += [_in_copy(reading, copy) for copy in copies]
    return every


def _apart(found: Sequence[Passage]) -> list[list[Passage]]:
    groups: dict[str, list[Passage]] = {}
    for passage in found:
        groups.setdefault(_plain(passage), []).append(passage)
    return list(groups.values())


def _plain(passage: Passage) -> str:
    return passage.paragraph.text.translate(_SET_ALIKE)


def _in_copy(reading: Reading, copy: Passage) -> Reading:
    return replace(reading, passage=copy, spans=tuple(replace(span, passage=copy) for span in reading.spans))
