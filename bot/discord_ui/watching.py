"""What a supervisor and Prometheus may ask the running bot, over HTTP; nothing of members is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass

import discord
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.discord_ui.parts import Parts
from bot.errors import LogUnavailableError, SettingsError

_PATIENCE = 2.0  # seconds; probes usually wait for one to five
_HANGING_UP = 0.1  # seconds for requests at work when the program stops


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether questions can be answered now, and if not, what is missing."""

    connected: bool
    index: bool
    log: bool

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return self.connected and self.index and self.log


class Watch:
    """Looks at the *client* that runs now, and at what it stands on."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.client: discord.AutoShardedClient | None = None
        self._writing: asyncio.Task[bool] | None = None

    @property
    def connected(self) -> bool:
        """Whether every shard is connected, and Discord has told of all servers."""
        client = self.client
        if client is None or client.is_closed() or not client.is_ready():
            return False
        return not any(shard.is_closed() for shard in client.shards.values())

    async def readiness(self) -> Readiness:
        """Look at everything that an answer needs."""
        return Readiness(self.connected, self._parts.desks.current is not None, await self._writable())

    def metrics(self) -> bytes:
        """Return what Prometheus reads."""
        serving = self._parts.desks.current
        version = serving.service.index.version if serving else None
        return self._parts.measures.text(connected=self.connected, index_version=version)

    async def _writable(self) -> bool:
        """Whether the log takes events; one look at a time, for a database that hangs may hang for long."""
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(asyncio.to_thread(self._check_log))
        done, _ = await asyncio.wait({self._writing}, timeout=_PATIENCE)
        return bool(done) and self._writing.result()

    def _check_log(self) -> bool:
        try:
            self._parts.desks.log.check_writable()
        except LogUnavailableError:
            return False
        return True


def _application(watch: Watch) -> web.Application:
    async def live(_request: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def ready(_request: web.Request) -> web.Response:
        found = await watch.readiness()
        return web.json_response(asdict(found), status=200 if found.ready else 503)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=watch.metrics(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    application = web.Application()
    application.add_routes([web.get("/live", live), web.get("/ready", ready), web.get("/metrics", metrics)])
    return application


@asynccontextmanager
async def watched(watch: Watch, place: tuple[str, int] | None) -> AsyncIterator[None]:
    """Answer on *place*, host and port, for as long as the block lasts; nowhere if that is None.

    Raises:
        SettingsError: somebody else listens there, or the host is not of this machine.
    """
    if place is None:
        yield
        return
    runner = web.AppRunner(_application(watch), access_log=None, shutdown_timeout=_HANGING_UP)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, *place).start()
        except OSError as error:
            where = f"{place[0]}:{place[1]}"
            raise SettingsError(
                f"CROSSCITE_MONITOR_ADDRESS: {where} cannot be listened on ({error.strerror}); "
                "name another port or host."
            ) from error
        yield
    finally:
        await runner.cleanup()
