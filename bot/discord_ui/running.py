"""Runs clients until told to stop: one after the other, where Discord or the network fails them."""

import asyncio
import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.connecting.backoff import Backoff
from bot.discord_ui.connecting.failures import final, is_passing
from bot.discord_ui.incidents import new_incident
from bot.discord_ui.logs import log_loop_error, told

_log = logging.getLogger(__name__)
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_LEAVING = 0.95  # seconds; a gateway that does not answer the goodbye would be waited for 30 seconds

MakeClient = Callable[[], CrossciteClient]


async def run_clients(make: MakeClient, token: str, backoff: Backoff | None = None) -> None:
    """Sign in and answer until SIGINT or SIGTERM, then leave in good order.

    While Discord or the network is away, or sends what cannot be read, it comes back after pauses that grow. Each
    time with another client: one that has lost its connection for good cannot be used again.

    Raises:
        DiscordError: Discord refuses the token, or this program.
        ArticleIndexError, CrossciteError: what the bot stands on cannot be used.
    """
    backoff = backoff or Backoff()
    asyncio.get_running_loop().set_exception_handler(log_loop_error)
    with _told_to_stop() as stopping:
        while not stopping.is_set():
            begun = monotonic()
            failure = await _run(make(), token, stopping)
            if failure is None:
                continue
            if ending := final(failure):
                raise ending from failure
            seconds = backoff.failed(monotonic() - begun)
            if not is_passing(failure):
                new_incident(failure, "being connected to Discord")
            _log.warning("Discord cannot be reached (%s); trying again in %.0f s", told(failure), seconds)
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), seconds)


async def _run(client: CrossciteClient, token: str, stopping: asyncio.Event) -> Exception | None:
    """Run one client until it fails, which is returned, or *stopping* is set."""
    working = asyncio.create_task(client.start(token))
    told_to = asyncio.create_task(stopping.wait())
    await asyncio.wait({working, told_to}, return_when=asyncio.FIRST_COMPLETED)
    told_to.cancel()
    failure = _failure_of(working) if working.done() else None
    leaving = asyncio.create_task(client.stop() if stopping.is_set() else client.close())
    _, late = await asyncio.wait({leaving}, timeout=_LEAVING)
    if late:
        _log.info("left without Discord's goodbye")
    working.cancel()
    await asyncio.wait({working})
    return None if stopping.is_set() else failure


def _failure_of(working: asyncio.Task[None]) -> Exception:
    error = working.exception()
    if error is None:
        return ConnectionError("Discord ended the connection")
    if not isinstance(error, Exception):
        raise error
    return error


@contextmanager
def _told_to_stop() -> Iterator[asyncio.Event]:
    """Give an event that SIGINT and SIGTERM set."""
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    for number in _STOPPING:
        loop.add_signal_handler(number, stopping.set)
    try:
        yield stopping
    finally:
        for number in _STOPPING:
            loop.remove_signal_handler(number)
