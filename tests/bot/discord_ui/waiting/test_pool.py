"""The threads that answer: bounded, in turns, and never leaving anybody without a result."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable

import pytest

from bot.discord_ui.waiting.pool import ClosedError, Pool, QueueFullError
from bot.discord_ui.waiting.turns import Seat

SEAT = Seat("s", "anna")


class Gate:
    """Work that waits to be let go, and notes when it began."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self._open = threading.Event()

    def work(self, name: str) -> Callable[[float], str]:
        """Return work that is done when the gate is opened."""

        def run(_waited: float) -> str:
            self.begun.append(name)
            self._open.wait(10)
            return name

        return run

    def open(self) -> None:
        """Let everything go."""
        self._open.set()


@pytest.fixture
async def gate() -> AsyncIterator[Gate]:
    """A gate that is open in the end, so that no thread outlives its test."""
    gate = Gate()
    yield gate
    gate.open()


async def test_so_much_runs_at_once_and_so_much_waits(gate: Gate) -> None:
    """With two threads and room for one, the fourth is sent away, and told when there is room."""
    pool: Pool[str] = Pool(workers=2, limit=1)
    tickets = [pool.submit(SEAT, gate.work(name)) for name in "abc"]
    with pytest.raises(QueueFullError) as full:
        pool.submit(SEAT, gate.work("d"))
    assert full.value.seconds == 1.0  # one waits, two are at work, a second each
    assert [(ticket.ahead, ticket.wait) for ticket in tickets] == [(0, 0.0), (0, 0.0), (0, 0.5)]
    assert pool.waiting == 1
    gate.open()
    assert await asyncio.gather(*(ticket.result for ticket in tickets)) == ["a", "b", "c"]


async def test_turns_are_fair(gate: Gate) -> None:
    """A server's flood does not hold up another server's question."""
    pool: Pool[str] = Pool(workers=1, limit=10)
    flood = [pool.submit(Seat("a", "anna"), gate.work(f"flood {n}")) for n in range(4)]
    other = pool.submit(Seat("b", "bert"), gate.work("other"))
    assert other.ahead == 1
    gate.open()
    await asyncio.gather(*(ticket.result for ticket in [*flood, other]))
    assert gate.begun == ["flood 0", "flood 1", "other", "flood 2", "flood 3"]


async def test_an_error_is_the_result_and_the_next_one_runs() -> None:
    """Whoever asked gets the error; the thread is free again, and nothing was learned of how long answers take."""

    def fail(_waited: float) -> str:
        raise ValueError("no")

    pool: Pool[str] = Pool(workers=1, limit=1)
    failing = pool.submit(SEAT, fail)
    fine = pool.submit(SEAT, lambda waited: f"waited {waited >= 0}")
    with pytest.raises(ValueError, match="no"):
        await failing.result
    assert await fine.result == "waited True"
    assert 0 < pool.pace.seconds < 1


async def test_what_is_withdrawn_is_never_begun(gate: Gate) -> None:
    """Withdrawing makes room; what is at work already cannot be withdrawn."""
    pool: Pool[str] = Pool(workers=1, limit=1)
    running = pool.submit(SEAT, gate.work("running"))
    waiting = pool.submit(SEAT, gate.work("waiting"))
    assert pool.withdraw(waiting)
    assert not pool.withdraw(running)
    later = pool.submit(SEAT, gate.work("later"))
    gate.open()
    assert await later.result == "later"
    assert gate.begun == ["running", "later"]


async def test_closing_tells_those_who_wait(gate: Gate) -> None:
    """What waits fails at once, what runs is finished, and nothing more is taken."""
    pool: Pool[str] = Pool(workers=1, limit=5)
    running = pool.submit(SEAT, gate.work("running"))
    waiting = [pool.submit(SEAT, gate.work("waiting")) for _ in range(2)]
    pool.close()
    for ticket in waiting:
        with pytest.raises(ClosedError):
            await ticket.result
    with pytest.raises(ClosedError):
        pool.submit(SEAT, gate.work("late"))
    gate.open()
    assert await running.result == "running"
    assert gate.begun == ["running"]
