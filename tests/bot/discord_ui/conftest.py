"""What is behind the bot, with a log of each test's own; what answers is there at once."""

import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import cast

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.discord_ui.desks import Desks
from bot.discord_ui.parts import Parts
from bot.discord_wiring import opened_parts
from bot.settings import Settings, read_settings
from index.errors import IndexMissingError
from tests.bot.discord_ui.made import Made
from tests.fake_discord.server import FakeDiscord
from tests.one_answer import OneAnswer, desk_of
from tests.own_log import with_own_log

KEY = b"k" * 32


def no_index() -> str:
    """Say that nothing was built, which nobody looks for in most tests."""
    raise IndexMissingError(Path("index"))


def serving_on(log: SqlCitationLog) -> Serving:
    """Return the desks that give the one answer and write it down in *log*."""
    service = cast("AnswerService", OneAnswer())
    return Serving(service, desk_of(log), ReviewingDesk(service, log))


@pytest.fixture
def desks(log: SqlCitationLog) -> Desks:
    """The desks on that log."""
    return Desks(log, ForgettingDesk(log, SqlForgetting(log), KEY), KEY, lambda: serving_on(log), no_index)


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """A Discord with a server."""
    fake = FakeDiscord()
    fake.world.add_channel(fake.world.add_guild("Test"), "general")
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    """The bot's settings, with a log of this test's own, and no index."""
    return with_own_log(read_settings(index_directory=tmp_path / "index"), tmp_path)


@pytest.fixture
def parts(chosen: Settings) -> Iterator[Parts]:
    """What clients are made of, without an index."""
    with opened_parts(chosen) as parts:
        yield parts


@pytest.fixture
def made(parts: Parts, chosen: Settings, fake: FakeDiscord, handlers: None) -> Made:
    """What makes them."""
    return Made(parts, chosen, fake)


@pytest.fixture
def handlers() -> Iterator[None]:
    """Put pytest's own signal handlers back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)
