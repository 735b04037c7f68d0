"""Errors that nobody foresaw: logged under a number that whoever is concerned can name."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable

_log = logging.getLogger(__name__)
_PAUSE = 60.0  # seconds; what failed for a reason that lasts must not fill the log


def new_incident(error: BaseException, doing: str) -> str:
    """Log *error*, which came up while *doing* something, and return the number that it was logged under."""
    incident = secrets.token_hex(4)
    _log.error("incident %s while %s", incident, doing, exc_info=error)
    return incident


async def lasting(doing: str, work: Callable[[], Awaitable[None]], pause: float = _PAUSE) -> None:
    """Do *work*, and begin it again *pause* seconds after an error that nobody foresaw, until it is done.

    A task of its own that ended with one would be missed by nobody: no index would be noticed and nothing expire.
    """
    while True:
        try:
            return await work()
        except Exception as error:  # noqa: BLE001 - this is where errors end
            new_incident(error, doing)
        await asyncio.sleep(pause)
