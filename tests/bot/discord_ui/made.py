"""Makes the bot's clients as the program does, for a fake Discord, and runs them until a signal."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.connecting.backoff import Backoff
from bot.discord_ui.parts import Parts
from bot.discord_ui.running import run_clients
from bot.discord_wiring import client_maker
from bot.settings import Settings
from tests.fake_discord.apart import FakeApart
from tests.fake_discord.server import TOKEN, FakeDiscord


class Made:
    """Makes real clients, and keeps them."""

    def __init__(self, parts: Parts, settings: Settings, fake: FakeDiscord | FakeApart) -> None:
        self.clients: list[CrossciteClient] = []
        self._fake = fake
        self._parts, self._settings = parts, settings

    def __call__(self) -> CrossciteClient:
        """Make one; its connector is its own, since a client closes it."""
        options = {"connector": self._fake.connector(), "guild_ready_timeout": 0.05}
        self.clients.append(client_maker(self._parts, self._settings, **options)())
        return self.clients[-1]

    def is_ready(self) -> bool | None:
        """Whether the newest can answer."""
        return (bool(self.clients) and self.clients[-1].is_ready()) or None


def quick() -> Backoff:
    """Return pauses for tests, which grow to a tenth of a second."""
    return Backoff(first=0.02, longest=0.1)


@asynccontextmanager
async def running(made: Made) -> AsyncIterator[asyncio.Task[None]]:
    """Run clients as the program does, and stop them by SIGTERM in the end."""
    task = asyncio.create_task(run_clients(made, TOKEN, quick()))
    try:
        yield task
        assert not task.done(), task.exception()
    finally:
        if not task.done():
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(5):
                await task
