"""Keeps the promise of `/privacy`: what is personal is removed from the log when its days are over."""

import asyncio
import logging
from datetime import UTC, datetime

from bot.desk.forgetting import ForgettingDesk
from bot.desk.servers import ServersDesk
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)
_EVERY = 3600.0  # seconds


async def keep_expiring(forgetting: ForgettingDesk, servers: ServersDesk, every: float = _EVERY) -> None:
    """Remove what is old enough, now and then, until cancelled; a log that is away is tried again."""
    while True:
        try:
            await asyncio.to_thread(_expire, forgetting, servers, datetime.now(UTC))
        except LogUnavailableError as error:
            _log.warning("what is old enough could not be removed: %s", error.user_message)
        await asyncio.sleep(every)


def _expire(forgetting: ForgettingDesk, servers: ServersDesk, now: datetime) -> None:
    forgetting.expire(now, servers.most_days)
    for server, days in servers.shorter().items():
        forgetting.expire(now, days, server)
