"""Runs the bot in Discord."""

import asyncio
import logging
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import NoReturn

from bot.cli.exit_codes import ExitCode
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.logs import set_up_logging
from bot.discord_ui.parts import Parts
from bot.discord_ui.running import run_clients
from bot.discord_ui.watching import Watch, watched
from bot.discord_wiring import client_maker, opened_parts
from bot.errors import SettingsError
from bot.settings import Settings, read_settings


def run_bot(*, verbose: bool) -> NoReturn:
    """Answer in Discord until told to stop; then the process ends.

    Raises:
        SettingsError: there is no token.
        DiscordError: Discord refuses the token, or this program.
    """
    # Until the bot has its own handlers; the first process of a container would not even hear the signal.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(ExitCode.DONE))
    settings = read_settings()
    token = settings.discord.secret()
    if not token:
        raise SettingsError("There is no token: set CROSSCITE_DISCORD_TOKEN, in the environment or in .env.")
    set_up_logging([token], as_json=settings.monitor.lines == "json", verbose=verbose)
    runner = asyncio.Runner()
    try:
        with opened_parts(settings) as parts:
            runner.run(_run(parts, settings, token))
    except BaseException:
        runner.close()
        raise
    _leave(ExitCode.DONE)


async def _run(parts: Parts, settings: Settings, token: str) -> None:
    """Run the bot where it can be watched, and leave no thread behind that only waits for work."""
    threads = ThreadPoolExecutor(thread_name_prefix="waiting")
    asyncio.get_running_loop().set_default_executor(threads)
    watch, make = Watch(parts), client_maker(parts, settings)

    def make_watched() -> CrossciteClient:
        watch.client = client = make()
        return client

    try:
        async with watched(watch, settings.monitor.place):
            await run_clients(make_watched, token)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def _leave(code: ExitCode) -> NoReturn:
    """End the process here, with everything closed that is to be closed.

    A thread in the middle of a model cannot be interrupted, and freeing the models takes seconds on a busy machine.
    Nothing is lost: whoever asked was told, and the log is whole at every moment.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
