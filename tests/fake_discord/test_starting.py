"""Start-up, sessions and the lost connection, with the real client."""

from typing import Any

import aiohttp
import discord
import pytest

from tests.fake_discord.conftest import running
from tests.fake_discord.gateway import HEARTBEAT, IDENTIFY, RESUME
from tests.fake_discord.person import Person
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.tiny_bot import TinyBot

_IDENTIFY: dict[str, Any] = {"token": TOKEN, "intents": 1, "properties": {}}


async def test_the_client_starts_in_its_own_order(fake: FakeDiscord, bot: TinyBot) -> None:
    """A real client comes up through login, application, command sync, gateway, and knows its server."""
    assert [one.path for one in fake.recording.exchanges] == [
        "/users/@me",
        "/oauth2/applications/@me",
        f"/applications/{fake.world.application_id}/commands",
    ]
    assert [op for op, _ in fake.recording.frames][:2] == [HEARTBEAT, IDENTIFY]
    assert [guild.name for guild in bot.guilds] == ["Test server"]
    assert [one["name"] for one in fake.commands.of(None)] == ["echo", "whisper", "split", "Look"]


async def test_heartbeats_are_answered(fake: FakeDiscord) -> None:
    """A client that is told to beat every 150 ms does, and hears each beat acknowledged."""
    fake.gateway.heartbeat_ms = 150
    async with running(TinyBot(fake.connector())) as bot:
        await fake.changes.until(lambda: len(fake.recording.frames_of(HEARTBEAT)) > 3 or None, "beats")
        assert 0 < bot.latency < 1


async def test_a_wrong_token_is_refused(fake: FakeDiscord) -> None:
    """The client says that it cannot log in."""
    async with TinyBot(fake.connector()) as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.login("another")


async def test_privileged_intents_are_refused(fake: FakeDiscord) -> None:
    """A client that asks for what the application was not granted is closed with 4014."""
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(TinyBot(fake.connector(), discord.Intents.all())):
            pass


@pytest.mark.parametrize("how", ["cut", "op 7", "close"])
async def test_what_was_missed_is_replayed(fake: FakeDiscord, bot: TinyBot, alice: Person, how: str) -> None:
    """However the connection ends, the client resumes, and gets what happened meanwhile."""
    if how == "cut":
        fake.gateway.cut()
    elif how == "op 7":
        fake.gateway.ask_to_reconnect()
    else:
        fake.gateway.close(4000)
    await fake.changes.until(lambda: not fake.gateway.connected() or None, "the connection to be gone")
    pending = alice.sends("whisper", text="meanwhile")
    assert (await alice.sees(pending)).text == "meanwhile"
    assert fake.gateway.resumed == 1
    assert fake.gateway.identified == 1
    assert fake.recording.frames_of(RESUME)[0]["session_id"] in fake.gateway.sessions


async def test_an_invalid_session_is_begun_anew(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """After op 9 the client identifies again, and is of use again."""
    fake.gateway.invalidate()
    await fake.changes.until(lambda: fake.gateway.identified == 2 or None, "a second IDENTIFY")
    assert (await alice.uses("whisper", text="back")).text == "back"


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        ([{"op": 2, "d": _IDENTIFY | {"token": "another"}}], 4004),
        ([{"op": 2, "d": _IDENTIFY}, {"op": 2, "d": _IDENTIFY}], 4005),
        ([{"op": 2, "d": _IDENTIFY | {"shard": [1, 1]}}], 4010),
        ([{"op": 2, "d": _IDENTIFY | {"intents": 1 << 30}}], 4013),
        ([{"op": 2, "d": _IDENTIFY | {"intents": 1 << 15}}], 4014),
        ([{"op": 99}], 4001),
        ([{"op": 1, "d": "x" * 4096}], 4002),
    ],
)
async def test_what_no_client_may_send(fake: FakeDiscord, frames: list[dict[str, Any]], code: int) -> None:
    """The gateway closes with the code that Discord documents."""
    async with (
        aiohttp.ClientSession(connector=fake.connector()) as session,
        session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket,
    ):
        for frame in frames:
            await socket.send_json(frame)
        async for _ in socket:
            pass
        assert socket.close_code == code


async def test_no_other_name_leads_anywhere(fake: FakeDiscord) -> None:
    """A test cannot leave the machine."""
    async with TinyBot(fake.connector()) as bot:
        await bot.login("MTAx.fake.token")
        with pytest.raises(OSError, match=r"Cannot connect to host example\.com"):
            await bot.http.get_from_cdn("https://example.com/")
