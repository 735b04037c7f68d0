"""Messages in channels, threads and direct messages, as the bot posts them by its own token."""

from aiohttp import web

from tests.fake_discord.conversation import Conversation
from tests.fake_discord.messages import Message
from tests.fake_discord.refusals import (
    Json,
    anothers_message,
    closed,
    invalid_body,
    missing_access,
    missing_permissions,
    unknown,
)
from tests.fake_discord.rest.handling import answer, files, nothing, sent
from tests.fake_discord.world import (
    CREATE_THREADS,
    DIRECT,
    HISTORY,
    MANAGE_MESSAGES,
    PUBLIC_THREAD,
    SEND,
    SEND_IN_THREADS,
    VIEW,
    Channel,
    World,
)

_REPLY = 19  # message type


class ChannelRoutes:
    """Routes about channels and what stands in them."""

    def __init__(self, world: World, conversation: Conversation) -> None:
        self._world = world
        self._conversation = conversation

    def table(self) -> list[web.RouteDef]:
        """Return the routes."""
        messages = "/channels/{channel_id}/messages"
        return [
            web.get("/channels/{channel_id}", self._channel),
            web.get("/guilds/{guild_id}", self._guild),
            web.get("/guilds/{guild_id}/members/{user_id}", self._member),
            web.post("/users/@me/channels", self._direct),
            web.post("/channels/{channel_id}/typing", self._typing),
            web.get(messages, self._list),
            web.post(messages, self._create),
            web.get(messages + "/{message_id}", self._get),
            web.patch(messages + "/{message_id}", self._edit),
            web.delete(messages + "/{message_id}", self._delete),
            web.post(messages + "/{message_id}/threads", self._thread_on_message),
            web.post("/channels/{channel_id}/threads", self._thread),
        ]

    async def _channel(self, request: web.Request) -> web.Response:
        return answer(self._place(request).json(self._world.bot))

    async def _guild(self, request: web.Request) -> web.Response:
        guild = self._world.guilds.get(request.match_info["guild_id"])
        if guild is None:
            raise unknown("Guild")
        return answer(guild.json(self._world.bot))

    async def _member(self, request: web.Request) -> web.Response:
        guild = self._world.guilds.get(request.match_info["guild_id"])
        user = self._world.users.get(request.match_info["user_id"])
        if guild is None or user is None or user not in guild.members:
            raise unknown("User")
        return answer(guild.member_json(user) | {"user": user.json()})

    async def _direct(self, request: web.Request) -> web.Response:
        user = self._world.users.get(str(sent(request).get("recipient_id")))
        if user is None or user.bot:
            raise unknown("User")
        return answer(self._world.direct_channel(user).json(self._world.bot))

    async def _typing(self, request: web.Request) -> web.Response:
        self._may(request, SEND)
        return nothing()

    async def _list(self, request: web.Request) -> web.Response:
        channel = self._may(request, HISTORY)
        limit = int(request.query.get("limit", 50))
        before, after = int(request.query.get("before", 1 << 63)), int(request.query.get("after", 0))
        found = [
            one
            for one in self._conversation.messages.values()
            if one.channel is channel
            and not one.deleted
            and not one.only_for
            and after < int(one.id) < before
        ]
        newest = sorted(found, key=lambda one: -int(one.id))[:limit]
        return answer([self._conversation.seen_by_bot(one) for one in newest])

    async def _create(self, request: web.Request) -> web.Response:
        channel = self._may(request, SEND)
        if channel.type == DIRECT and not all(one.takes_messages for one in channel.recipients):
            raise closed()
        body = sent(request)
        if body.get("nonce") is not None and body.get("enforce_nonce"):
            posted = self._conversation.posted_as(channel, str(body["nonce"]))
            if posted:  # within the last minutes, says Discord; a test lasts no longer
                return answer(posted.json())
        message = self._conversation.draft(channel, self._world.bot)
        message.nonce = str(body["nonce"]) if body.get("nonce") is not None else None
        self._refer(message, body)
        message.write(body, files(request), self._world)
        self._conversation.post(message)
        return answer(message.json())

    async def _get(self, request: web.Request) -> web.Response:
        self._may(request, HISTORY)
        return answer(self._conversation.seen_by_bot(self._message(request)))

    async def _edit(self, request: web.Request) -> web.Response:
        self._may(request, VIEW)
        message = self._message(request)
        if message.author is not self._world.bot:
            raise anothers_message()
        message.write(sent(request), files(request), self._world)
        self._conversation.edited(message)
        return answer(message.json())

    async def _delete(self, request: web.Request) -> web.Response:
        message = self._message(request)
        own = message.author is self._world.bot
        self._may(request, VIEW if own else MANAGE_MESSAGES)
        self._conversation.delete(message)
        return nothing()

    async def _thread_on_message(self, request: web.Request) -> web.Response:
        channel = self._may(request, CREATE_THREADS)
        name = self._thread_name(sent(request))
        thread = self._conversation.open_thread(channel, name, self._world.bot, self._message(request))
        return answer(thread.json(self._world.bot), 201)

    async def _thread(self, request: web.Request) -> web.Response:
        channel = self._may(request, CREATE_THREADS)
        name = self._thread_name(sent(request))
        return answer(
            self._conversation.open_thread(channel, name, self._world.bot).json(self._world.bot), 201
        )

    def _thread_name(self, body: Json) -> str:
        name = str(body.get("name") or "")
        if not 1 <= len(name) <= 100:
            raise invalid_body([("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")])
        return name

    def _place(self, request: web.Request) -> Channel:
        """Return the channel of the path, which the bot sees."""
        channel = self._world.channel(request.match_info["channel_id"])
        if not channel.bot_permissions() & VIEW:
            raise missing_access()
        return channel

    def _may(self, request: web.Request, permission: int) -> Channel:
        channel = self._place(request)
        if permission == SEND and channel.type == PUBLIC_THREAD:
            permission = SEND_IN_THREADS
        if not channel.bot_permissions() & permission:
            raise missing_permissions()
        return channel

    def _message(self, request: web.Request) -> Message:
        return self._conversation.find(request.match_info["channel_id"], request.match_info["message_id"])

    def _refer(self, message: Message, body: Json) -> None:
        reference = body.get("message_reference")
        if not reference:
            return
        found = self._conversation.messages.get(str(reference["message_id"]))
        here = found is not None and found.channel is message.channel and found.only_for is None
        if found is not None and here and not found.deleted:
            message.reply_to, message.type = found, _REPLY
        elif reference.get("fail_if_not_exists", True):
            code, sentence = "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message"
            raise invalid_body([("message_reference", code, sentence)])
