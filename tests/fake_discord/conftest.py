"""The fake with one server in it, and the tiny bot connected to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from bot.settings import read_settings
from tests.fake_discord.judge import Judge, open_judge
from tests.fake_discord.person import Person
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.tiny_bot import TinyBot
from tests.fake_discord.world import Channel


@pytest.fixture(scope="session")
def judge() -> Judge | None:
    """The judge, where Discord's OpenAPI document is; `test_judge.py` skips loudly where it is not."""
    return open_judge(read_settings().eval_data)


@pytest.fixture
async def fake(judge: Judge | None) -> AsyncIterator[FakeDiscord]:
    """A Discord that nobody is connected to yet; in the end, all that was said is judged."""
    fake = FakeDiscord()
    guild = fake.world.add_guild("Test server")
    fake.world.add_channel(guild, "general")
    await fake.start()
    yield fake
    await fake.stop()
    if judge:
        assert [str(one) for one in judge.findings(fake.recording.exchanges)] == []


@pytest.fixture
def general(fake: FakeDiscord) -> Channel:
    """The server's channel."""
    return next(one for one in fake.world.channels.values() if one.name == "general")


@pytest.fixture
def alice(fake: FakeDiscord, general: Channel) -> Person:
    """A member."""
    return Person(fake, fake.world.add_user("alice"), general)


@contextlib.asynccontextmanager
async def running(bot: TinyBot) -> AsyncIterator[TinyBot]:
    """Run a bot, and give it back once it is ready; a crash while it starts surfaces at once."""
    task = asyncio.create_task(bot.start(TOKEN))
    ready = asyncio.create_task(bot.wait_until_ready())
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        if task.done():
            task.result()
        assert ready.done()
        yield bot
    finally:
        ready.cancel()
        await bot.close()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def bot(fake: FakeDiscord) -> AsyncIterator[TinyBot]:
    """The tiny bot, ready."""
    async with running(TinyBot(fake.connector())) as bot:
        yield bot
