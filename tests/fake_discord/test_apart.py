"""The fake in a process of its own."""

import pytest

from tests.fake_discord.apart import fake_apart, judged
from tests.fake_discord.conftest import running
from tests.fake_discord.person import Person
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.tiny_bot import TinyBot


async def make_server(fake: FakeDiscord) -> None:
    """Make a server with one channel."""
    fake.world.add_channel(fake.world.add_guild("Far away"), "general")


async def ask(fake: FakeDiscord, text: str) -> list[str]:
    """Let a member speak to the bot, and return what they see."""
    channel = next(iter(fake.world.channels.values()))
    card = await Person(fake, fake.world.add_user("alice"), channel).uses("echo", text=text)
    return card.texts


async def test_a_fake_in_another_process_is_as_good() -> None:
    """A bot talks with it, and a test tells it what is to happen and hears what did."""
    async with fake_apart() as apart:
        await apart.call(make_server)
        async with running(TinyBot(apart.connector())):
            assert await apart.call(ask, text="hello") == ["hello"]
            with pytest.raises(AssertionError, match="text takes 1 to 50 characters"):
                await apart.call(ask, text="x" * 51)
        assert not await apart.call(judged)
