"""Puts a report before the moderators: as a card in the channel that a manager chose for that."""

import asyncio
import logging

import discord

from bot.citation_log.events import Delivered, Draft
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.deliveries import UNDELIVERABLE, reason_of
from bot.discord_ui.demands import settings_in
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import server_of
from bot.discord_ui.reviewing.showing import case_of, shown_case
from bot.discord_ui.words.language import language_of

_log = logging.getLogger(__name__)


async def put_before_moderators(interaction: discord.Interaction, number: int, parts: Parts) -> None:
    """Post report *number* in the review channel, if there is one; else it waits in `/review queue`.

    A channel that does not take it is logged: the report waits all the same.

    Raises:
        LogUnavailableError: the log cannot be read or written.
    """
    server = server_of(interaction)
    channel = (await settings_in(parts, server)).review_channel
    if server is None or channel is None:
        return
    case = await case_of(parts.desks, number, server)
    card = shown_case(case, case.report(number), language_of(interaction.guild_locale), parts.desks)
    place = interaction.client.get_partial_messageable(int(channel))
    try:
        # Where Discord's answer gets lost, discord.py posts again: by its nonce it is posted once.
        message = await place.send(view=view_of(card), nonce=f"report-{number}")
    except UNDELIVERABLE as error:
        _log.warning("report %d could not be put before the moderators: %s", number, reason_of(error))
        return
    posted = Delivered(message=str(message.id), channel=channel)
    await asyncio.to_thread(parts.desks.log.append, Draft(posted, about=number, server=server))
