"""Runs the bot in Discord."""

import asyncio

from bot.cli.exit_codes import ExitCode
from bot.discord_ui.logs import set_up_logging
from bot.discord_ui.running import run_client
from bot.discord_wiring import opened_client
from bot.errors import SettingsError
from bot.settings import read_settings


def run_bot(*, verbose: bool) -> int:
    """Answer in Discord until told to stop.

    Raises:
        SettingsError: there is no token.
        DiscordError: Discord refuses it, or cannot be reached.
    """
    settings = read_settings()
    token = settings.discord.token.get_secret_value().strip() if settings.discord.token else ""
    if not token:
        raise SettingsError("There is no token: set CROSSCITE_DISCORD_TOKEN, in the environment or in .env.")
    set_up_logging([token], verbose=verbose)
    with opened_client(settings) as client:
        asyncio.run(run_client(client, token))
    return ExitCode.DONE
