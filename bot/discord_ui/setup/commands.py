"""`/setup`, and the lists of its panel: what is chosen there holds at once."""

import asyncio
import re
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.citation_log.events import ServerSettings
from bot.desk.standing import Standing
from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.layout import CardView, view_of
from bot.discord_ui.cards.setup import Setting, change_of, setup_card
from bot.discord_ui.deliveries import acknowledge, acknowledge_change
from bot.discord_ui.demands import may_use, needed, open_to, settings_in
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import Parts, parts_of
from bot.discord_ui.places import language_in, server_of
from bot.discord_ui.said import said
from bot.discord_ui.setup.lacking import lacks_of

CHOICE = re.compile(r"crosscite1:setup:(?P<setting>channels|visibility|review|moderators|editors|days)")


def add_setup_command(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/setup`."""

    @tree.command(name=said("setup"), description=said("setup.description"), extras=open_to(Standing.MANAGER))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        settings = await settings_in(parts, server_of(interaction))
        await interaction.edit_original_response(view=_panel(interaction, settings, parts))


class SetupList(ui.DynamicItem[ui.Item[Any]], template=CHOICE):
    """A list of the panel: channels, roles, or what is offered."""

    def __init__(self, item: ui.Item[Any], setting: Setting) -> None:
        super().__init__(item)
        self._setting = setting

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "SetupList":
        """Read which setting it is."""
        return cls(item, Setting(match["setting"]))

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let managers alone choose, also where somebody was one when the panel was opened."""
        async with guarded(interaction, "seeing who may set up"):
            return await may_act(interaction) and await may_use(interaction, needed(Standing.MANAGER))
        return False

    async def callback(self, interaction: discord.Interaction) -> None:
        """Write down what was chosen, and show what holds now."""
        async with guarded(interaction, f"setting {self._setting}"):
            await acknowledge_change(interaction)
            parts, server = parts_of(interaction), server_of(interaction)
            assert server is not None  # noqa: S101 - managers are only in servers
            values = cast("dict[str, Any]", interaction.data or {}).get("values", [])
            changed = change_of(self._setting, [str(value) for value in values])
            manager = parts.desks.person(interaction.user.id)
            settings = await asyncio.to_thread(parts.servers.configure, server, manager, changed)
            await interaction.edit_original_response(view=_panel(interaction, settings, parts))


def _panel(interaction: discord.Interaction, settings: ServerSettings, parts: Parts) -> CardView:
    language = language_in(interaction)
    lacks = lacks_of(interaction.guild, settings, language)
    return view_of(setup_card(settings, parts.servers.most_days, language, lacks))
