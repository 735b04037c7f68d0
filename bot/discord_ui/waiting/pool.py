"""Runs what takes long on a few threads, in fair turns; a bounded number waits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from time import monotonic
from typing import Generic, TypeVar

from bot.discord_ui.waiting.arrivals import Arrivals
from bot.discord_ui.waiting.pace import Pace
from bot.discord_ui.waiting.turns import Seat, Turns

Result = TypeVar("Result")
Work = Callable[[float], Result]  # called in a thread with the seconds that it waited


class QueueFullError(Exception):
    """So much waits already that no more is taken; *seconds* until there is room."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the queue is full for about {seconds:.0f} s")
        self.seconds = seconds


class ClosedError(Exception):
    """The pool takes nothing more: the program is about to end."""


class Ticket(Generic[Result]):
    """One piece of work.

    ``result`` holds what comes of it; ``ahead`` and ``wait`` say how many, and how many seconds as estimated,
    were before it when it came.
    """

    def __init__(self, seat: Seat, work: Work[Result], since: float, result: asyncio.Future[Result]) -> None:
        self.seat = seat
        self.work = work
        self.since = since
        self.result = result
        self.context = copy_context()  # what it is about stands on the log lines of the thread, too
        self.ahead = 0
        self.wait = 0.0


class Pool(Generic[Result]):
    """A pool of *workers* threads before which at most *limit* wait; used from one event loop."""

    def __init__(self, workers: int, limit: int, clock: Callable[[], float] = monotonic) -> None:
        self.pace = Pace()
        self.arrivals = Arrivals(self._start_due)
        self._workers = workers
        self._limit = limit
        self._clock = clock
        self._turns: Turns[Ticket[Result]] = Turns()
        self._running: set[Ticket[Result]] = set()
        self._closed = False
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="answering")

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._turns)

    def submit(self, seat: Seat, work: Work[Result]) -> Ticket[Result]:
        """Let *work* wait for its turn.

        Raises:
            QueueFullError: too much waits already.
            ClosedError: the pool was closed.
        """
        if self._closed:
            raise ClosedError
        if len(self._turns) >= self._limit:
            raise QueueFullError(self.pace.wait(len(self._turns), len(self._running), self._workers))
        ticket = Ticket(seat, work, self._clock(), asyncio.get_running_loop().create_future())
        self._turns.add(seat, ticket)
        ticket.ahead = self._turns.ahead(ticket)
        ticket.wait = self.pace.wait(ticket.ahead, len(self._running), self._workers)
        self._start_due()
        return ticket

    def withdraw(self, ticket: Ticket[Result]) -> bool:
        """Let *ticket* wait no longer; return False if it is already at work, which nothing can stop."""
        return self._turns.remove(ticket.seat, ticket)

    def close(self) -> None:
        """Take nothing more, and let everything that still waits fail with `ClosedError`."""
        self._closed = True
        while len(self._turns):
            ticket = self._turns.next()
            if not ticket.result.done():
                ticket.result.set_exception(ClosedError())
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _start_due(self) -> None:
        if self.arrivals.come_first:
            return
        while len(self._running) < self._workers and len(self._turns) and not self._closed:
            ticket = self._turns.next()
            self._running.add(ticket)
            begun = self._clock()
            work = asyncio.get_running_loop().run_in_executor(
                self._threads, ticket.context.run, ticket.work, begun - ticket.since
            )
            work.add_done_callback(partial(self._end, ticket, begun))

    def _end(self, ticket: Ticket[Result], begun: float, work: asyncio.Future[Result]) -> None:
        self._running.discard(ticket)
        error = None if work.cancelled() else work.exception()
        if not work.cancelled() and error is None:
            self.pace.took(self._clock() - begun)
        if not ticket.result.done():
            if work.cancelled():
                ticket.result.set_exception(ClosedError())
            elif error is not None:
                ticket.result.set_exception(error)
            else:
                ticket.result.set_result(work.result())
        self._start_due()
