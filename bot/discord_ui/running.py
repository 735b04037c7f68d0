"""Runs the client until it is told to stop."""

import asyncio
import signal

import aiohttp
import discord

from bot.discord_ui.logs import log_loop_error
from bot.errors import DiscordError

_STOPPING = (signal.SIGINT, signal.SIGTERM)


async def run_client(client: discord.Client, token: str) -> None:
    """Sign in and answer until SIGINT or SIGTERM, then leave in good order.

    Raises:
        DiscordError: Discord refuses the token, or cannot be reached.
    """
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log_loop_error)
    closing: set[asyncio.Task[None]] = set()
    for number in _STOPPING:
        loop.add_signal_handler(number, lambda: closing.add(asyncio.create_task(client.close())))
    try:
        async with client:
            await client.start(token)
    except (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError) as error:
        if not closing:  # whoever is stopped while signing in has not failed
            if explained := _explained(error):
                raise explained from error
            raise
    finally:
        for number in _STOPPING:
            loop.remove_signal_handler(number)
        if closing:
            await asyncio.wait(closing)


def _explained(error: Exception) -> DiscordError | None:
    if isinstance(error, discord.LoginFailure):
        return DiscordError.refused()
    if isinstance(error, discord.HTTPException | discord.GatewayNotFound | aiohttp.ClientError | OSError):
        return DiscordError.unreachable(error)
    return None
