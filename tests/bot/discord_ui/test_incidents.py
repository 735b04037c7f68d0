"""What goes on for as long as the program does goes on after an error that nobody foresaw, too."""

import asyncio

import pytest

from bot.discord_ui.incidents import lasting


async def test_what_lasts_begins_again(caplog: pytest.LogCaptureFixture) -> None:
    """Each error is an incident in the log; work that is done is not done again."""
    failures = [OSError("no more processes"), RuntimeError("what nobody foresaw")]

    async def work() -> None:
        if failures:
            raise failures.pop(0)

    await lasting("keeping watch", work, pause=0)
    assert failures == []
    assert [line.partition(" ")[0] for line in caplog.messages] == ["incident", "incident"]
    assert all(line.endswith("while keeping watch") for line in caplog.messages)


async def test_it_ends_when_it_is_cancelled(caplog: pytest.LogCaptureFixture) -> None:
    """At work as while it waits to begin again; that is no incident."""

    async def fails() -> None:
        raise RuntimeError("what nobody foresaw")

    async def waits() -> None:
        await asyncio.Event().wait()

    for work in (fails, waits):
        task = asyncio.create_task(lasting("keeping watch", work))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert len(caplog.messages) == 1
