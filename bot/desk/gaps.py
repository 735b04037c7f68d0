"""Gaps: what was asked and is not in the sources, grouped by meaning, for editors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from bot.answering.answers import Outcome
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import CitationLog, Query, in_pages
from index.embedding.protocol import Embedder

_SAME_GAP = (
    0.7  # cosine; as near: 19 of 20 pairs reworded by hand, 63 of 2,988 of other questions (0.8: 17 and 15)
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the sources do not say: how it was put most often, and in which other words.

    ``asked`` counts questions, ``people`` the members who put them; nobody knows who sits at the terminal.
    """

    question: str
    others: tuple[str, ...]
    asked: int
    people: int
    last: datetime


def gaps(
    log: CitationLog,
    embedder: Embedder,
    *,
    server: str | None = None,
    since: datetime | None = None,
    every_server: bool = False,
) -> list[Gap]:
    """Return the gaps of one *server* (None: direct messages and the terminal), the most asked first.

    Questions that were erased or expired are no longer counted.

    Raises:
        LogUnavailableError: the log cannot be read.
        EmbeddingError: the embedding model failed.
    """
    query = Query(kinds=(Kind.ANSWERED,), server=server, outcome=Outcome.NOT_IN_SOURCES, since=since)
    found = [
        event
        for event in in_pages(log, query)
        if event.personal is not None and (every_server or event.server == server)
    ]
    groups = [_gap(group) for group in grouped(found, embedder)]
    return sorted(groups, key=lambda gap: (-gap.asked, -gap.last.timestamp(), gap.question))


def grouped(events: Sequence[Event], embedder: Embedder) -> list[list[Event]]:
    """Group events by the first question, the most asked one first, that theirs means the same as."""
    by_wording: dict[str, list[Event]] = {}
    for event in events:
        by_wording.setdefault(_wording(event).casefold(), []).append(event)
    ordered = sorted(by_wording.values(), key=lambda group: (-len(group), _wording(group[0])))
    if not ordered:
        return []
    vectors = embedder.embed([_wording(group[0]) for group in ordered])
    leaders: list[int] = []
    groups: list[list[Event]] = []
    for place, group in enumerate(ordered):
        near = vectors[leaders] @ vectors[place] if leaders else np.zeros(0, np.float32)
        best = int(near.argmax()) if near.size else -1
        if best >= 0 and near[best] >= _SAME_GAP:
            groups[best] += group
        else:
            leaders.append(place)
            groups.append(list(group))
    return groups


def _gap(events: Sequence[Event]) -> Gap:
    wordings = Counter(_wording(event) for event in events)
    first, *others = [wording for wording, _ in wordings.most_common()]
    people = {event.person for event in events if event.person is not None}
    return Gap(first, tuple(others), len(events), len(people), max(event.at for event in events))


def _wording(event: Event) -> str:
    return " ".join(str((event.personal or {}).get("question", "")).split())
