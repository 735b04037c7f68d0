"""What Discord does not take, and why; and the acknowledgement, which must not be lost over that."""

from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord

_UNKNOWN_INTERACTION = 10062  # it came too late, and Discord has told whoever acted
_ALREADY_ANSWERED = 40060
_EXPIRED_TOKEN = 50027  # a quarter of an hour has passed

UNDELIVERABLE = (discord.HTTPException, aiohttp.ClientError, TimeoutError, OSError)


class ClientClosedError(ConnectionError):
    """The client that took something is closed: another one may reach Discord."""


@contextmanager
def told_if_closed() -> Iterator[None]:
    """Let a client that is closed, while what it took is still answered, be what it is: Discord is not reached.

    Raises:
        ClientClosedError: aiohttp's session was closed, for which it has no error of its own.
    """
    try:
        yield
    except RuntimeError as error:
        if str(error) != "Session is closed":
            raise
        raise ClientClosedError("the client was closed") from error


async def acknowledge(interaction: discord.Interaction, *, private: bool) -> None:
    """Let Discord say that the bot is thinking, before any work; *private* decides who sees the answer.

    Where Discord's own answer to that gets lost, discord.py asks once more and is told that it was said
    already: then all is well.

    Raises:
        discord.HTTPException: it came too late, or Discord did not take it.
    """
    await _said(interaction.response.defer(ephemeral=private, thinking=True))


async def acknowledge_change(interaction: discord.Interaction) -> None:
    """Let Discord know that the message with the pressed button will change; otherwise as `acknowledge`."""
    await _said(interaction.response.defer())


async def _said(deferring: Coroutine[Any, Any, object]) -> None:
    try:
        await deferring
    except discord.HTTPException as error:
        if not was_answered(error):
            raise


def was_answered(error: BaseException) -> bool:
    """Whether Discord has had a first response already: ours, or that of another process with the same token."""
    return isinstance(error, discord.HTTPException) and error.code == _ALREADY_ANSWERED


def has_expired(error: BaseException) -> bool:
    """Whether an interaction can no longer be answered from here."""
    codes = {_UNKNOWN_INTERACTION, _ALREADY_ANSWERED, _EXPIRED_TOKEN}
    return isinstance(error, discord.HTTPException) and error.code in codes


def reason_of(error: BaseException) -> str:
    """Say why Discord did not take something, in few words without anything that was sent."""
    if isinstance(error, discord.HTTPException):
        return f"Discord answered {error.status}/{error.code}"
    return f"Discord could not be reached ({type(error).__name__})"
