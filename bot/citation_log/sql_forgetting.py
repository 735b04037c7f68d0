"""Removes what the log must not keep. Every removal is one transaction with the event that tells of it."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.citation_log.events import Draft, Erased, Event, Expired, Part, Purged
from bot.citation_log.opening import in_batches, writing
from bot.citation_log.overwriting import mark, overwrite
from bot.citation_log.rows import microseconds
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import cited, events, head, parts, texts, words
from bot.citation_log.timing import last_before

_PATIENCE = 2  # seconds; meanwhile nobody can write


class SqlForgetting:
    """A `Forgetting` over the database of *log*; overwriting waits *patience* seconds for others."""

    def __init__(self, log: SqlCitationLog, patience: float = _PATIENCE) -> None:
        self._log = log
        self._patience = patience

    def erase(self, person: str) -> Event:
        """Remove what is personal of everything that *person* caused; see the protocol."""

        def remove(connection: Connection) -> Draft:
            theirs = select(parts.c.event).where(parts.c.person == person).order_by(parts.c.event)
            numbers = list(connection.scalars(theirs))
            _remove_parts(connection, numbers, Part.PERSONAL)
            return Draft(Erased(records=tuple(numbers)))

        event = self._removed(remove)
        assert event is not None  # noqa: S101 - an erasure is told even where there was nothing
        return event

    def expire(self, before: datetime, server: str | None = None) -> Event | None:
        """Remove personal parts older than *before*; see the protocol."""
        limit = microseconds(before)

        def remove(connection: Connection) -> Draft | None:
            last = last_before(connection, limit)
            if last is None:
                return None
            old = (
                select(parts.c.event)
                .join(events, events.c.number == parts.c.event)
                .where(parts.c.part == Part.PERSONAL.value, parts.c.event <= last, events.c.at < limit)
            )
            if server is not None:
                old = old.where(events.c.server == server)
            numbers = list(connection.scalars(old))
            _remove_parts(connection, numbers, Part.PERSONAL)
            detail = Expired(before=limit, count=len(numbers))
            return Draft(detail, server=server) if numbers else None

        return self._removed(remove)

    def purge(self, article: str) -> Event | None:
        """Remove an article's kept texts and what answers quote of them; see the protocol."""

        def remove(connection: Connection) -> Draft | None:
            versions = list(connection.scalars(select(texts.c.version).where(texts.c.article == article)))
            held = select(cited.c.event).where(cited.c.article == article).order_by(cited.c.event)
            held = held.join(parts, (parts.c.event == cited.c.event) & (parts.c.part == Part.QUOTED.value))
            numbers = sorted(set(connection.scalars(held)))
            if not versions and not numbers:
                return None
            _remove_parts(connection, numbers, Part.QUOTED)
            connection.execute(delete(texts).where(texts.c.article == article))
            return Draft(Purged(article=article, versions=tuple(sorted(versions)), records=tuple(numbers)))

        return self._removed(remove)

    def _removed(self, remove: Callable[[Connection], Draft | None]) -> Event | None:
        with writing(self._log.engine) as connection:
            # Before it is seen what there is to remove: an append that is under way would be missed.
            connection.execute(select(head.c.count).with_for_update())
            draft = remove(connection)
            event = self._log.append_within(connection, draft) if draft is not None else None
            if event is not None:
                mark(connection, event.number)
        overwrite(self._log.engine, self._patience)
        if event is not None:
            self._log.anchor(event)
        return event


def _remove_parts(connection: Connection, numbers: list[int], part: Part) -> None:
    for some in in_batches(numbers):
        connection.execute(delete(parts).where(parts.c.event.in_(some), parts.c.part == part.value))
        if part is Part.PERSONAL:
            connection.execute(delete(words).where(words.c.event.in_(some)))
