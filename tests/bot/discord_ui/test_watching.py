"""What the running bot tells of itself."""

import asyncio
import contextlib
import re
import socket
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, cast

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.answering.service import AnswerService
from bot.discord_ui.parts import Parts
from bot.discord_ui.watching import Watch, watched
from bot.discord_wiring import opened_parts
from bot.errors import SettingsError
from bot.settings import MonitorSettings, Settings
from tests.bot.discord_ui.made import Made, running
from tests.fake_discord.person import Person
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.one_answer import WORDS, OneAnswer

ASKED = "What does the minister's ticket cost?"


@pytest.fixture
def parts(chosen: Settings) -> Iterator[Parts]:
    """What clients are made of, with a service that has the one answer."""
    with opened_parts(chosen, lambda _: cast("AnswerService", OneAnswer())) as parts:
        yield parts


class Asked:
    """Asks the watched bot over HTTP."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def get(self, path: str) -> tuple[int, str]:
        """Return status and text of one of its pages."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, str]:
        """Return what it says of being ready."""
        return await self.get("/ready")

    async def value(self, name: str, **labels: str) -> float | None:
        """Return the value of one sample; None where it is not there."""
        _, text = await self.get("/metrics")
        samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
        return next((one.value for one in samples if (one.name, one.labels) == (name, labels)), None)

    async def reaches(self, wanted: float, name: str, **labels: str) -> bool:
        """Wait until a sample has a value: what is counted last is counted after the answer was shown."""
        async with asyncio.timeout(20):
            while await self.value(name, **labels) != wanted:
                await asyncio.sleep(0.05)
        return True


def _free_port() -> int:
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
async def watch(parts: Parts) -> Watch:
    """The watch over a bot."""
    return Watch(parts)


@pytest.fixture
async def asked(watch: Watch) -> AsyncIterator[Asked]:
    """Whoever asks it."""
    port = _free_port()
    async with watched(watch, ("127.0.0.1", port)):
        yield Asked(port)


async def test_it_is_ready_while_it_can_answer(
    asked: Asked, watch: Watch, made: Made, fake: FakeDiscord, chosen: Settings
) -> None:
    """Alive from the start; ready once Discord is connected, an index open and the log writable, and only then."""
    assert await asked.get("/live") == (200, "alive\n")
    assert await asked.ready() == (503, '{"connected": false, "index": false, "log": true}')
    async with running(made):
        await eventually(made.is_ready, "ready")
        watch.client = made.clients[-1]
        assert await asked.ready() == (200, '{"connected": true, "index": true, "log": true}')
        with _without_head(chosen):
            assert await asked.ready() == (503, '{"connected": true, "index": true, "log": false}')
        fake.gateway.away = 10_000
        fake.gateway.cut()
        await fake.changes.until(lambda: not fake.gateway.connected() or None, "the connection to be gone")
        while (await asked.ready())[0] == 200:
            await asyncio.sleep(0.05)
        assert await asked.ready() == (503, '{"connected": false, "index": true, "log": true}')
        assert await asked.value("crosscite_connected") == 0
    assert await asked.get("/live") == (200, "alive\n")


@contextlib.contextmanager
def _without_head(chosen: Settings) -> Iterator[None]:
    """Let the log's database take no event for as long as the block lasts."""
    path = Path(chosen.log.database.get_secret_value().removeprefix("sqlite:///"))
    for statement in ("ALTER TABLE head RENAME TO gone", "ALTER TABLE gone RENAME TO head"):
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
            database.execute(statement)
        if statement.endswith("gone"):
            yield


async def test_a_log_that_hangs_is_not_waited_for(asked: Asked, chosen: Settings) -> None:
    """A probe is answered within two seconds, and many of them do not pile up."""
    path = Path(chosen.log.database.get_secret_value().removeprefix("sqlite:///"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(15):
            answers = await asyncio.gather(*(asked.ready() for _ in range(20)))
        assert {answer for _, answer in answers} == {'{"connected": false, "index": false, "log": false}'}
        database.execute("ROLLBACK")
    while '"log": true' not in (await asked.ready())[1]:
        await asyncio.sleep(0.05)


async def test_what_is_counted(asked: Asked, watch: Watch, made: Made, fake: FakeDiscord) -> None:
    """Questions by way, what became of them, how long it took, the index: values, and no label about a member."""
    async with running(made):
        await eventually(made.is_ready, "ready")
        watch.client = made.clients[-1]
        guild = next(iter(fake.world.guilds.values()))
        alice = Person(fake, fake.world.add_user("alice"), guild.channels[0])
        for private in (False, False, True):
            assert WORDS in (await alice.uses("ask", question=ASKED, private=private)).text
        assert "There is no question in that." in (await alice.uses("ask", question=" ")).text
        assert await asked.value("crosscite_questions_total", way="ask") == 3
        assert await asked.value("crosscite_questions_total", way="ask_private") == 1
        assert await asked.reaches(3, "crosscite_outcomes_total", outcome="answered")
        assert await asked.reaches(1, "crosscite_outcomes_total", outcome="refused")
        assert await asked.reaches(3, "crosscite_answer_seconds_count")
        assert await asked.value("crosscite_answer_seconds_bucket", le="300.0") == 3
        assert await asked.value("crosscite_queue_length") == 0
        assert await asked.value("crosscite_connected") == 1
        assert await asked.value("crosscite_index", version="20240112-1") == 1
    _, text = await asked.get("/metrics")
    assert "minister" not in text
    assert "alice" not in text
    ids = [alice.user.id, guild.id, guild.channels[0].id, fake.world.bot.id]
    assert [one for one in ids if one in text] == []
    assert set(re.findall(r'(\w+)="', text)) == {"way", "outcome", "le", "version"}


async def test_a_place_that_is_taken_is_told_in_one_line(watch: Watch, asked: Asked) -> None:
    """The setting, the place and the reason."""
    with pytest.raises(SettingsError) as error:
        async with watched(watch, ("127.0.0.1", asked.port)):
            pass
    assert error.value.user_message.startswith(
        f"CROSSCITE_MONITOR_ADDRESS: 127.0.0.1:{asked.port} cannot be listened on ("
    )


async def test_unset_it_listens_nowhere(watch: Watch) -> None:
    """Without the setting there is no server at all."""
    before = _listening()
    async with watched(watch, None):
        assert _listening() == before


def _listening() -> set[Any]:
    lines = Path("/proc/self/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    return {line.split()[1] for line in lines if line.split()[3] == "0A"}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", None),
        ("9464", ("127.0.0.1", 9464)),
        ("0.0.0.0:9464", ("0.0.0.0", 9464)),  # noqa: S104 - chosen on purpose, as in a container
        ("[::1]:9464", ("::1", 9464)),
        ("localhost:80", ("localhost", 80)),
    ],
)
def test_addresses(address: str, place: tuple[str, int] | None) -> None:
    """A port alone is one of this machine alone."""
    assert MonitorSettings(address=address).place == place
