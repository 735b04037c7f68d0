"""Keeps the promise of `/privacy`: what is personal is removed from the log when its days are over."""

import asyncio
import logging
from datetime import UTC, datetime

from bot.desk.forgetting import ForgettingDesk
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)
_EVERY = 3600.0  # seconds


async def keep_expiring(forgetting: ForgettingDesk, days: int, every: float = _EVERY) -> None:
    """Remove what is older than *days*, now and then, until cancelled; a log that is away is tried again."""
    while True:
        try:
            await asyncio.to_thread(forgetting.expire, datetime.now(UTC), days)
        except LogUnavailableError as error:
            _log.warning("what is old enough could not be removed: %s", error.user_message)
        await asyncio.sleep(every)
