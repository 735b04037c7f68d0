"""`crosscite run` as it is shipped, in a process of its own, and a fake Discord that it takes for the real one.

Nothing in the program is changed. Both run in a network namespace that has nothing but loopback: there the names
of Discord lead to this machine by its hosts file, and `SSL_CERT_FILE` names the authority that signed for them.
Where the system refuses namespaces, a `sitecustomize` leads the names to the fake instead.
"""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import run
from typing import Any

import aiohttp

from tests.conftest import ROOT
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.apart import FakeApart, fake_apart
from tests.fake_discord.network import HOSTS
from tests.fake_discord.server import TOKEN, FakeDiscord

_PROBED = 9464
_LEADING = """
import aiohttp
from tests.fake_discord.network import Loopback
made = aiohttp.TCPConnector.__init__
def leading(self, *given, **named):
    made(self, *given, **named | {"resolver": Loopback(PORT)})
aiohttp.TCPConnector.__init__ = leading
"""


class Shipped:
    """The program that is tested, and the Discord that it runs in."""

    def __init__(self, fake: FakeApart, within: Sequence[str], environment: Mapping[str, str]) -> None:
        self.fake = fake
        self._within = within
        self._environment = environment
        self._processes: list[Process] = []

    async def start(self, **settings: str) -> Process:
        """Start `crosscite run`; its log lines can be read from standard error."""
        program = str(Path(sys.executable).parent / "crosscite")
        process = await asyncio.create_subprocess_exec(
            *self._within,
            program,
            "run",
            env={**self._environment, **settings},
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
        )
        self._processes.append(process)
        return process

    async def ready(self, process: Process, seconds: float = 120.0) -> None:
        """Wait until it says itself that it can answer."""
        async with asyncio.timeout(seconds):
            while (await self.fake.call(probed, path="/ready"))[0] != 200:
                assert process.returncode is None, await _said(process)
                await asyncio.sleep(0.2)

    async def end(self) -> None:
        """Kill whatever still runs."""
        for process in self._processes:
            if process.returncode is None:
                process.kill()
            await process.communicate()  # to the end of its output, which closes the pipes


async def ended(process: Process, seconds: float = 120.0) -> tuple[int, str]:
    """Return exit code and log lines of a program that ends by itself."""
    async with asyncio.timeout(seconds):
        said = await _said(process)
        return await process.wait(), said


async def _said(process: Process) -> str:
    assert process.stderr is not None
    return (await process.stderr.read()).decode()


def namespaces_refused() -> str | None:
    """Return why there can be no namespaces here, None if there can."""
    try:
        done = run(
            ["unshare", "-rnm", "ip", "link", "set", "lo", "up"], capture_output=True, text=True, check=False
        )
    except OSError as error:
        return str(error)
    return None if done.returncode == 0 else done.stderr.strip()


@asynccontextmanager
async def shipped(settings: Mapping[str, str], folder: Path, *, apart: bool) -> AsyncIterator[Shipped]:
    """Give the program, not started, with *settings* and a fake; *apart* in a namespace."""
    hosts = folder / "hosts"
    hosts.write_text(f"127.0.0.1 localhost {' '.join(HOSTS)}\n", encoding="ascii")
    inside = f'ip link set lo up && mount --bind "{hosts}" /etc/hosts && exec "$0" "$@"'
    within = ["unshare", "-rnm", "sh", "-c", inside] if apart else []
    async with fake_apart(443 if apart else 0, within) as fake:
        authority = folder / "authority.pem"
        authority.write_text(fake.authority_pem, encoding="ascii")
        environment = {
            "PATH": os.environ["PATH"],
            "SSL_CERT_FILE": str(authority),
            "CROSSCITE_DISCORD_TOKEN": TOKEN,
            "CROSSCITE_MONITOR_ADDRESS": str(_PROBED),
            **settings,
        }
        if not apart:
            (folder / "sitecustomize.py").write_text(
                _LEADING.replace("PORT", str(fake.port)), encoding="ascii"
            )
            environment["PYTHONPATH"] = f"{folder}:{ROOT}"
        entering = ["nsenter", "-t", str(fake.pid), "-U", "-n", "-m", "--preserve-credentials"]
        program = Shipped(fake, entering if apart else [], environment)
        try:
            yield program
        finally:
            await program.end()


# What happens in the fake's process.


async def make_server(fake: FakeDiscord) -> None:
    """Make a server with a channel and a member."""
    fake.world.add_channel(fake.world.add_guild("Newsroom"), "general")
    fake.world.add_user("alice")


def _alice(fake: FakeDiscord) -> Member:
    user = next(one for one in fake.world.users.values() if one.name == "alice")
    return Member(fake, user, next(one for one in fake.world.channels.values() if one.guild))


async def mentioned(fake: FakeDiscord, question: str) -> str:
    """Let the member mention the bot, and return what they read in the end."""
    alice = _alice(fake)
    message = alice.says(f"<@{fake.world.bot.id}> {question}")

    def answered() -> str | None:
        texts = [alice.card(reply).text for reply in alice.replies_to(message)]
        return texts[-1] if texts and "¶" in texts[-1] else None

    return await fake.changes.until(answered, "an answer", 60)


async def begun(fake: FakeDiscord, question: str) -> str:
    """Let the member ask, wait until Discord says that the bot is thinking, and return the interaction's id."""
    alice = _alice(fake)
    interaction = alice.begins(question)
    await fake.changes.until(lambda: interaction.original, "the acknowledgement", 60)
    return interaction.id


async def read(fake: FakeDiscord, interaction: str, seconds: float = 30.0) -> str:
    """Return what the member reads in response to an interaction, once the bot is no longer thinking."""
    asked = fake.interactions.all[interaction]

    def shown() -> str | None:
        original = asked.original
        return _alice(fake).card(original).text if original and not original.loading else None

    return await fake.changes.until(shown, "a word", seconds)


async def turned_away(fake: FakeDiscord, times: int) -> None:
    """Let the gateway be away for so many connections."""
    fake.gateway.away = times


async def counted(fake: FakeDiscord) -> dict[str, int]:
    """Return how many IDENTIFYs there were, and how many sessions somebody listens to."""
    return {"identified": fake.gateway.identified, "connected": len(fake.gateway.connected())}


async def probed(_fake: FakeDiscord, path: str) -> tuple[int, Any]:
    """Ask the bot how it is; status 0 where nothing listens."""
    with contextlib.suppress(aiohttp.ClientError):
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{_PROBED}{path}") as answer,
        ):
            return answer.status, await answer.text()
    return 0, ""
