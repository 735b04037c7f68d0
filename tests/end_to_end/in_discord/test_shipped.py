"""The program as it is shipped, from outside: started, stopped, killed, refused."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic

import pytest

from bot.settings import Settings
from tests.children import run_python
from tests.end_to_end.in_discord.shipped import (
    Shipped,
    begun,
    counted,
    ended,
    make_server,
    mentioned,
    namespaces_refused,
    read,
    shipped,
    turned_away,
)
from tests.telling import tell

pytestmark = pytest.mark.long

AGREED = "How long is the trip?"
RESTARTING = "Crosscite is about to restart. Please ask again in a minute."
RESTARTED = "Crosscite was restarted before it had answered. Please ask again."


@pytest.fixture(scope="session")
def apart(request: pytest.FixtureRequest) -> bool:
    """Whether the system lets us have namespaces; where it does not, that is heard."""
    refused = namespaces_refused()
    if refused:
        tell(
            request,
            f"No network namespaces here ({refused}): the shipped program is led to the fake by a sitecustomize",
        )
    return refused is None


@pytest.fixture
def told(story_settings: Settings, tmp_path: Path) -> dict[str, str]:
    """Settings as the environment gives them: the story's index, a log of this test's own."""
    return {
        "CROSSCITE_INDEX_DIRECTORY": str(story_settings.index.directory),
        "CROSSCITE_INDEX_MODELS": str(story_settings.index.models),
        "CROSSCITE_INDEX_CORPUS": str(story_settings.index.corpus),
        "CROSSCITE_LOG_DATABASE": f"sqlite:///{tmp_path / 'log.db'}",
        "CROSSCITE_LOG_KEY_FILE": str(tmp_path / "key"),
        "CROSSCITE_LOG_ANCHORS": str(tmp_path / "anchors.jsonl"),
        "CROSSCITE_DISCORD_COMMANDS_FILE": str(tmp_path / "commands.json"),
        "CROSSCITE_DISCORD_OWED": str(tmp_path / "owed"),
    }


@pytest.fixture
async def program(told: dict[str, str], tmp_path: Path, apart: bool) -> AsyncIterator[Shipped]:
    """The program, not started."""
    async with shipped(told, tmp_path, apart=apart) as program:
        await program.fake.call(make_server)
        yield program


def _log(told: dict[str, str], *arguments: str) -> tuple[int, str]:
    code = (
        "import os, sys; os.environ |= {told!r}; from bot.cli.program import run; sys.exit(run(sys.argv[1:]))"
    )
    done = run_python(code.format(told=told), "log", *arguments)
    return done.returncode, done.stdout + done.stderr


async def test_it_comes_answers_and_goes(program: Shipped, told: dict[str, str]) -> None:
    """The gateway is away at first; then a mention is answered; SIGTERM while somebody waits leaves them with a word."""
    await program.fake.call(turned_away, times=1)
    process = await program.start()
    await program.ready(process)
    assert await program.fake.call(counted) == {"identified": 1, "connected": 1}
    assert "weeklong" in await program.fake.call(mentioned, question=AGREED)
    asked = await program.fake.call(begun, question="When will Koizumi meet Hegseth?")
    at = monotonic()
    process.send_signal(signal.SIGTERM)
    code, said = await ended(process)
    took = monotonic() - at
    assert (code, took < 5.0) == (0, True), (took, said)  # a second, and what a busy machine adds
    text = await program.fake.call(read, interaction=asked)
    assert RESTARTING in text or "January" in text
    assert "the gateway cannot be reached; trying again in" in said
    assert "Koizumi" not in said
    assert await program.fake.call(counted) == {"identified": 1, "connected": 0}
    assert _log(told, "verify")[0] == 0


async def _noted(owed: Path) -> None:
    """Wait until the program has written down whom it owes an answer, which it does once Discord was answered."""
    async with asyncio.timeout(20):
        while not list(owed.glob("*.json")):
            await asyncio.sleep(0.005)


async def test_it_is_killed_and_comes_back(program: Shipped, told: dict[str, str]) -> None:
    """After SIGKILL the log is whole; the next start settles what was left, tells who waited, and answers."""
    process = await program.start()
    await program.ready(process)
    asked = await program.fake.call(begun, question=AGREED)
    await _noted(Path(told["CROSSCITE_DISCORD_OWED"]))
    process.send_signal(signal.SIGKILL)
    assert (await ended(process))[0] == -signal.SIGKILL
    assert _log(told, "verify")[0] == 0
    again = await program.start()
    await program.ready(again)
    assert RESTARTED in await program.fake.call(read, interaction=asked)
    assert "weeklong" in await program.fake.call(mentioned, question=AGREED)
    again.send_signal(signal.SIGTERM)
    assert (await ended(again))[0] == 0
    code, text = _log(told, "list", "--unsettled")
    assert (code, "trip" in text) == (0, False)
    assert _log(told, "verify")[0] == 0


async def test_a_wrong_token_ends_it_at_once(program: Shipped) -> None:
    """One line, the exit code that nothing restarts it for, and one request."""
    process = await program.start(CROSSCITE_DISCORD_TOKEN="MTAx.wrong.token")  # noqa: S106 - it opens nothing
    code, said = await ended(process)
    assert code == 78
    assert said.splitlines()[-1].startswith("Discord refuses the token in CROSSCITE_DISCORD_TOKEN: ")
    assert "wrong" not in said
    assert await program.fake.call(counted) == {"identified": 0, "connected": 0}
