"""Says to whoever was left without an answer, when the program was killed, that they may ask again."""

import asyncio
import logging
from typing import cast

import discord

from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.deliveries import UNDELIVERABLE, has_expired, reason_of
from bot.discord_ui.questions.owed import Address, Kind, Owed, OwedReplies
from bot.discord_ui.words.choosing import words_in

_log = logging.getLogger(__name__)
_EVERY = 10.0  # seconds; a look at an empty folder
_ORIGINAL = cast(
    "int", "@original"
)  # Discord's name for the response; the library puts it into the path as it is


async def keep_telling_left(client: discord.Client, replies: OwedReplies, every: float = _EVERY) -> None:
    """Tell them now, and now and then whoever a client before this one has lost meanwhile, until cancelled."""
    while True:
        await tell_left(client, replies)
        await asyncio.sleep(every)


async def tell_left(client: discord.Client, replies: OwedReplies) -> None:
    """Tell each of them, unless what they read already is an answer; who cannot be told is logged."""
    for owed in replies.left():
        try:
            await _tell(client, owed)
        except UNDELIVERABLE as error:
            level = logging.INFO if has_expired(error) else logging.WARNING
            _log.log(level, "who was left without an answer could not be told: %s", reason_of(error))


async def _tell(client: discord.Client, owed: Owed) -> None:
    view = view_of(notice_card(words_in(owed.language).asking.restarted))
    address = owed.address
    if address.kind is Kind.INTERACTION:
        response = discord.Webhook.partial(address.where, address.which, client=client)
        if not _is_answer(await response.fetch_message(_ORIGINAL)):
            await response.edit_message(_ORIGINAL, view=view)
        return
    # Under the nonce of the reply: where that was posted, Discord posts nothing and gives it back.
    reference = discord.MessageReference(
        message_id=int(address.which), channel_id=address.where, fail_if_not_exists=False
    )
    channel = client.get_partial_messageable(address.where)
    posted = await channel.send(view=view, reference=reference, nonce=_nonce(address))
    if not _is_answer(posted):
        await posted.edit(view=view)


def _nonce(address: Address) -> str:
    """Return the nonce under which a reply to that message is posted, see `MessageReply`."""
    return address.which


def _is_answer(message: discord.Message) -> bool:
    """Whether a message shows an answer: those have buttons, and notices have none."""
    return any(
        isinstance(part, discord.ActionRow)
        or any(isinstance(inner, discord.ActionRow) for inner in getattr(part, "children", ()))
        for part in message.components
    )
