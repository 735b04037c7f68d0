"""Forgetting: what a member, the time or a takedown takes out of the log."""

from datetime import datetime, timedelta

from bot.citation_log.events import Delivered, Event, Kind, Purged
from bot.citation_log.identities import person_of
from bot.citation_log.protocol import CitationLog, Forgetting, Query


class ForgettingDesk:
    """Removes from the log what it must not keep; *key* is the one that made members' ids into hashes."""

    def __init__(self, log: CitationLog, forgetting: Forgetting, key: bytes) -> None:
        self._log = log
        self._forgetting = forgetting
        self._key = key

    def forget(self, member: int | str) -> Event:
        """Remove everything personal that a member left: questions, reports, notes.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        return self._forgetting.erase(person_of(self._key, member))

    def expire(self, now: datetime, days: int, server: str | None = None) -> Event | None:
        """Remove everything personal that is older than *days*, of one *server* if given; return None if nothing is.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        return self._forgetting.expire(now - timedelta(days=days), server)

    def purge(self, article: str) -> tuple[Event | None, dict[int, str]]:
        """Take an article down: its text goes, and every answer that quotes it is retracted.

        Returns:
            The event, None where the log holds nothing of it, and the messages that still show such answers,
            by the answers' numbers.

        Raises:
            LogUnavailableError: nothing was removed.
        """
        event = self._forgetting.purge(article)
        shown: dict[int, str] = {}
        for number in event.detail.records if event and isinstance(event.detail, Purged) else ():
            for delivery in self._log.find(Query(kinds=(Kind.DELIVERED,), about=number), 1):
                if isinstance(delivery.detail, Delivered) and delivery.detail.message:
                    shown[number] = delivery.detail.message
        return event, shown
