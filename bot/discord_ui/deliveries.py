"""What Discord does not take, and why."""

import aiohttp
import discord

_UNKNOWN_INTERACTION = 10062  # it came too late, and Discord has told whoever acted
_ALREADY_ANSWERED = 40060  # another process with the same token was quicker
_EXPIRED_TOKEN = 50027  # a quarter of an hour has passed

UNDELIVERABLE = (discord.HTTPException, aiohttp.ClientError, TimeoutError, OSError)


def has_expired(error: BaseException) -> bool:
    """Whether an interaction can no longer be answered from here."""
    codes = {_UNKNOWN_INTERACTION, _ALREADY_ANSWERED, _EXPIRED_TOKEN}
    return isinstance(error, discord.HTTPException) and error.code in codes


def reason_of(error: BaseException) -> str:
    """Say why Discord did not take something, in few words without anything that was sent."""
    if isinstance(error, discord.HTTPException):
        return f"Discord answered {error.status}/{error.code}"
    return f"Discord could not be reached ({type(error).__name__})"
