"""The desks behind the bot: those that need nothing but the log, and those that stand on an index version."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from bot.citation_log.envelopes import sealed, unsealed
from bot.citation_log.identities import person_of
from bot.citation_log.protocol import CitationLog
from bot.desk.cases import CasesDesk
from bot.desk.checking import CheckingDesk
from bot.desk.forgetting import ForgettingDesk
from bot.desk.serving import InUse, Serving
from bot.discord_ui.logs import told
from index.errors import ArticleIndexError

_log = logging.getLogger(__name__)

_TRIED_AGAIN_AFTER = (
    10.0  # seconds; opening an index that is not there costs milliseconds, one that is a second
)
_REFUSED_AGAIN_AFTER = 60.0  # seconds; a version that cannot be opened seldom gets better by itself
_LOOKED_EVERY = 2.0  # seconds; a look reads a hundred bytes


@dataclass(frozen=True, slots=True)
class Swap:
    """The index versions before and after."""

    before: str
    now: str


class Desks:
    """Everything that the bot asks of what is behind it.

    Without an index it still shows, exports and erases what the log holds, and tries again now and then.
    *edition* tells which build of the index is the current one on disk, and *open_serving* opens that.
    """

    def __init__(
        self,
        log: CitationLog,
        forgetting: ForgettingDesk,
        key: bytes,
        open_serving: Callable[[], Serving],
        edition: Callable[[], str],
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.log = log
        self.checking = CheckingDesk(log)
        self.cases = CasesDesk(log)
        self.forgetting = forgetting
        self.swaps: asyncio.Queue[Swap] = asyncio.Queue()  # for who wants to tell of them
        self._key = key
        self._open = open_serving
        self._edition = edition
        self._clock = clock
        self._in_use = InUse()
        self._missing: tuple[float, ArticleIndexError] | None = None
        self._seen: str | None = None
        self._refused: tuple[str | None, float] = (None, 0.0)
        self._opening = asyncio.Lock()

    @property
    def current(self) -> Serving | None:
        """What is in use now, None where there is no index; only `held` keeps it open."""
        return self._in_use.newest

    def person(self, member: int) -> str:
        """Return the keyed hash of a member's id, which stands for them in the log."""
        return person_of(self._key, member)

    def seal(self, member: int) -> str:
        """Return a member's id in an envelope that only this log's key opens."""
        return sealed(self._key, member)

    def unseal(self, envelope: object) -> int | None:
        """Return the member's id in an envelope, None if there is none."""
        return unsealed(self._key, envelope) if isinstance(envelope, str) else None

    async def serving(self) -> Serving:
        """Return what is in use, opened in a thread if nothing is yet; only `held` keeps it open.

        Raises:
            ArticleIndexError: there is no index, or it is refused.
        """
        if (current := self._in_use.newest) is not None:
            return current  # also while a newer one is being opened, which takes seconds on a busy machine
        async with self._opening:
            if (current := self._in_use.newest) is not None:
                return current
            if self._missing and self._clock() < self._missing[0] + _TRIED_AGAIN_AFTER:
                raise self._missing[1]
            try:
                opened = await asyncio.to_thread(self._open)
            except ArticleIndexError as error:
                self._missing = (self._clock(), error)
                raise
            self._in_use.replace(opened)
            return opened

    def held(self) -> AbstractContextManager[Serving]:
        """Give what is in use; it stays open until the block ends, in whichever thread that is.

        Raises:
            NothingServedError: nothing was opened yet, see `serving`.
        """
        return self._in_use.held()

    @asynccontextmanager
    async def using(self) -> AsyncIterator[Serving]:
        """Give what is in use, opened if nothing is yet; it stays open until the block ends.

        Raises:
            ArticleIndexError: there is no index, or it is refused.
        """
        await self.serving()
        with self.held() as serving:
            yield serving

    async def look(self) -> bool:
        """Look whether the index on disk is another one; if so, open it and let it take the place of the old.

        One that cannot be opened is left, said once in the log and tried again now and then; the old one serves on.
        """
        try:
            edition = await asyncio.to_thread(self._edition)
        except ArticleIndexError as error:  # while there is none, whoever asks is told
            if self.current is not None:
                self._refuse(error.user_message, error)
            return False
        if edition == self._seen or self._is_refused(edition):
            return False
        async with self._opening:
            before = self._in_use.newest
            if before is None or before.service.index.edition != edition:
                try:
                    opened = await asyncio.to_thread(self._open)
                except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the old one serves on
                    self._refuse(edition, error)
                    return False
                version = before.service.index.version if before else None
                self._in_use.replace(opened)
                if version is not None:
                    self.swaps.put_nowait(Swap(version, opened.service.index.version))
                _log.info("now answering from index version %s", opened.service.index.version)
            self._seen = edition
        return True

    def _is_refused(self, edition: str) -> bool:
        refused, at = self._refused
        return edition == refused and self._clock() < at + _REFUSED_AGAIN_AFTER

    def _refuse(self, edition: str, error: Exception) -> None:
        if edition != self._refused[0]:
            _log.warning("the new index cannot be opened, the old one stays in use: %s", told(error))
        self._refused = (edition, self._clock())


async def keep_looking(desks: Desks, every: float = _LOOKED_EVERY) -> None:
    """Look for another index version now and then, until cancelled."""
    while True:
        await desks.look()
        await asyncio.sleep(every)
