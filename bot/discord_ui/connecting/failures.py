"""What it means that the connection to Discord failed: an end, or something that passes."""

import aiohttp
import discord

from bot.errors import CrossciteError, DiscordError
from index.errors import ArticleIndexError

_REFUSED_TOKEN = 4004
# Close codes that the same program meets again however often it comes back: API version, intents.
# 4010 and 4011 are about shards, whose number is asked for at each sign-in.
_HOPELESS = {4012, 4013, 4014}
_PASSING = (
    discord.HTTPException,
    discord.GatewayNotFound,
    discord.ConnectionClosed,
    aiohttp.ClientError,
    OSError,
    TimeoutError,
)


def final(error: Exception) -> Exception | None:
    """Return the error to end with, one sentence for the operator; None where trying again may help."""
    if isinstance(error, CrossciteError | ArticleIndexError):
        return error
    if _is_about_the_token(error):
        return DiscordError.refused()
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return DiscordError.closed(4014)
    if isinstance(error, discord.ConnectionClosed) and error.code in _HOPELESS:
        return DiscordError.closed(error.code)
    return None


def is_passing(error: Exception) -> bool:
    """Whether it is of the kind that networks and Discord bring with them, not an error of the program."""
    return isinstance(error, _PASSING)


def _is_about_the_token(error: BaseException) -> bool:
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, discord.LoginFailure):
        return True
    if isinstance(error, discord.HTTPException):
        return error.status == 401
    return isinstance(error, discord.ConnectionClosed) and error.code == _REFUSED_TOKEN
