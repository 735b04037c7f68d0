"""The seam between the use cases and whatever keeps the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.citation_log.events import Draft, Event, KeptText, Kind


@dataclass(frozen=True, slots=True)
class Query:
    """Which events to find; what is None or empty does not narrow.

    ``words`` must all be in the question; ``article`` must be quoted; ``before`` is a number, for paging on;
    ``since`` is included, ``until`` is not. ``unsettled`` are the answers of which nothing tells whether they
    were shown: those that were being shown just now, and when their process stopped.
    """

    kinds: Sequence[Kind] = ()
    server: str | None = None
    outcome: str | None = None
    about: int | None = None
    article: str | None = None
    person: str | None = None
    words: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    unsettled: bool = False


class CitationLog(Protocol):
    """Events, appended and found; what was appended is never changed."""

    def append(self, draft: Draft) -> Event:
        """Write *draft* down as the next event; when this returns, it outlives the process and the power.

        Raises:
            LogUnavailableError: it could not be written, and nothing of it was.
        """
        ...

    def check_writable(self) -> None:
        """Try whether an event could be appended now, and append none.

        Raises:
            LogUnavailableError: it could not. A full disk may show only when something is written.
        """
        ...

    def event(self, number: int) -> Event:
        """Return one event.

        Raises:
            UnknownEventError: there is none with that number.
            LogUnavailableError: the log cannot be read.
        """
        ...

    def find(self, query: Query, limit: int) -> list[Event]:
        """Return the newest events that *query* describes, newest first, *limit* at most.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        ...

    def text(self, version: str) -> KeptText | None:
        """Return the kept text of an article version, None if it was purged, never kept, or is damaged.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        ...


class Forgetting(Protocol):
    """What the log must not keep; each removal is an event of its own, and the chain still verifies."""

    def erase(self, person: str) -> Event:
        """Remove the personal part of every event that the keyed hash *person* caused.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        ...

    def expire(self, before: datetime, server: str | None = None) -> Event | None:
        """Remove every personal part that is older, of one *server* if given.

        Returns the event, None if there was nothing to remove.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        ...

    def purge(self, article: str) -> Event | None:
        """Remove every kept text of an article, and what answers that quote it hold of their words.

        Returns None where there is nothing of it.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        ...


def in_pages(log: CitationLog, query: Query, page: int = 500) -> Iterable[Event]:
    """Yield all events that *query* describes, newest first."""
    while True:
        found = log.find(query, page)
        yield from found
        if len(found) < page:
            return
        query = replace(query, before=found[-1].number)
