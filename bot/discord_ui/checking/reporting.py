"""Reporting: what a member sends with the modal goes into the log, for moderators."""

import asyncio
from typing import Any, cast

import discord

from bot.desk.reviewing import report
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import Screen, read_press
from bot.discord_ui.cards.reporting import submitted
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import viewer_of
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in, words_for
from bot.discord_ui.reviewing.posting import put_before_moderators


async def take_report(interaction: discord.Interaction, parts: Parts) -> bool:
    """Write down what a submitted modal reports; return False if it is no report.

    Read from the interaction alone, so that a modal that was opened before a restart counts.
    """
    data = cast("dict[str, Any]", interaction.data or {})
    press = read_press(str(data.get("custom_id", "")))
    if press is None or press.screen is not Screen.REPORT:
        return False
    async with guarded(interaction, "reporting"):
        await acknowledge(interaction, private=True)
        number = await _taken(interaction, press.number, data, parts)
        if number is not None:
            await put_before_moderators(interaction, number, parts)
    return True


async def _taken(
    interaction: discord.Interaction, number: int, data: dict[str, Any], parts: Parts
) -> int | None:
    """Write the report down and confirm it; return its number, None if it came too soon."""
    words, desks, viewer = words_for(interaction), parts.desks, await viewer_of(interaction, parts)
    too_soon = parts.reports.use(viewer.person, viewer.server)
    if too_soon:
        asking = words.asking
        told = asking.server_acting_cooldown if too_soon.server else asking.acting_cooldown
        said = told.format(seconds=too_soon.seconds)
        await interaction.edit_original_response(view=view_of(notice_card(said)))
        return None
    category, text = submitted(data)
    reach = {"to": desks.seal(interaction.user.id), "language": language_in(interaction).value}

    def write() -> int:
        desks.checking.given(number, viewer)
        found = report(desks.log, number, viewer.server, viewer.person, category, text, reach=reach)
        return found.number

    reported = await asyncio.to_thread(write)
    thanks = words.report.thanks.format(number=reported)
    await interaction.edit_original_response(view=view_of(notice_card(thanks)))
    return reported
