"""People who use Discord: what they do, as a test tells it, and what they get to see."""

from typing import Any, Self

from tests.fake_discord.card import Card, Modal
from tests.fake_discord.commands import MESSAGE_MENU, SLASH, options_for
from tests.fake_discord.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    DEFERRED_UPDATE,
    FIRST_RESPONSE,
    MODAL_SUBMIT,
    Interaction,
)
from tests.fake_discord.limits import CHANNELS_MENU, ROLES_MENU
from tests.fake_discord.messages import Message
from tests.fake_discord.refusals import Json
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.uploads import Upload
from tests.fake_discord.world import EVERYTHING, Channel, Role, User

_PATIENCE = 20.0  # seconds that a person waits for what they asked for


class NoResponseError(AssertionError):
    """The application did not respond, as Discord says after three seconds without a first response."""


class Person:
    """Somebody in one channel; `at` is the same person in another."""

    def __init__(self, discord: FakeDiscord, user: User, channel: Channel) -> None:
        self.discord = discord
        self.user = user
        self.channel = channel

    def at(self, channel: Channel) -> Self:
        """Return this person in another channel."""
        return type(self)(self.discord, self.user, channel)

    def in_private(self) -> Self:
        """Return this person in the direct messages with the bot."""
        return self.at(self.discord.world.direct_channel(self.user))

    # What a person does, and sees the outcome of.

    async def uses(self, command: str, /, **options: Any) -> Card:
        """Send a slash command ("privacy show" with its subcommand), and return the answer once it stands there."""
        return await self.sees(self.sends(command, **options))

    async def uses_menu(self, name: str, message: Message | Card) -> Card:
        """Pick *name* from a message's menu, and return the answer once it stands there."""
        return await self.sees(self.picks(name, message))

    async def presses(self, card: Card, label: str, nth: int | None = None) -> Card:
        """Press a button, and return what comes of it: a new message, or the same one, changed."""
        return await self.sees(self.clicks(card, label, nth))

    async def chooses(
        self, card: Card, hint: str, *chosen: str | Channel | Role, nth: int | None = None
    ) -> Card:
        """Choose from a list, by what its options say or from the server's own, and return what comes of it."""
        return await self.sees(self.picks_from(card, hint, *chosen, nth=nth))

    async def opens(self, card: Card, label: str) -> Modal:
        """Press a button that opens a form."""
        interaction = self.clicks(card, label)
        await self.answered(interaction)
        assert interaction.modal is not None, f"{label!r} opened no form."
        return Modal(interaction.modal, interaction)

    async def fills(self, modal: Modal, **filled: str | list[str]) -> Card:
        """Send a form, filled in by label, and return what comes of it."""
        return await self.fills_in(modal, filled)

    async def fills_in(self, modal: Modal, filled: dict[str, str | list[str]]) -> Card:
        """Do the same for labels that are no Python names."""
        return await self.sees(self.submits(modal, filled))

    async def types(self, command: str, option: str, text: str, /, **others: Any) -> list[Json]:
        """Type *text* into an option, and return the choices that are offered."""
        name, *path = command.split()
        found = self._find(name, SLASH)
        options = options_for(found, path, others | {option: text}, checked=False)
        inner = options
        for _ in path:
            inner = inner[0]["options"]
        next(one for one in inner if one["name"] == option)["focused"] = True
        data = {"id": found["id"], "name": name, "type": SLASH, "options": options}
        interaction = self._does(AUTOCOMPLETE, data)
        await self.answered(interaction)
        assert interaction.choices is not None
        return interaction.choices

    async def mentions(self, text: str) -> Card:
        """Write a message that mentions the bot, and return its reply."""
        return await self.is_answered(self.says(f"<@{self.discord.world.bot.id}> {text}"))

    # The same, step by step.

    def sends(
        self, command: str, /, *, late: float = 0.0, checked: bool = True, **options: Any
    ) -> Interaction:
        """Send a slash command, and do not wait; not *checked*, it holds what Discord's client would not let pass.

        It reaches the bot as much *late* as a slow network makes it, in seconds of the fake's clock.
        """
        name, *path = command.split()
        found = self._find(name, SLASH, hidden=not checked)
        files = {
            option: self.discord.uploads.take(value)
            for option, value in options.items()
            if isinstance(value, Upload)
        }
        chosen = options | {option: file["id"] for option, file in files.items()}
        given = options_for(found, path, chosen, checked=checked)
        data: Json = {"id": found["id"], "name": name, "type": SLASH, "options": given}
        if files:
            data["resolved"] = {"attachments": {file["id"]: file for file in files.values()}}
        return self._does(COMMAND, data, late)

    def picks(self, name: str, message: Message | Card, *, late: float = 0.0) -> Interaction:
        """Pick *name* from a message's menu, and do not wait."""
        target = message.message if isinstance(message, Card) else message
        found = self._find(name, MESSAGE_MENU)
        data: Json = {
            "id": found["id"],
            "name": name,
            "type": MESSAGE_MENU,
            "target_id": target.id,
            "resolved": {"messages": {target.id: target.json()}},
        }
        return self._does(COMMAND, data, late)

    def clicks(self, card: Card, label: str, nth: int | None = None, *, late: float = 0.0) -> Interaction:
        """Press a button, and do not wait."""
        button = card.button(label, nth)
        assert button.custom_id is not None, f"{label!r} leads to {button.url}."
        return self._acts_on(card, {"component_type": 2, "custom_id": button.custom_id}, late)

    def picks_from(
        self, card: Card, hint: str, *chosen: str | Channel | Role, nth: int | None = None
    ) -> Interaction:
        """Choose from a list, and do not wait."""
        menu = card.menu(hint, nth)
        assert menu.least <= len(chosen) <= menu.most, f"{hint!r} takes {menu.least} to {menu.most}."
        values = [menu.options[one] if isinstance(one, str) else one.id for one in chosen]
        data: Json = {"component_type": menu.type, "custom_id": menu.custom_id, "values": values}
        if menu.type == ROLES_MENU:
            roles = {one.id: one.json() for one in chosen if isinstance(one, Role)}
            data["resolved"] = {"roles": roles}
        elif menu.type == CHANNELS_MENU:
            channels = {
                one.id: one.json(self.discord.world.bot) | {"permissions": str(self.user.permissions)}
                for one in chosen
                if isinstance(one, Channel)
            }
            data["resolved"] = {"channels": channels}
        return self._acts_on(card, data)

    def submits(self, modal: Modal, filled: dict[str, str | list[str]]) -> Interaction:
        """Send a form, filled in by label, and do not wait."""
        data = {"custom_id": modal.custom_id, "components": modal.submitted(filled)}
        opener: Interaction = modal.opened_by
        return self._does(MODAL_SUBMIT, data, source=opener.source, opener=opener)

    def says(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a message, and do not wait."""
        message = self.discord.conversation.draft(self.channel, self.user)
        message.content = text
        bot = self.discord.world.bot
        if f"<@{bot.id}>" in text or (reply_to is not None and reply_to.author is bot):
            message.mentions = [bot]
        if reply_to is not None:
            message.reply_to, message.type = reply_to, 19
        self.discord.conversation.post(message)
        return message

    async def answered(self, interaction: Interaction, seconds: float = FIRST_RESPONSE + 0.5) -> Interaction:
        """Wait for the first response.

        Raises:
            NoResponseError: there was none in time.
        """
        try:
            await self.discord.changes.until(lambda: interaction.answered, "a first response", seconds)
        except AssertionError:
            raise NoResponseError(f"The application did not respond to {interaction.data}.") from None
        return interaction

    async def sees(self, interaction: Interaction, seconds: float = _PATIENCE) -> Card:
        """Wait until the bot has done what it does, and return the message that shows it.

        Raises:
            AssertionError: that did not come in time.
        """
        source = interaction.source
        edits = source.edits if source else 0
        await self.answered(interaction)
        assert interaction.modal is None, "A form opened instead of a message."

        def shown() -> Message | None:
            if interaction.answered == DEFERRED_UPDATE:
                assert source is not None
                if interaction.followups:
                    return interaction.followups[-1]
                return source if source.edits > edits else None
            original = interaction.original
            return original if original and not original.loading else None

        return self._card(await self.discord.changes.until(shown, "an answer that stands there", seconds))

    async def is_answered(self, message: Message, seconds: float = _PATIENCE) -> Card:
        """Wait for the bot's reply to a message, in its channel or in a thread on it."""

        def reply() -> Message | None:
            return next(iter(self.replies_to(message)), None)

        return self._card(await self.discord.changes.until(reply, "a reply", seconds))

    def replies_to(self, message: Message) -> list[Message]:
        """Return the bot's replies to a message, and what it wrote in a thread on it."""
        return [
            one
            for one in self.discord.conversation.messages.values()
            if one.author is self.discord.world.bot
            and not one.deleted
            and (one.reply_to is message or one.channel.id == message.id)
        ]

    def card(self, message: Message) -> Card:
        """Look at a message."""
        return self._card(message)

    def _card(self, message: Message) -> Card:
        assert message.only_for in (None, self.user), "That is for somebody else's eyes."
        return Card(message, self.discord.changes)

    def _acts_on(self, card: Card, data: Json, late: float = 0.0) -> Interaction:
        assert not card.message.deleted, "That message is gone."
        assert card.message.only_for in (None, self.user), "That is for somebody else's eyes."
        return self.at(card.message.channel)._does(COMPONENT, data, late, source=card.message)

    def _does(self, kind: int, data: Json, late: float = 0.0, **more: Any) -> Interaction:
        interaction = self.discord.interactions.add(kind, self.user, self.channel, data, **more)
        self.discord.clock.advance(late)
        guild = self.channel.guild
        payload = interaction.payload(self.discord.world)
        self.discord.gateway.dispatch("INTERACTION_CREATE", payload, guild=guild.id if guild else None)
        return interaction

    def _find(self, name: str, kind: int, *, hidden: bool = False) -> Json:
        guild = self.channel.guild
        own = hidden or (guild is not None and guild.owner is self.user)
        permissions = EVERYTHING if own else self.user.permissions
        return self.discord.commands.find(name, kind, guild.id if guild else None, permissions)
