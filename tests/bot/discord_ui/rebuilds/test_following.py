"""Following rebuilds: each is told to its end, also where the next one begins before that was told."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from typing import cast

import discord
import pytest

from bot.desk.builds import BuildFile, State
from bot.desk.rebuilding import Job, RebuildingDesk
from bot.discord_ui.desks import Desks
from bot.discord_ui.rebuilds.following import Follower
from bot.settings import Settings

NOBODY = cast("discord.Client", None)  # jobs without a message are shown to nobody


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that stands for a build under way."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        yield process
        process.kill()


async def test_a_rebuild_that_begins_at_once_takes_nothing_from_the_last(
    desks: Desks, chosen: Settings, process: subprocess.Popen[bytes]
) -> None:
    """Two editors, one right after the other: both drafts become articles, and both are told so."""
    rebuilding = RebuildingDesk(chosen)
    folder = chosen.index.directory / "rebuilding"
    folder.mkdir(parents=True)
    published: list[str] = []
    follower = Follower(desks, rebuilding, published.append)
    jobs = [Job(server="7", channel="70", draft=name, pid=process.pid) for name in ("first", "second")]
    for job in jobs:
        rebuilding.keep(job)
        follower.follow(job, NOBODY)
        await asyncio.sleep(0.1)
    for job in jobs:
        BuildFile(folder / f"build-{job.id}.json").end(State.DONE, version="v")
    async with asyncio.timeout(30):
        while len(published) < 2 or rebuilding.current() is not None:
            await asyncio.sleep(0.05)
    assert sorted(published) == ["first", "second"]
    follower.close()
