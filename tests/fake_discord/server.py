"""The fake as a whole: Discord's HTTP interface, gateway and file server on one port of this machine."""

import aiohttp
from aiohttp import web

from tests.fake_discord.clock import Clock
from tests.fake_discord.commands import Commands
from tests.fake_discord.conversation import Conversation
from tests.fake_discord.faults import Faults
from tests.fake_discord.gateway import Gateway
from tests.fake_discord.interactions import Interactions
from tests.fake_discord.network import Authority, connector_to
from tests.fake_discord.recording import Recording
from tests.fake_discord.rest.application import ApplicationRoutes
from tests.fake_discord.rest.channels import ChannelRoutes
from tests.fake_discord.rest.handling import PREFIX, Handling
from tests.fake_discord.rest.interactions import InteractionRoutes
from tests.fake_discord.uploads import Uploads
from tests.fake_discord.waiting import Changes
from tests.fake_discord.world import World

TOKEN = "MTAx.fake.token"  # noqa: S105 - it opens nothing


class FakeDiscord:
    """Discord, as far as a bot can see it.

    What it holds may be read and changed at any time; `changes` wakes those who wait.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.clock = Clock()
        self.changes = Changes()
        self.recording = Recording()
        self.faults = Faults()
        self.world = World(self.clock)
        self.gateway = Gateway(self.world, self.recording, self.changes, token)
        self.commands = Commands(self.world)
        self.conversation = Conversation(self.world, self.gateway, self.changes)
        self.interactions = Interactions(self.world)
        self.uploads = Uploads(self.world)
        self.handling = Handling(self.clock, self.recording, self.faults, self.changes, token)
        self.authority = Authority()
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> None:
        """Listen on *port* of loopback, 0 for any that is free."""
        api = [
            *ApplicationRoutes(self.world, self.commands, self.gateway).table(),
            *ChannelRoutes(self.world, self.conversation).table(),
            *InteractionRoutes(self.world, self.conversation, self.interactions).table(),
        ]
        app = web.Application(middlewares=[self.handling.around], client_max_size=32 * 1024**2)
        app.add_routes([web.RouteDef(one.method, PREFIX + one.path, one.handler, one.kwargs) for one in api])
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/ephemeral-attachments/{attachment_id}", self._upload)
        app.router.add_get("/attachments/{channel_id}/{attachment_id}/{name}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, ssl_context=self.authority.server_context())
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Hang up on everybody."""
        self.gateway.cut()
        if self._runner:
            await self._runner.cleanup()

    def connector(self) -> aiohttp.TCPConnector:
        """Return the connector to give to `discord.Client`."""
        return connector_to(self.port, self.authority.pem())

    async def _upload(self, request: web.Request) -> web.Response:
        data = self.uploads.data(request.match_info["attachment_id"])
        if data is None:
            raise web.HTTPNotFound
        return web.Response(body=data)

    async def _file(self, request: web.Request) -> web.Response:
        wanted = request.match_info["attachment_id"]
        for message in self.conversation.messages.values():
            for attachment in message.attachments:
                if attachment["id"] == wanted and not message.deleted:
                    return web.Response(body=message.files[attachment["filename"]])
        raise web.HTTPNotFound
