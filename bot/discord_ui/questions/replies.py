"""Where an answer is shown: in the response to an interaction, or in a message that answers a message."""

from typing import Any, Protocol

import discord

from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.deliveries import UNDELIVERABLE, ClientClosedError, reason_of, told_if_closed
from bot.discord_ui.questions.owed import Address, Kind


class NotShownError(Exception):
    """Discord did not take the card; the text says why, in few words.

    ``reachable`` says that the next client can still tell whoever waits for it.
    """

    def __init__(self, reason: str, *, reachable: bool = False) -> None:
        super().__init__(reason)
        self.reachable = reachable

    @classmethod
    def because(cls, error: Exception) -> "NotShownError":
        """Say that *error* was in the way."""
        return cls(reason_of(error), reachable=isinstance(error, ClientClosedError))


class Reply(Protocol):
    """One message that first says how long it takes, if it takes long, and then shows the answer."""

    @property
    def address(self) -> Address:
        """Where a later run of the program finds it."""
        ...

    async def show(self, card: Card) -> str:
        """Show *card*, in place of what the reply showed before, and return the message's id.

        Raises:
            NotShownError: Discord did not take it.
        """
        ...


class InteractionReply:
    """The response to an interaction that was deferred."""

    def __init__(self, interaction: discord.Interaction) -> None:
        self._interaction = interaction

    @property
    def address(self) -> Address:
        """Where a later run finds it."""
        return Address(Kind.INTERACTION, self._interaction.application_id, self._interaction.token)

    async def show(self, card: Card) -> str:
        """Edit the response; see the protocol."""
        try:
            with told_if_closed():
                message = await self._interaction.edit_original_response(view=view_of(card))
        except UNDELIVERABLE as error:
            raise NotShownError.because(error) from error
        return str(message.id)


class MessageReply:
    """A message that answers *message*; it pings nobody, and stands alone where that one was deleted.

    Discord holds that it is posted once, by its nonce: where Discord's answer gets lost, discord.py posts again.
    """

    def __init__(self, message: discord.Message, lasting: float | None = None) -> None:
        self._asked = message
        # Seconds until what was shown is taken away again.
        self._options: dict[str, Any] = {} if lasting is None else {"delete_after": lasting}
        self._shown: discord.Message | None = None

    @property
    def address(self) -> Address:
        """Where a later run finds it."""
        return Address(Kind.MESSAGE, self._asked.channel.id, str(self._asked.id))

    async def show(self, card: Card) -> str:
        """Send the reply, or edit it; see the protocol."""
        try:
            with told_if_closed():
                if self._shown is None:
                    reference = self._asked.to_reference(fail_if_not_exists=False)
                    self._shown = await self._asked.channel.send(
                        view=view_of(card),
                        reference=reference,
                        nonce=str(self._asked.id),
                        **self._options,
                    )
                else:
                    await self._shown.edit(view=view_of(card))
        except UNDELIVERABLE as error:
            raise NotShownError.because(error) from error
        return str(self._shown.id)
