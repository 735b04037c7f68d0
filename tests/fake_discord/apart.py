"""The other side of a fake that runs in a process of its own: starts it, and has it do things."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.settings import read_settings
from tests.children import ROOT
from tests.fake_discord.judge import open_judge
from tests.fake_discord.network import connector_to
from tests.fake_discord.server import FakeDiscord


class FakeApart:
    """A fake in another process; what is to happen there is a module's function that takes the fake."""

    def __init__(self, process: Process, port: int, authority_pem: str) -> None:
        self._process = process
        self.port = port
        self.authority_pem = authority_pem

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def connector(self) -> aiohttp.TCPConnector:
        """Return the connector to give to `discord.Client`."""
        return connector_to(self.port, self.authority_pem)

    async def call(self, function: Callable[..., Awaitable[Any]], **arguments: Any) -> Any:
        """Run *function* over there, with the fake and *arguments*; both they and the result are JSON.

        Raises:
            AssertionError: it raised something; the message has its traceback.
        """
        assert self._process.stdin is not None
        order = {"call": f"{function.__module__}:{function.__qualname__}", "arguments": arguments}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        answer = await _line(self._process)
        assert "error" not in answer, answer["error"]
        return answer["result"]


@asynccontextmanager
async def fake_apart(port: int = 0, within: Sequence[str] = ()) -> AsyncIterator[FakeApart]:
    """Run a fake in a process of its own for as long as the block lasts; *within* is the start of its command line."""
    process = await asyncio.create_subprocess_exec(
        *within,
        sys.executable,
        "-m",
        "tests.fake_discord",
        str(port),
        cwd=ROOT,
        stdin=PIPE,
        stdout=PIPE,
        limit=1 << 26,
    )
    try:
        where = await _line(process)
        yield FakeApart(process, where["port"], where["authority"])
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), 20)
        except TimeoutError:
            process.kill()
        await process.communicate()  # to the end of its output, which closes the pipe


async def _line(process: Process) -> dict[str, Any]:
    assert process.stdout is not None
    line = await process.stdout.readline()
    assert line, "The fake's process ended."
    found: dict[str, Any] = json.loads(line)
    return found


async def judged(fake: FakeDiscord) -> list[str] | None:
    """Return, over there, what the judge finds in all traffic so far; None without the document."""
    judge = open_judge(read_settings().eval_data)
    if judge is None:
        return None
    return [str(one) for one in judge.findings(fake.recording.exchanges)]
