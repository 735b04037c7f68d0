"""From signing in to the end, against a Discord on this machine."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.running import run_client
from bot.discord_wiring import opened_client
from bot.errors import DiscordError
from bot.settings import Settings, read_settings
from tests.fake_discord.server import TOKEN, FakeDiscord


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """A Discord with a server."""
    fake = FakeDiscord()
    fake.world.add_channel(fake.world.add_guild("Test"), "general")
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a log of this test's own, and no index."""
    chosen = read_settings(index_directory=tmp_path / "index")
    log = chosen.log.model_copy(
        update={
            "database": SecretStr(f"sqlite:///{tmp_path / 'log.db'}"),
            "key_file": tmp_path / "key",
            "anchors": tmp_path / "anchors.jsonl",
        }
    )
    discord = chosen.discord.model_copy(update={"commands_file": tmp_path / "commands.json"})
    return chosen.model_copy(update={"log": log, "discord": discord})


@pytest.fixture
async def client(settings: Settings, fake: FakeDiscord) -> AsyncIterator[CrossciteClient]:
    """The real client, not started."""
    with opened_client(settings, connector=fake.connector(), guild_ready_timeout=0.05) as client:
        yield client


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Put pytest's own signal handlers back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


async def test_a_signal_ends_it_in_good_order(client: CrossciteClient, fake: FakeDiscord) -> None:
    """After SIGTERM it returns within a second, and Discord was told."""
    running = asyncio.create_task(run_client(client, TOKEN))
    async with asyncio.timeout(20):
        while not client.is_ready():
            await asyncio.sleep(0.01)
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(1):
        await running
    assert client.is_closed()


async def test_a_signal_while_it_signs_in_is_no_failure(client: CrossciteClient) -> None:
    """It ends without an error before it was ever ready."""
    running = asyncio.create_task(run_client(client, TOKEN))
    await asyncio.sleep(0)
    os.kill(os.getpid(), signal.SIGINT)
    async with asyncio.timeout(5):
        await running
    assert not client.is_ready()


async def test_a_refused_token_is_told_in_one_line(client: CrossciteClient) -> None:
    """Which setting it is, and where to get another; not the token."""
    with pytest.raises(DiscordError) as error:
        await run_client(client, "MTAx.wrong.token")
    assert "CROSSCITE_DISCORD_TOKEN" in error.value.user_message
    assert "wrong" not in error.value.user_message


async def test_an_unreachable_discord_is_told_in_one_line(client: CrossciteClient, fake: FakeDiscord) -> None:
    """Nothing listens any more where Discord was."""
    await fake.stop()
    with pytest.raises(DiscordError, match=r"Discord cannot be reached \(.+\): try again in a while\."):
        await run_client(client, TOKEN)
