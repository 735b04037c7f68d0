"""Where errors end: logged, and told to whoever is concerned, whatever state their interaction is in."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from discord import app_commands, ui

from bot.discord_ui.apologies import apology
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.deliveries import UNDELIVERABLE, has_expired, reason_of, was_answered
from bot.discord_ui.incidents import new_incident
from bot.discord_ui.places import words_for
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)


@asynccontextmanager
async def guarded(interaction: discord.Interaction, doing: str) -> AsyncIterator[None]:
    """Let whatever goes wrong in the block be told by `tell_error`."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - this is where errors end
        await tell_error(interaction, error, doing)


async def tell_error(interaction: discord.Interaction, error: Exception, doing: str) -> None:
    """Say what went wrong while *doing* something; what nobody foresaw is logged as an incident."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if has_expired(error):
        _log.info("an interaction expired while %s: %s", doing, reason_of(error))
        return
    words = words_for(interaction)
    # Here nobody waits for an answer to a question: what an apology says of the log would be about one.
    away = isinstance(error, LogUnavailableError)
    said = words.trouble.log_away if away else apology(error, words)
    if said is None:
        said = words.trouble.failed.format(incident=new_incident(error, doing))
    await tell_privately(interaction, notice_card(said))


async def _responded(interaction: discord.Interaction, view: ui.LayoutView) -> bool:
    """Show *view* as the first response; return False if there was one already that we know nothing of."""
    try:
        await interaction.response.send_message(view=view, ephemeral=True)
    except discord.HTTPException as error:
        if not was_answered(error):
            raise
        return False
    return True


async def tell_privately(interaction: discord.Interaction, card: Card) -> None:
    """Show *card* to whoever caused the interaction, whatever state that is in.

    As its response if there was none yet, else as a message after it; not at all if it has expired. That it
    cannot be shown is logged and raises nothing.
    """
    view = view_of(card)
    try:
        if interaction.response.is_done() or not await _responded(interaction, view):
            await interaction.followup.send(view=view, ephemeral=True)
    except UNDELIVERABLE as error:
        level = logging.INFO if has_expired(error) else logging.WARNING
        _log.log(level, "a message could not be shown: %s", reason_of(error))
