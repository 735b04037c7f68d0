"""A question on its way: bounded, queued, answered, written down, shown. Knows Discord only as a `Reply`."""

import asyncio
import logging
import math
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from time import monotonic

from bot.citation_log.recording import Asking
from bot.desk.access import Way
from bot.desk.asking import AskingDesk, Entry
from bot.discord_ui.apologies import TooLateError, apology, reason_for
from bot.discord_ui.cards.answers import answer_card
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.desks import Desks
from bot.discord_ui.incidents import new_incident
from bot.discord_ui.measures import Measures
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.owed import Debt, Owed, OwedReplies
from bot.discord_ui.questions.reach import Reach
from bot.discord_ui.questions.replies import NotShownError, Reply
from bot.discord_ui.waiting.pool import ClosedError, Pool, QueueFullError, Ticket
from bot.discord_ui.waiting.turns import Seat
from bot.discord_ui.words.choosing import words_in
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)
_TOLD_FROM = 2.0  # seconds of waiting; what is shorter, Discord's own "thinking" covers
_PATIENCE = 14 * 60.0  # seconds; a response can be edited for 15 minutes


class Asker:
    """Answers questions, as many at a time as the pool has threads."""

    def __init__(
        self,
        desks: Desks,
        pool: Pool[Entry],
        measures: Measures | None = None,
        owed: OwedReplies | None = None,
        *,
        patience: float = _PATIENCE,
    ) -> None:
        self._desks = desks
        self._pool = pool
        self._measures = measures or Measures()
        self._measures.watch(lambda: pool.waiting)
        self._owed = owed
        self._patience = patience
        self.reach = Reach()  # of private answers, whose messages nothing else can change
        self._running: set[asyncio.Task[None]] = set()
        self._finding: set[asyncio.Task[Entry]] = set()
        self._closing = False

    def arriving(self) -> AbstractAsyncContextManager[None]:
        """Return a block in which somebody is acknowledged; no question is worked on meanwhile."""
        return self._pool.arrivals.arriving()

    def owing(self, asked: Asked, reply: Reply) -> AbstractContextManager[Debt]:
        """Return a block in which a word is owed; whoever a kill leaves without one is told by the next start.

        It begins before anything is said: once Discord shows that the bot is thinking, somebody waits.
        """
        return self._owed.noted(Owed(reply.address, asked.language)) if self._owed else nullcontext(Debt())

    async def answer(self, asked: Asked, reply: Reply, debt: Debt | None = None) -> None:
        """Answer a question that was taken, and show the answer as *reply*; nothing is raised.

        The *debt* stays where the client was lost meanwhile.
        """
        task = asyncio.create_task(self._answer(asked, reply, debt or Debt()))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await task

    async def close(self, answering: float, telling: float) -> None:
        """Take nothing more, and leave nobody without a word.

        Who waits is told at once. What is at work has *answering* seconds to be shown; then they are told as
        well, and all that may take *telling* seconds.
        """
        self._pool.close()
        self._closing = True
        if self._running:
            await asyncio.wait(self._running, timeout=answering)
        for finding in self._finding:
            finding.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=telling)

    async def _answer(self, asked: Asked, reply: Reply, debt: Debt) -> None:
        begun = monotonic()
        self._measures.asked(asked.way)
        try:
            entry = await self._found(asked, reply)
            await self._show((await self._desks.serving()).asking, entry, asked, reply)
            self._measures.shown(entry.answer.outcome, monotonic() - begun)
        except NotShownError as error:
            self._measures.ended("not_shown")
            debt.stays = error.reachable
            _log.warning("a reply could not be shown: %s", error)
        except Exception as error:  # noqa: BLE001 - whoever asked is told, whatever it was
            self._measures.ended(reason_for(error))
            said = apology(error, words_in(asked.language))
            if said is None:
                incident = new_incident(error, f"answering ({asked.way})")
                said = words_in(asked.language).trouble.failed.format(incident=incident)
            debt.stays = not await _told(reply, said)

    async def _found(self, asked: Asked, reply: Reply) -> Entry:
        """Return the answer; `close` breaks that off where it takes too long.

        Raises:
            ClosedError: the program is about to end.
        """
        finding = asyncio.create_task(self._answered(asked, reply))
        self._finding.add(finding)
        try:
            return await finding
        except asyncio.CancelledError:
            if self._closing and finding.cancelled():
                raise ClosedError from None
            raise
        finally:
            self._finding.discard(finding)

    async def _answered(self, asked: Asked, reply: Reply) -> Entry:
        await self._desks.serving()
        await self._pool.arrivals.acknowledged()
        ticket = self._pool.submit(Seat(asked.server, str(asked.member)), self._work(asked))
        try:
            return await self._awaited(ticket, asked, reply)
        except BaseException:
            self._give_up(ticket)
            raise

    async def _awaited(self, ticket: Ticket[Entry], asked: Asked, reply: Reply) -> Entry:
        """Wait for the answer, and say how long that takes if it takes long."""
        if ticket.wait > self._patience:
            raise QueueFullError(ticket.wait - self._patience)
        if ticket.wait >= _TOLD_FROM:
            line = words_in(asked.language).asking.in_line
            said = line.format(place=ticket.ahead + 1, seconds=math.ceil(ticket.wait))
            await reply.show(notice_card(said))
        try:
            return await asyncio.wait_for(asyncio.shield(ticket.result), self._patience)
        except TimeoutError as error:
            raise TooLateError(ticket.wait) from error

    def _work(self, asked: Asked) -> Callable[[float], Entry]:
        person = self._desks.person(asked.member)
        asking = Asking(asked.question, person, asked.way, asked.server, asked.channel)

        def work(waited: float) -> Entry:
            with self._desks.held() as serving:  # from first to last, whatever is swapped meanwhile
                return serving.asking.ask(asking, waited)

        return work

    def _give_up(self, ticket: Ticket[Entry]) -> None:
        """Wait for an answer no longer; if one comes, or came, all the same, write down that it was not shown."""
        if not self._pool.withdraw(ticket):
            ticket.result.add_done_callback(self._came_late)

    def _came_late(self, result: asyncio.Future[Entry]) -> None:
        serving = self._desks.current
        if serving is not None and not result.cancelled() and result.exception() is None:
            write = serving.asking.failed
            asyncio.get_running_loop().run_in_executor(
                None, _written, write, result.result().number, "the answer came too late"
            )

    async def _show(self, desk: AskingDesk, entry: Entry, asked: Asked, reply: Reply) -> None:
        try:
            message = await reply.show(
                answer_card(entry.answer, entry.number, asked.language, thread=asked.thread)
            )
        except NotShownError as error:
            await asyncio.to_thread(_written, desk.failed, entry.number, str(error))
            raise
        except Exception as error:
            reason = f"the card could not be made ({type(error).__name__})"
            await asyncio.to_thread(_written, desk.failed, entry.number, reason)
            raise
        if asked.way in {Way.ASK_PRIVATE, Way.MENU}:
            self.reach.keep(entry.number, asked, reply)
        await asyncio.to_thread(_written, desk.delivered, entry.number, message)


def _written(write: Callable[[int, str], object], number: int, said: str) -> None:
    """Write down what became of an answer; where that fails, the next start does."""
    try:
        write(number, said)
    except LogUnavailableError as error:
        _log.error("what became of answer %d is not written down: %s", number, error.user_message)


async def _told(reply: Reply, said: str) -> bool:
    """Say so; return False if another client can and this one cannot."""
    try:
        await reply.show(notice_card(said))
    except NotShownError as error:
        _log.warning("an apology could not be shown: %s", error)
        return not error.reachable
    return True
