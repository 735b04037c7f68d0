"""The log in a database: appends one event after the other, and finds them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, Row, Select, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from bot.citation_log.anchors import AnchorFile
from bot.citation_log.events import Draft, Event, KeptText
from bot.citation_log.matching import matching
from bot.citation_log.opening import in_batches, reading, writing
from bot.citation_log.overwriting import overwrite
from bot.citation_log.protocol import Query
from bot.citation_log.rows import (
    PartRow,
    Rows,
    event_of,
    microseconds,
    rows_of,
    text_of,
    text_row,
)
from bot.citation_log.tables import cited, events, head, parts, setbacks, texts, words
from bot.errors import LogUnavailableError, UnknownEventError

_EVENTS_PER_ANCHOR = 50


def _now() -> datetime:
    return datetime.now(UTC)


class SqlCitationLog:
    """A `CitationLog` in *engine*'s database; safe for several threads and processes.

    Every so many events, and whenever asked to, the head is put down in *anchors*.
    """

    def __init__(
        self, engine: Engine, anchors: AnchorFile | None = None, now: Callable[[], datetime] = _now
    ) -> None:
        self.engine = engine
        self._anchors = anchors
        self._now = now

    def append(self, draft: Draft) -> Event:
        """Write *draft* down as the next event; see the protocol."""
        with writing(self.engine) as connection:
            event = self.append_within(connection, draft)
        overwrite(self.engine, rewriting=False)  # what somebody was reading when it was removed
        self.anchor(event)
        return event

    def check_writable(self) -> None:
        """Write what is there already; see the protocol."""
        with writing(self.engine) as connection:
            connection.execute(update(head).where(head.c.id == 1).values(count=head.c.count))
            connection.rollback()

    def append_within(self, connection: Connection, draft: Draft) -> Event:
        """Write *draft* down in a transaction that the caller has opened for writing."""
        count, previous, latest = connection.execute(
            select(head.c.count, head.c.hash, head.c.latest).where(head.c.id == 1).with_for_update()
        ).one()
        at = microseconds(self._now())
        try:
            rows = rows_of(draft, count + 1, at, previous)
        except ValueError as error:
            raise LogUnavailableError.writing(error) from error
        _insert(connection, rows)
        _keep(connection, draft.texts)
        if at < latest:
            connection.execute(insert(setbacks).values(event=count + 1))
        reached = {"count": count + 1, "hash": rows.event["hash"], "latest": max(at, latest)}
        connection.execute(update(head).where(head.c.id == 1).values(reached))
        (event,) = _events(connection, select(events).where(events.c.number == count + 1))
        return event

    def anchor(self, event: Event | None = None) -> None:
        """Anchor the head; with *event*, the one just appended, only if its turn has come.

        An anchor that cannot be written takes nothing from the log: `verify` tells how far anchors reach.
        """
        if self._anchors is None or (event is not None and event.number % _EVENTS_PER_ANCHOR):
            return
        number, digest = (event.number, event.hash) if event else self.head()
        if number:
            try:
                self._anchors.add(number, digest, microseconds(self._now()))
            except OSError:
                return

    def head(self) -> tuple[int, str]:
        """Return how many events there are, and the last one's hash."""
        with reading(self.engine) as connection:
            count, digest = connection.execute(select(head.c.count, head.c.hash).where(head.c.id == 1)).one()
        return count, digest

    def event(self, number: int) -> Event:
        """Return one event; see the protocol."""
        with reading(self.engine) as connection:
            found = _events(connection, select(events).where(events.c.number == number))
        if not found:
            raise UnknownEventError(number)
        return found[0]

    def find(self, query: Query, limit: int) -> list[Event]:
        """Return the newest events that *query* describes; see the protocol."""
        with reading(self.engine) as connection:
            return _events(connection, matching(connection, query).limit(limit))

    def text(self, version: str) -> KeptText | None:
        """Return the kept text of an article version; see the protocol."""
        with reading(self.engine) as connection:
            row = connection.execute(select(texts).where(texts.c.version == version)).one_or_none()
        return None if row is None else text_of(row.version, row.article, row.body)

    def close(self) -> None:
        """Anchor the head and release the database."""
        with suppress(LogUnavailableError, SQLAlchemyError):  # what was appended is there, without an anchor
            self.anchor()
        overwrite(self.engine)
        self.engine.dispose()


def _insert(connection: Connection, rows: Rows) -> None:
    connection.execute(insert(events), [dict(rows.event)])
    for table, content in ((parts, rows.parts), (cited, rows.cited), (words, rows.words)):
        if content:
            connection.execute(insert(table), [dict(row) for row in content])


def _keep(connection: Connection, kept: Iterable[KeptText]) -> None:
    """Keep the texts that are not there yet; nobody else can be adding them, since appends take turns."""
    wanted = {text.version: text for text in kept}
    if not wanted:
        return
    there = set(connection.scalars(select(texts.c.version).where(texts.c.version.in_(wanted))))
    new = [text_row(text) for version, text in sorted(wanted.items()) if version not in there]
    if new:
        connection.execute(insert(texts), new)


def _events(connection: Connection, chosen: Select[tuple[object, ...]]) -> list[Event]:
    rows: Sequence[Row[tuple[object, ...]]] = connection.execute(chosen).all()
    held = _parts(connection, [row.number for row in rows])
    try:
        return [event_of(row, held.get(row.number, {})) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise LogUnavailableError.damaged() from error


def _parts(connection: Connection, numbers: Sequence[int]) -> Mapping[int, Mapping[str, PartRow]]:
    found: defaultdict[int, dict[str, PartRow]] = defaultdict(dict)
    for some in in_batches(numbers):
        for row in connection.execute(select(parts).where(parts.c.event.in_(some))):
            found[row.event][row.part] = PartRow(row.part, row.salt, row.person, row.body)
    return found
