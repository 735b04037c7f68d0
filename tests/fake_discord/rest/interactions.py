"""First responses to interactions, and the edits and followups that come after them."""

from typing import Any

from aiohttp import web

from tests.fake_discord.conversation import Conversation
from tests.fake_discord.interactions import (
    CHOICES,
    COMPONENT,
    DEFERRED,
    DEFERRED_UPDATE,
    MODAL,
    REPLY,
    UPDATE,
    Interaction,
    Interactions,
)
from tests.fake_discord.limits import EPHEMERAL
from tests.fake_discord.messages import LOADING, Message
from tests.fake_discord.refusals import Json, invalid_body, unknown
from tests.fake_discord.rest.handling import answer, files, nothing, sent
from tests.fake_discord.world import World


class InteractionRoutes:
    """Routes that an interaction's token opens."""

    def __init__(self, world: World, conversation: Conversation, interactions: Interactions) -> None:
        self._world = world
        self._conversation = conversation
        self._interactions = interactions

    def table(self) -> list[web.RouteDef]:
        """Return the routes."""
        webhook = "/webhooks/{webhook_id}/{webhook_token}"
        original, one = webhook + "/messages/@original", webhook + "/messages/{message_id}"
        return [
            web.post("/interactions/{interaction_id}/{interaction_token}/callback", self._respond),
            web.post(webhook, self._follow_up),
            web.get(original, self._get),
            web.patch(original, self._edit),
            web.delete(original, self._delete),
            web.get(one, self._get),
            web.patch(one, self._edit),
            web.delete(one, self._delete),
        ]

    async def _respond(self, request: web.Request) -> web.Response:
        token = request.match_info["interaction_token"]
        interaction = self._interactions.to_answer(request.match_info["interaction_id"], token)
        body = sent(request)
        kind, data = int(body["type"]), body.get("data") or {}
        now = self._world.clock.now()
        interaction.check(kind, now)
        if kind in {REPLY, DEFERRED}:
            interaction.original = self._shown(interaction, kind, data, files(request))
        elif kind in {UPDATE, DEFERRED_UPDATE}:
            interaction.original = interaction.source
        if kind == UPDATE and interaction.source is not None:
            interaction.source.write(data, files(request), self._world)
        interaction.accept(kind, now)
        if kind == UPDATE and interaction.source is not None:
            self._conversation.edited(interaction.source)
        elif kind in {REPLY, DEFERRED} and interaction.original is not None:
            self._conversation.post(interaction.original)
        interaction.choices = data["choices"] if kind == CHOICES else None
        interaction.modal = data if kind == MODAL else None
        if request.query.get("with_response", "0").lower() not in {"1", "true"}:
            return nothing()
        return answer(_callback_answer(interaction, kind))

    def _shown(self, interaction: Interaction, kind: int, data: Json, came: dict[str, bytes]) -> Message:
        """Return the message that a response shows; nothing is shown yet, for it may still be refused."""
        message = self._drafted(interaction, data)
        if kind == REPLY:
            message.write(data, came, self._world)
            return message
        if int(data.get("flags") or 0) & ~EPHEMERAL:
            sentence = "Only EPHEMERAL may be set on a deferred response"
            raise invalid_body([("data.flags", "MESSAGE_FLAGS_INVALID", sentence)])
        message.flags |= LOADING
        return message

    async def _follow_up(self, request: web.Request) -> web.Response:
        interaction = self._followed(request)
        original = interaction.original
        if interaction.answered == DEFERRED and original is not None and original.loading:
            original.write(sent(request), files(request), self._world)
            self._conversation.edited(original)
            return answer(original.json())
        message = self._drafted(interaction, sent(request))
        if original is not None:
            message.reply_to = original
        message.write(sent(request), files(request), self._world)
        interaction.followups.append(message)
        self._conversation.post(message)
        return answer(message.json())

    async def _get(self, request: web.Request) -> web.Response:
        return answer(self._message(request).json())

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._message(request)
        message.write(sent(request), files(request), self._world)
        self._conversation.edited(message)
        return answer(message.json())

    async def _delete(self, request: web.Request) -> web.Response:
        self._conversation.delete(self._message(request))
        return nothing()

    def _followed(self, request: web.Request) -> Interaction:
        found = request.match_info
        return self._interactions.to_follow(found["webhook_id"], found["webhook_token"])

    def _message(self, request: web.Request) -> Message:
        interaction = self._followed(request)
        wanted = request.match_info.get("message_id")
        original = [interaction.original] if interaction.original else []
        known = [*original, *interaction.followups] if wanted else original
        known = [one for one in known if wanted in {None, one.id}]
        if not known or known[0].deleted:
            raise unknown("Message")
        return known[0]

    def _drafted(self, interaction: Interaction, data: Json) -> Message:
        message = self._conversation.draft(interaction.channel, self._world.bot)
        message.webhook_id = self._world.application_id
        message.metadata = interaction.metadata()
        message.type = interaction.message_type()
        if int(data.get("flags") or 0) & EPHEMERAL:
            message.only_for = interaction.user
            message.flags |= EPHEMERAL
        if interaction.type == COMPONENT:
            message.reply_to = interaction.source
        return message


def _callback_answer(interaction: Interaction, kind: int) -> Json:
    about: dict[str, Any] = {"id": interaction.id, "type": interaction.type}
    found: Json = {"interaction": about}
    shown = interaction.original
    if shown is not None:
        about["response_message_id"] = shown.id
        about["response_message_loading"] = shown.loading
        about["response_message_ephemeral"] = bool(shown.flags & EPHEMERAL)
        if kind in {REPLY, UPDATE}:
            found["resource"] = {"type": kind, "message": shown.json()}
    return found
