"""The desks behind the bot: those that need nothing but the log, and those that stand on an index version."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from bot.answering.service import AnswerService
from bot.citation_log.identities import person_of
from bot.citation_log.protocol import CitationLog
from bot.desk.asking import AskingDesk
from bot.desk.checking import CheckingDesk
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from index.errors import ArticleIndexError

_TRIED_AGAIN_AFTER = (
    10.0  # seconds; opening an index that is not there costs milliseconds, one that is a second
)


@dataclass(frozen=True, slots=True)
class Serving:
    """What stands on one opened index version."""

    service: AnswerService
    asking: AskingDesk
    reviewing: ReviewingDesk


class Desks:
    """Everything that the bot asks of what is behind it.

    Without an index it still shows, exports and erases what the log holds, and tries again now and then.
    """

    def __init__(
        self,
        log: CitationLog,
        forgetting: ForgettingDesk,
        key: bytes,
        open_serving: Callable[[], Serving],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.log = log
        self.checking = CheckingDesk(log)
        self.forgetting = forgetting
        self._key = key
        self._open = open_serving
        self._clock = clock
        self._serving: Serving | None = None
        self._missing: tuple[float, ArticleIndexError] | None = None
        self._opening = asyncio.Lock()

    @property
    def current(self) -> Serving | None:
        """What is in use now, None where there is no index."""
        return self._serving

    def person(self, member: int) -> str:
        """Return the keyed hash of a member's id, which stands for them in the log."""
        return person_of(self._key, member)

    async def serving(self) -> Serving:
        """Return what is in use, opened in a thread if nothing is yet.

        Raises:
            ArticleIndexError: there is no index, or it is refused.
        """
        async with self._opening:
            if self._serving is None:
                if self._missing and self._clock() < self._missing[0] + _TRIED_AGAIN_AFTER:
                    raise self._missing[1]
                try:
                    self._serving = await asyncio.to_thread(self._open)
                except ArticleIndexError as error:
                    self._missing = (self._clock(), error)
                    raise
            return self._serving
