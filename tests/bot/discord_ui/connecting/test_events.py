"""Events that cannot be read, and what log lines are about."""

import asyncio
import logging
from typing import Any

import pytest

from bot.discord_ui.concerning import concerned
from bot.discord_ui.connecting.events import Parse, guard_events

ASKED = "What does the minister's wife earn?"


def test_what_cannot_be_read_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    """It is counted each time, and said once a minute, without what was in it; the next event is read."""
    seen: list[Any] = []
    refused: list[str] = []

    def parse(data: Any) -> None:
        seen.append(data["id"])
        raise ValueError(data["content"])

    now = [0.0]
    parsers: dict[str, Parse] = {"MESSAGE_CREATE": parse, "READY": parse}
    guard_events(parsers, refused.append, lambda: now[0])
    for moment in (0.0, 1.0, 59.0, 60.0):
        now[0] = moment
        parsers["MESSAGE_CREATE"]({"id": "1", "content": ASKED})
    assert refused == ["MESSAGE_CREATE"] * 4
    assert seen == ["1"] * 4
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 2
    assert lines[0].startswith(
        "an event MESSAGE_CREATE cannot be read and is left out: ValueError at test_events.py"
    )
    assert ASKED not in caplog.text
    with pytest.raises(ValueError, match="minister"):
        parsers["READY"]({"id": "1", "content": ASKED})


async def test_what_an_event_starts_is_about_it() -> None:
    """Tasks and threads that a parser starts know the interaction or the message; nothing else is about one."""
    found: dict[str, Any] = {}

    async def later(name: str) -> None:
        found[name] = await asyncio.to_thread(concerned)

    tasks: list[asyncio.Task[None]] = []

    def starting(name: str) -> Parse:
        return lambda _: tasks.append(asyncio.create_task(later(name)))

    parsers = {name: starting(name) for name in ("INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE")}
    guard_events(parsers, logging.error)
    for number, parse in enumerate(parsers.values()):
        parse({"id": str(number)})
    await asyncio.gather(*tasks)
    assert found == {
        "INTERACTION_CREATE": ("interaction", "0"),
        "MESSAGE_CREATE": ("message", "1"),
        "GUILD_CREATE": None,
    }
    for nameless in (None, {}, {"id": 7}, {"id": "DROP TABLE"}):
        parsers["MESSAGE_CREATE"](nameless)
        await tasks[-1]
        assert found["MESSAGE_CREATE"] is None
    assert concerned() is None
