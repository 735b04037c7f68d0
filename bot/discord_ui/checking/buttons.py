"""The buttons of a card, found again by their custom_id: after a restart as before it."""

import re
from typing import Any

import discord
from discord import ui

from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.presses import PATTERN, Press, Screen, press_of
from bot.discord_ui.cards.reporting import ReportModal
from bot.discord_ui.checking.screens import open_screen, turn_page
from bot.discord_ui.checking.threads import open_thread
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import parts_of
from bot.discord_ui.places import language_in


class ScreenButton(ui.DynamicItem[ui.Button[Any]], template=PATTERN):
    """Any button of any card; it holds what was pressed and nothing else."""

    def __init__(self, item: ui.Button[Any], press: Press) -> None:
        super().__init__(item)
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "ScreenButton":
        """Read what the button says."""
        assert isinstance(item, ui.Button)  # noqa: S101 - nothing else bears such an id
        return cls(item, press_of(match))

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Hold everybody to the bound."""
        return await may_act(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what the button says."""
        press, parts = self._press, parts_of(interaction)
        async with guarded(interaction, f"pressing {press.screen}"):
            if press.screen is Screen.REPORT:
                modal = ReportModal(Press(press.number, press.screen, language_in(interaction)))
                modal.stop()  # what is submitted is read from the interaction, not waited for
                await interaction.response.send_modal(modal)
            elif press.screen is Screen.THREAD:
                await open_thread(interaction, press, parts)
            elif press.turning:
                await turn_page(interaction, press, parts)
            else:
                await open_screen(interaction, press, parts)
