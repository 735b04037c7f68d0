"""The fake in a process of its own: `python -m tests.fake_discord`, which `apart.FakeApart` starts.

It says where it listens in one line of JSON on standard output. Then each line of standard input names a
function to call with the fake, and is answered by one line: its result, or what went wrong. It ends with its
standard input.
"""

import asyncio
import importlib
import json
import sys
import traceback
from typing import Any

from tests.fake_discord.server import FakeDiscord


async def main(port: int) -> None:
    """Serve until standard input ends."""
    fake = FakeDiscord()
    await fake.start(port)
    _say({"port": fake.port, "authority": fake.authority.pem()})
    while line := await asyncio.to_thread(sys.stdin.readline):
        _say(await _called(fake, json.loads(line)))
    await fake.stop()


async def _called(fake: FakeDiscord, order: dict[str, Any]) -> dict[str, Any]:
    try:
        module, _, name = order["call"].partition(":")
        function = getattr(importlib.import_module(module), name)
        return {"result": await function(fake, **order["arguments"])}
    except Exception:  # noqa: BLE001 - it is raised again on the other side
        return {"error": traceback.format_exc()}


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else 0))
