"""Acknowledging comes first: work stands back, but not for ever."""

import asyncio

from bot.discord_ui.waiting.arrivals import Arrivals
from bot.discord_ui.waiting.pool import Pool
from bot.discord_ui.waiting.turns import Seat


class _Time:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_work_begins_when_everybody_is_acknowledged() -> None:
    """Two arrive; a question that waits meanwhile is begun after the second, at once."""
    pool: Pool[str] = Pool(workers=1, limit=5)
    begun: list[str] = []

    def work(_waited: float) -> str:
        begun.append("work")
        return "done"

    async def arrive(done: asyncio.Event) -> None:
        async with pool.arrivals.arriving():
            await done.wait()

    first, second = asyncio.Event(), asyncio.Event()
    tasks = [asyncio.create_task(arrive(done)) for done in (first, second)]
    await asyncio.sleep(0)
    ticket = pool.submit(Seat("s", "anna"), work)
    first.set()
    await tasks[0]
    await asyncio.sleep(0.05)
    assert (begun, pool.waiting, pool.arrivals.come_first) == ([], 1, True)
    second.set()
    assert await ticket.result == "done"
    assert begun == ["work"]
    await tasks[1]


async def test_an_acknowledgement_that_hangs_holds_up_nobody_for_long() -> None:
    """After a second and a half work goes on, whatever Discord does; a new arrival makes it stand back anew."""
    time, changes = _Time(), []
    arrivals = Arrivals(lambda: changes.append(time.now), time)
    async with arrivals.arriving():
        assert arrivals.come_first
        time.now = 1.5
        assert not arrivals.come_first
        await arrivals.acknowledged()
        async with arrivals.arriving():
            assert not arrivals.come_first  # it never was quiet in between
    assert changes == [1.5]
    await arrivals.acknowledged()
    async with arrivals.arriving():
        assert arrivals.come_first


async def test_who_comes_first_is_acknowledged_first() -> None:
    """Thirty-two at a time, in order, so that of a crowd some are in time rather than all late."""
    arrivals, inside, most, order = Arrivals(lambda: None), 0, 0, []

    async def arrive(number: int) -> None:
        nonlocal inside, most
        async with arrivals.arriving():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.001)
            order.append(number)
            inside -= 1

    await asyncio.gather(*(arrive(number) for number in range(100)))
    assert most == 32
    assert order == sorted(order)
