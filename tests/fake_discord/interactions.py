"""Interactions: what a person did, and the rules for answering it.

Sources: docs "Receiving and Responding": 3 seconds to the first response, 15 minutes for the token; which
kinds of response fit which kind of interaction.
"""

import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.fake_discord.messages import Message
from tests.fake_discord.refusals import Json, already_acknowledged, dead_token, invalid_body, unknown
from tests.fake_discord.world import DIRECT, EVERYTHING, Channel, User, World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
REPLY, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

FIRST_RESPONSE, TOKEN_LIFE = 3.0, 900.0  # seconds

_FITTING = {
    COMMAND: {REPLY, DEFERRED, MODAL},
    COMPONENT: {REPLY, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {REPLY, DEFERRED, DEFERRED_UPDATE, UPDATE},
}
_MESSAGE_TYPES = {1: 20, 3: 23}  # of a command's kind: slash command, message menu


@dataclass(slots=True, eq=False)
class Interaction:
    """One thing that a person did, and what came of it so far.

    ``answered`` is the kind of the first response, ``after`` how many seconds it took.
    """

    id: str
    token: str
    type: int
    user: User
    channel: Channel
    data: Json
    created: float
    source: Message | None = None
    opener: "Interaction | None" = None
    answered: int | None = None
    after: float | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None

    def check(self, kind: int, now: float) -> None:
        """Check whether a first response may come now.

        Raises:
            Refusal: it is too late, the second one, or of a kind that does not fit.
        """
        if now - self.created > FIRST_RESPONSE:
            raise unknown("Interaction")
        if self.answered is not None:
            raise already_acknowledged()
        fitting = set(_FITTING[self.type])
        if self.type == MODAL_SUBMIT and self.source is None:
            fitting -= {DEFERRED_UPDATE, UPDATE}
        if kind not in fitting:
            listed = ", ".join(str(one) for one in sorted(fitting))
            raise invalid_body([("type", "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")])

    def accept(self, kind: int, now: float) -> None:
        """Take the first response."""
        self.answered = kind
        self.after = now - self.created

    def usable(self, now: float) -> None:
        """Check that the token may be used for edits and followups.

        Raises:
            Refusal: it is too old, or nothing was responded yet.
        """
        if now - self.created > TOKEN_LIFE:
            raise dead_token()
        if self.answered is None:
            raise unknown("Webhook")

    def message_type(self) -> int:
        """Return the type of a message that responds to this."""
        return _MESSAGE_TYPES.get(self.data.get("type", 0), 20) if self.type == COMMAND else 19

    def metadata(self) -> Json:
        """Return the ``interaction_metadata`` of a message that responds to this."""
        found: Json = {
            "id": self.id,
            "type": self.type,
            "user": self.user.json(),
            "authorizing_integration_owners": owners(self.channel),
        }
        if self.type == COMMAND and self.data.get("target_id"):
            found["target_message_id"] = self.data["target_id"]
        if self.type == COMPONENT and self.source:
            found["interacted_message_id"] = self.source.id
        if self.type == MODAL_SUBMIT and self.opener:
            found["triggering_interaction_metadata"] = self.opener.metadata()
        return found

    def payload(self, world: World) -> Json:
        """Return the INTERACTION_CREATE event."""
        found: Json = {
            "id": self.id,
            "application_id": world.application_id,
            "type": self.type,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel": self.channel.json(world.bot),
            "channel_id": self.channel.id,
            "app_permissions": str(self.channel.bot_permissions()),
            "locale": self.user.locale,
            "entitlements": [],
            "context": 1 if self.channel.type == DIRECT else 0,
            "authorizing_integration_owners": owners(self.channel),
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        if self.source:
            found["message"] = self.source.json()
        guild = self.channel.guild
        if guild is None:
            return found | {"user": self.user.json()}
        member = guild.member_json(self.user) | {"user": self.user.json()}
        member["permissions"] = str(EVERYTHING if self.user is guild.owner else self.user.permissions)
        return found | {
            "guild_id": guild.id,
            "guild_locale": guild.locale,
            "guild": {"id": guild.id, "locale": guild.locale, "features": []},
            "member": member,
        }


class Interactions:
    """All interactions there were, by id and by token."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: dict[str, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}

    def add(self, kind: int, user: User, channel: Channel, data: Json, **more: Any) -> Interaction:
        """Note what a person did."""
        token = secrets.token_urlsafe(48)
        now = self._world.clock.now()
        interaction = Interaction(self._world.ids.next(), token, kind, user, channel, data, now, **more)
        self.all[interaction.id] = self._by_token[token] = interaction
        return interaction

    def to_answer(self, interaction_id: str, token: str) -> Interaction:
        """Return the interaction that a first response is for.

        Raises:
            Refusal: there is none.
        """
        found = self.all.get(interaction_id)
        if found is None or found.token != token:
            raise unknown("Interaction")
        return found

    def to_follow(self, application_id: str, token: str) -> Interaction:
        """Return the interaction whose token an edit or a followup uses.

        Raises:
            Refusal: there is none, it is too old, or nothing was responded yet.
        """
        if application_id != self._world.application_id:
            raise unknown("Webhook")
        if token not in self._by_token:
            raise dead_token()
        found = self._by_token[token]
        found.usable(self._world.clock.now())
        return found


def owners(channel: Channel) -> Json:
    """Return who installed the application that is used in a channel: the server, or "0" in direct messages."""
    return {"0": channel.guild.id if channel.guild else "0"}
