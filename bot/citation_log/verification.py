"""Checks the log against itself and against its anchors: every byte, every absence. Reads all of it once.

What each fault is called is in `Fault`; a log without any is what it was when each event was appended, up to the
last anchor. Events cut off after that leave no trace that could be seen.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from bot.citation_log.anchors import Anchors
from bot.citation_log.faults import Fault, Finding, Verification
from bot.citation_log.opening import reading
from bot.citation_log.pardons import Pardons, pardons_of
from bot.citation_log.rows import PartRow, cited_rows, commitments_of, event_of, hash_of, text_of, word_rows
from bot.citation_log.sealing import GENESIS, committed
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import cited, events, head, parts, setbacks, texts, words

_FETCHED = 2_000  # rows held at a time
_NAMED = 1_000  # missing events of one gap: a changed number may open one of any size


def verify(
    log: SqlCitationLog, anchors: Anchors | None, told: Callable[[int, int], None] = lambda _done, _all: None
) -> Verification:
    """Read the whole log and compare; *told* hears now and then how many of how many events are done.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    with reading(log.engine) as connection:
        heads = [
            tuple(row)
            for row in connection.execute(select(head.c.id, head.c.count, head.c.hash, head.c.latest))
        ]
        total = max((count for _, count, *_ in heads if isinstance(count, int)), default=0)
        trusted = anchors.trusted if anchors else ()
        anchored: defaultdict[int, set[str]] = defaultdict(set)
        for anchor in trusted:
            anchored[anchor.count].add(anchor.head)
        check = Check(pardons_of(connection), anchored)

        def rows(table: Table) -> Iterator[Row[Any]]:
            return check.sound(table, _streamed(connection, table))

        beside = [Beside(rows(table)) for table in (parts, cited, words, setbacks)]
        for row in rows(events):
            check.event(row, *(table.of(row.number) for table in beside))
            if check.seen % _FETCHED == 0:
                told(check.seen, total)
        check.strays(number for table in beside for number in table.strays())
        check.end(heads)
        check.texts(rows(texts))
        check.file(connection)
    refused = [Finding(Fault.ANCHOR_REFUSED, line) for line in (anchors.refused if anchors else ())]
    reach = max((anchor.count for anchor in trusted), default=None)
    return Verification(check.seen, (*check.findings, *refused), reach)


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

    def __init__(self, pardons: Pardons, anchored: Mapping[int, Set[str]]) -> None:
        self.findings: list[Finding] = []
        self.seen = 0
        self._pardons = pardons
        self._anchored = anchored  # all heads that were signed for a number: a later one excuses none before
        self._number, self._hash, self._latest = 0, GENESIS, 0
        self._missing: set[int] = set()
        self._cited: dict[str, int] = {}  # by version: the last event that quotes it
        self._names: defaultdict[str, set[str]] = defaultdict(set)  # by version: the articles that it is of

    def sound(self, table: Table, rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
        """Yield the rows whose values are of their columns' types, as SQLite does not demand; note the others."""
        types = [(column.type.python_type, column.nullable) for column in table.columns]
        for row in rows:
            if all(
                isinstance(value, kind) or (nullable and value is None)
                for value, (kind, nullable) in zip(row, types, strict=True)
            ):
                yield row
            else:
                self.findings.append(Finding(Fault.FOREIGN, table.name))

    def event(
        self,
        row: Row[Any],
        held: Sequence[Row[Any]],
        listed: Sequence[Row[Any]],
        found: Sequence[Row[Any]],
        setback: Sequence[Row[Any]],
    ) -> None:
        """Check the next event, what is left of its parts, and what it is listed under."""
        self.seen += 1
        self._absent(row.number)
        if row.hash != hash_of(self._hash, row._asdict()):
            self._fault(Fault.CHANGED, row.number)
        if self._anchored.get(row.number, set()) - {row.hash}:
            self._fault(Fault.ANCHOR, row.number)
        late, self._latest = row.at < self._latest, max(row.at, self._latest)
        self._number, self._hash = row.number, row.hash
        by_part = {one.part: PartRow(one.part, one.salt, one.person, one.body) for one in held}
        try:
            self._parts(row, commitments_of(row), by_part)
            event = event_of(row, by_part)
        except ValueError:
            self._fault(Fault.UNREADABLE, row.number)
            return
        expected = [(one["version"], one["article"]) for one in cited_rows(row.number, event.detail)]
        wanted = [one["word"] for one in word_rows(row.number, event.personal)]
        there = [(one.version, one.article) for one in listed]
        by_word = sorted(one.word for one in found)
        if sorted(expected) != sorted(there) or wanted != by_word or late != bool(setback):
            self._fault(Fault.LISTING, row.number)
        for version, article in expected:
            self._cited[version] = row.number
            self._names[version].add(article)

    def _parts(self, row: Row[Any], promised: Mapping[str, str], held: Mapping[str, PartRow]) -> None:
        for name in sorted(promised.keys() | held.keys()):
            part = held.get(name)
            pardoned = self._pardons.excuse(row.number, row.at, row.server, name)
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
            self._gone(number)

    def end(self, heads: Sequence[tuple[int, int, str, int]]) -> None:
        """Compare the head, and the anchors beyond the last event, with where the events ended."""
        if heads != [(1, self._number, self._hash, self._latest)]:
            self.findings.append(Finding(Fault.HEAD))
        counts = [count for _, count, *_ in heads if isinstance(count, int)]
        self._absent(max([*counts, *self._anchored], default=0) + 1)

    def file(self, connection: Connection) -> None:
        """Have SQLite compare its indexes with its tables: what they leave out would not be found by them."""
        if connection.dialect.name == "sqlite":
            said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if said != "ok":
                self.findings.append(Finding(Fault.FILE))

    def texts(self, rows: Iterable[Row[Any]]) -> None:
        """Check that every text quoted since it was last taken down is kept as it was, and no other."""
        taken = self._pardons.texts
        missing = {version for version, number in self._cited.items() if taken.get(version, 0) < number}
        for row in rows:
            named = row.article in self._names.get(row.version, {row.article})
            if not named or text_of(row.version, row.article, row.body) is None:
                self.findings.append(Finding(Fault.TEXT_CHANGED, row.version))
            elif row.version not in missing:
                self.findings.append(Finding(Fault.TEXT_ADDED, row.version))
            missing.discard(row.version)
        self.findings += [Finding(Fault.TEXT_GONE, version) for version in sorted(missing)]

    def _absent(self, end: int) -> None:
        """Note the events between the last one seen and *end*."""
        begin = max(self._number, 0) + 1
        for number in range(begin, min(end, begin + _NAMED)):
            self._gone(number)

    def _gone(self, number: int) -> None:
        if number not in self._missing:
            self._missing.add(number)
            self._fault(Fault.MISSING, number)

    def _fault(self, fault: Fault, number: int) -> None:
        self.findings.append(Finding(fault, number))


def _streamed(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """Yield a table's rows in order of their events, or of its first column, without holding them all."""
    order = table.primary_key.columns.values() if table is not words else [words.c.event, words.c.word]
    options = {"stream_results": True, "yield_per": _FETCHED}
    yield from connection.execute(select(table).order_by(*order), execution_options=options)
