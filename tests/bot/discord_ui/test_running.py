"""From signing in to the end, against a Discord on this machine."""

import asyncio
import os
import signal

import pytest

from bot.discord_ui.connecting.backoff import Backoff
from bot.discord_ui.parts import Parts
from bot.discord_ui.running import run_clients
from bot.errors import DiscordError
from bot.settings import Settings
from tests.bot.discord_ui.made import Made, quick, running
from tests.fake_discord.apart import fake_apart
from tests.fake_discord.faults import Fault, broken, refused, too_many_requests
from tests.fake_discord.person import Person
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.test_apart import make_server
from tests.fake_discord.waiting import eventually


async def test_a_signal_ends_it_in_good_order(made: Made, fake: FakeDiscord) -> None:
    """After SIGTERM it returns within a second, and nobody is connected any more."""
    task = asyncio.create_task(run_clients(made, TOKEN))
    await eventually(made.is_ready, "ready")
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(1):
        await task
    assert made.clients[0].is_closed()
    await fake.changes.until(lambda: not fake.gateway.connected() or None, "the connection to end")


async def test_a_signal_while_it_signs_in_is_no_failure(made: Made) -> None:
    """It ends without an error before it was ever ready."""
    task = asyncio.create_task(run_clients(made, TOKEN))
    await asyncio.sleep(0)
    os.kill(os.getpid(), signal.SIGINT)
    async with asyncio.timeout(5):
        await task
    assert not made.is_ready()


async def test_a_signal_ends_the_longest_pause(made: Made, fake: FakeDiscord) -> None:
    """While Discord is away and it waits for minutes, it still leaves at once."""
    fake.faults.order("GET", "/users/@me", refused(403, 0, "blocked"))
    task = asyncio.create_task(run_clients(made, TOKEN, Backoff(first=300.0)))
    await eventually(lambda: (made.clients and made.clients[0].is_closed()) or None, "the failure")
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(1):
        await task
    assert len(made.clients) == 1


async def test_a_refused_token_is_told_in_one_line(made: Made) -> None:
    """Which setting it is, and where to get another; not the token; and Discord is asked once."""
    with pytest.raises(DiscordError) as error:
        await run_clients(made, "MTAx.wrong.token", quick())
    assert "CROSSCITE_DISCORD_TOKEN" in error.value.user_message
    assert "wrong" not in error.value.user_message
    assert len(made.clients) == 1


@pytest.mark.parametrize("code", [4004, 4012, 4013, 4014])
async def test_what_discord_closes_for_good_ends_it(made: Made, fake: FakeDiscord, code: int) -> None:
    """A token that is refused by the gateway, another version, other intents: trying again would change nothing."""
    async with asyncio.timeout(20):
        task = asyncio.create_task(run_clients(made, TOKEN, quick()))
        await eventually(made.is_ready, "ready")
        fake.gateway.close(code)
        with pytest.raises(
            DiscordError, match="CROSSCITE_DISCORD_TOKEN" if code == 4004 else f"close code {code}"
        ):
            await task
    assert len(made.clients) == 1


@pytest.mark.parametrize(
    "fault",
    [refused(403, 0, "blocked"), broken(503), too_many_requests(0.1, via=False)],
    ids=["403", "503", "429"],
)
@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot"])
async def test_trouble_at_signing_in_is_waited_out(
    made: Made, fake: FakeDiscord, caplog: pytest.LogCaptureFixture, path: str, fault: Fault
) -> None:
    """Refused or broken twice at any step, it is ready after the third attempt, with one IDENTIFY in all."""
    fake.faults.order("GET", path, fault, times=2)
    async with running(made):
        await eventually(made.is_ready, "ready")
    assert len(made.clients) == 3
    assert fake.gateway.identified == 1
    assert len([one for one in caplog.messages if one.startswith("Discord cannot be reached (")]) == 2


async def test_a_network_that_is_away_at_first_is_waited_out(made: Made, fake: FakeDiscord) -> None:
    """Nothing listens where Discord should be; then it does."""
    port = fake.port
    await fake.stop()
    async with running(made):
        await eventually(lambda: len(made.clients) > 3 or None, "several attempts")
        await fake.start(port)
        await eventually(made.is_ready, "ready")
    assert fake.gateway.identified == 1


async def test_a_gateway_that_is_away_at_first_is_waited_out(made: Made, fake: FakeDiscord) -> None:
    """The client stays the same; nothing is spent on what was never connected."""
    fake.gateway.away = 1
    async with running(made):
        await eventually(made.is_ready, "ready", 40)
    assert len(made.clients) == 1
    assert fake.gateway.identified == 1


async def test_a_day_without_sessions_left_is_waited_for(
    made: Made, fake: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Discord says that nearly all were used, none is spent, and the log says when the next one is."""
    fake.gateway.starts = 100
    async with running(made):
        said = "signed in too often lately; the next time is in 14400 s"
        await eventually(lambda: said in caplog.text or None, "the line")
    assert fake.gateway.identified == 0


async def test_an_event_that_cannot_be_read_changes_nothing(
    made: Made, fake: FakeDiscord, parts: Parts
) -> None:
    """Neither connection nor session is lost; it is counted."""
    async with running(made):
        await eventually(made.is_ready, "ready")
        for name in ("GUILD_CREATE", "INTERACTION_CREATE", "MESSAGE_CREATE", "CHANNEL_UPDATE", "A_NEW_KIND"):
            fake.gateway.dispatch(name, {"id": "7"})
        fake.gateway.dispatch("GUILD_CREATE", [1])  # type: ignore[arg-type] # not even an object
        counted = 'crosscite_events_refused_total{event="GUILD_CREATE"} 1.0'
        text = await eventually(lambda: _counts(parts, counted), "the count")
        assert made.is_ready()
    assert 'crosscite_events_refused_total{event="INTERACTION_CREATE"} 1.0' in text
    assert (len(made.clients), fake.gateway.identified, fake.gateway.resumed) == (1, 1, 0)


def _counts(parts: Parts, line: str) -> str | None:
    text = parts.measures.text(connected=True, index_version=None).decode()
    return text if line in text else None


async def test_a_ready_that_cannot_be_read_is_tried_again(made: Made, fake: FakeDiscord) -> None:
    """There is no session without it: another client signs in, after a pause, and one IDENTIFY more is spent."""
    fake.gateway.garbled = 1
    async with running(made):
        await eventually(made.is_ready, "ready", 40)
    assert (len(made.clients), fake.gateway.identified) == (2, 2)


async def test_every_shard_is_connected(made: Made, fake: FakeDiscord, parts: Parts) -> None:
    """Discord says how many there are to be; each sees its own servers, and a server's question is answered."""
    fake.gateway.shards = 2
    guilds = [fake.world.add_guild(f"Server {number}") for number in range(4)]
    for guild in guilds:
        fake.world.add_channel(guild, "general")
    async with running(made):
        await eventually(made.is_ready, "ready", 40)
        assert sorted(made.clients[0].shards) == [0, 1]
        assert len(made.clients[0].guilds) == 5
        assert [session.shard for session in fake.gateway.connected()] == [(0, 2), (1, 2)]
        for guild in guilds:
            member = Person(fake, fake.world.add_user(f"of {guild.name}"), guild.channels[0])
            assert "does not say" not in (await member.uses("about")).text


async def test_commands_that_are_to_be_sent_later_keep_nobody_waiting(made: Made, fake: FakeDiscord) -> None:
    """Discord wants an hour's patience for the commands: the bot is there before that, and still stops at once."""
    fake.faults.order("PUT", "/commands", too_many_requests(3600.0))
    async with running(made):
        await eventually(made.is_ready, "ready", 60)
    assert (len(made.clients), fake.gateway.identified) == (1, 1)


async def test_a_discord_that_has_fallen_silent_does_not_hold_it_up(
    parts: Parts, chosen: Settings, handlers: None, caplog: pytest.LogCaptureFixture
) -> None:
    """The other side takes bytes and says nothing any more: SIGTERM still ends it within a second."""
    async with fake_apart() as apart:
        await apart.call(make_server)
        made = Made(parts, chosen, apart)
        task = asyncio.create_task(run_clients(made, TOKEN))
        await eventually(made.is_ready, "ready")
        os.kill(apart.pid, signal.SIGSTOP)
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(1.5):  # and what a busy machine adds
                await task
        finally:
            os.kill(apart.pid, signal.SIGCONT)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
