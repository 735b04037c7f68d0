"""The bot's account, its application and its commands."""

from aiohttp import web

from tests.fake_discord.commands import Commands
from tests.fake_discord.gateway import GATEWAY_URL, Gateway
from tests.fake_discord.refusals import invalid_body, unknown
from tests.fake_discord.rest.handling import BODY, answer
from tests.fake_discord.world import World


class ApplicationRoutes:
    """Routes about the bot itself."""

    def __init__(self, world: World, commands: Commands, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        self._commands = commands

    def table(self) -> list[web.RouteDef]:
        """Return the routes."""
        commands = "/applications/{application_id}/commands"
        own = "/applications/{application_id}/guilds/{guild_id}/commands"
        return [
            web.get("/users/@me", self._me),
            web.get("/users/{user_id}", self._user),
            web.get("/oauth2/applications/@me", self._application),
            web.get("/applications/@me", self._application),
            web.get("/gateway/bot", self._where),
            web.get(commands, self._list_commands),
            web.put(commands, self._set_commands),
            web.get(own, self._list_commands),
            web.put(own, self._set_commands),
        ]

    async def _me(self, _request: web.Request) -> web.Response:
        extra = {"mfa_enabled": True, "locale": "en-US", "verified": True, "email": None}
        return answer(self._world.bot.json() | extra)

    async def _user(self, request: web.Request) -> web.Response:
        user = self._world.users.get(request.match_info["user_id"])
        if user is None:
            raise unknown("User")
        return answer(user.json())

    async def _application(self, _request: web.Request) -> web.Response:
        bot = self._world.bot
        owner = next(iter(self._world.guilds.values())).owner if self._world.guilds else bot
        return answer(
            {
                "id": self._world.application_id,
                "name": bot.name,
                "icon": None,
                "description": "",
                "type": None,
                "bot": bot.json(),
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "flags": 0,
                "flags_new": "0",
                "redirect_uris": [],
                "interactions_endpoint_url": None,
                "role_connections_verification_url": None,
                "owner": owner.json(),
                "approximate_guild_count": len(self._world.guilds),
                "approximate_user_install_count": 0,
                "approximate_user_authorization_count": 0,
                "explicit_content_filter": 0,
                "team": None,
                "eligible_oauth2_scopes": [],
            }
        )

    async def _where(self, _request: web.Request) -> web.Response:
        limit = {
            "total": 1000,
            "remaining": self._gateway.starts,
            "reset_after": 14_400_000,
            "max_concurrency": 1,
        }
        found = {"url": GATEWAY_URL.rstrip("/"), "shards": self._gateway.shards, "session_start_limit": limit}
        return answer(found)

    async def _list_commands(self, request: web.Request) -> web.Response:
        self._check_application(request)
        return answer(self._commands.of(request.match_info.get("guild_id")))

    async def _set_commands(self, request: web.Request) -> web.Response:
        self._check_application(request)
        listed = request[BODY].json
        if not isinstance(listed, list):
            raise invalid_body([("_", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")])
        return answer(self._commands.replace(listed, request.match_info.get("guild_id")))

    def _check_application(self, request: web.Request) -> None:
        if request.match_info["application_id"] != self._world.application_id:
            raise unknown("Application")
