"""Checks the log against itself and against its anchors: every byte, every absence. Reads all of it once.

What each fault is called is in `Fault`; a log without any is what it was when each event was appended, up to the
last anchor. Events cut off after that leave no trace that could be seen.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from bot.citation_log.anchors import Anchors
from bot.citation_log.events import Answered
from bot.citation_log.opening import reading
from bot.citation_log.pardons import Pardons, pardons_of
from bot.citation_log.rows import PartRow, cited_rows, event_of, hash_of, text_of, word_rows
from bot.citation_log.sealing import GENESIS, committed
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import cited, events, head, parts, texts, words

_FETCHED = 2_000  # rows held at a time


class Fault(StrEnum):
    """What can be wrong, as the end of a sentence that begins with the event or the text."""

    CHANGED = "was changed, or stands in another's place"
    MISSING = "is missing"
    UNREADABLE = "cannot be read"
    PART_CHANGED = "has a part that was changed"
    PART_GONE = "lost a part, and no erasure tells of it"
    PART_BACK = "has a part again that was erased"
    PART_ADDED = "has a part that it was not written with"
    LISTING = "is not listed under the words and articles it has"
    TEXT_CHANGED = "was changed"
    TEXT_GONE = "is missing, and no takedown tells of it"
    HEAD = "The head does not match the last event"
    ANCHOR = "does not match what was anchored"
    ANCHOR_REFUSED = "of the anchor file is not signed with this log's key"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and where: an event's number, a text's version, an anchor's line."""

    fault: Fault
    place: int | str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found in ``events`` events; ``anchored`` is the last event under a good anchor, None without one."""

    events: int
    findings: tuple[Finding, ...]
    anchored: int | None

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify(
    log: SqlCitationLog, anchors: Anchors | None, told: Callable[[int, int], None] = lambda _done, _all: None
) -> Verification:
    """Read the whole log and compare; *told* hears now and then how many of how many events are done.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    with reading(log.engine) as connection:
        total, last = connection.execute(select(head.c.count, head.c.hash)).one()
        trusted = anchors.trusted if anchors else ()
        check = Check(pardons_of(connection), {anchor.count: anchor.head for anchor in trusted})
        beside = [Beside(_streamed(connection, table)) for table in (parts, cited, words)]
        for row in _streamed(connection, events):
            held, listed, found = (table.of(row.number) for table in beside)
            check.event(row, held, listed, [one.word for one in found])
            if check.seen % _FETCHED == 0:
                told(check.seen, total)
        check.strays(number for table in beside for number in table.strays())
        check.end(total, last)
        check.texts(_streamed(connection, texts))
    refused = [Finding(Fault.ANCHOR_REFUSED, line) for line in (anchors.refused if anchors else ())]
    anchored = max((anchor.count for anchor in trusted), default=None)
    return Verification(check.seen, (*check.findings, *refused), anchored)


class Beside:
    """Rows of another table, asked for by event in ascending order."""

    def __init__(self, rows: Iterable[Row[Any]]) -> None:
        self._groups: Iterator[tuple[int, Iterator[Row[Any]]]] = groupby(rows, key=lambda row: row.event)
        self._strays: list[int] = []
        self._next = self._advance()

    def of(self, number: int) -> list[Row[Any]]:
        """Return the rows of event *number*; those of numbers that were passed over are strays."""
        while self._next is not None and self._next[0] < number:
            self._strays.append(self._next[0])
            self._next = self._advance()
        if self._next is None or self._next[0] != number:
            return []
        found = self._next[1]
        self._next = self._advance()
        return found

    def strays(self) -> list[int]:
        """Return the numbers of events that have rows here, but do not exist; to be called at the end."""
        while self._next is not None:
            self._strays.append(self._next[0])
            self._next = self._advance()
        return self._strays

    def _advance(self) -> tuple[int, list[Row[Any]]] | None:
        found = next(self._groups, None)
        return None if found is None else (found[0], list(found[1]))


class Check:
    """Goes through the events in order and remembers what it needs of those before."""

    def __init__(self, pardons: Pardons, anchored: dict[int, str]) -> None:
        self.findings: list[Finding] = []
        self.seen = 0
        self._pardons = pardons
        self._anchored = anchored
        self._number, self._hash = 0, GENESIS
        self._cited: dict[str, int] = {}

    def event(
        self, row: Row[Any], held: Sequence[Row[Any]], listed: Sequence[Row[Any]], found: Sequence[str]
    ) -> None:
        """Check the next event, what is left of its parts, and what it is listed under."""
        self.seen += 1
        for number in range(self._number + 1, row.number):
            self._fault(Fault.MISSING, number)
        if row.hash != hash_of(self._hash, row._asdict()):
            self._fault(Fault.CHANGED, row.number)
        if self._anchored.pop(row.number, row.hash) != row.hash:
            self._fault(Fault.ANCHOR, row.number)
        self._number, self._hash = row.number, row.hash
        by_part = {one.part: PartRow(one.part, one.salt, one.person, one.body) for one in held}
        try:
            event = event_of(row, by_part)
            promised: dict[str, str] = dict(json.loads(row.commitments))
        except (ValueError, TypeError):
            self._fault(Fault.UNREADABLE, row.number)
            return
        self._parts(row, promised, by_part)
        expected = [(one["version"], one["article"]) for one in cited_rows(row.number, event.detail)]
        wanted = [one["word"] for one in word_rows(row.number, event.personal)]
        if sorted(expected) != sorted((one.version, one.article) for one in listed) or wanted != sorted(
            found
        ):
            self._fault(Fault.LISTING, row.number)
        if isinstance(event.detail, Answered):
            for _, version in event.detail.cited:
                self._cited[version] = row.number

    def _parts(self, row: Row[Any], promised: dict[str, str], held: dict[str, PartRow]) -> None:
        for name in sorted(promised.keys() | held.keys()):
            part = held.get(name)
            pardoned = self._pardons.excuse(row.number, row.at, name)
            if part is None:
                if not pardoned:
                    self._fault(Fault.PART_GONE, row.number)
            elif name not in promised:
                self._fault(Fault.PART_ADDED, row.number)
            elif committed(part.salt, part.person, part.body) != promised[name]:
                self._fault(Fault.PART_CHANGED, row.number)
            elif pardoned:
                self._fault(Fault.PART_BACK, row.number)

    def strays(self, numbers: Iterable[int]) -> None:
        """Note rows of events that do not exist."""
        for number in sorted(set(numbers)):
            self._fault(Fault.MISSING, number)

    def end(self, count: int, digest: str) -> None:
        """Compare the head, and the anchors beyond the last event, with where the events ended."""
        if (count, digest) != (self._number, self._hash):
            self.findings.append(Finding(Fault.HEAD))
        for number in range(self._number + 1, max([count, *self._anchored], default=0) + 1):
            if Finding(Fault.MISSING, number) not in self.findings:
                self._fault(Fault.MISSING, number)

    def texts(self, rows: Iterable[Row[Any]]) -> None:
        """Check every kept text, and that every cited one is kept or was taken down after it was cited."""
        missing = dict(self._cited)
        for row in rows:
            missing.pop(row.version, None)
            if text_of(row.version, row.article, row.body) is None:
                self.findings.append(Finding(Fault.TEXT_CHANGED, row.version))
        for version, number in sorted(missing.items()):
            if self._pardons.texts.get(version, 0) < number:
                self.findings.append(Finding(Fault.TEXT_GONE, version))

    def _fault(self, fault: Fault, number: int) -> None:
        self.findings.append(Finding(fault, number))


def _streamed(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """Yield a table's rows in order of their events, or of its first column, without holding them all."""
    order = table.primary_key.columns.values() if table is not words else [words.c.event, words.c.word]
    options = {"stream_results": True, "yield_per": _FETCHED}
    yield from connection.execute(select(table).order_by(*order), execution_options=options)
