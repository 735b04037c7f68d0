"""Runs Crosscite against a fake for as long as a block lasts."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import aiohttp

from bot.answering.service import AnswerService
from bot.desk_wiring import open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.discord_wiring import client_maker, opened_parts
from bot.settings import Settings
from tests.fake_discord.server import TOKEN


@asynccontextmanager
async def running_bot(
    settings: Settings,
    connector: aiohttp.BaseConnector,
    open_service: Callable[[Settings], AnswerService] = open_logged_service,
) -> AsyncIterator[CrossciteClient]:
    """Give the bot once it is ready; a crash while it starts surfaces at once."""
    # What is left of discord.py's two seconds for servers to arrive: the fake's are there at once.
    options = {"connector": connector, "guild_ready_timeout": 0.05}
    with opened_parts(settings, open_service) as parts:
        client = client_maker(parts, settings, **options)()
        task = asyncio.create_task(client.start(TOKEN))
        ready = asyncio.create_task(client.wait_until_ready())
        try:
            await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=30)
            if task.done():
                task.result()
            assert ready.done()
            yield client
        finally:
            ready.cancel()
            await client.stop()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
