"""The command tree: where its commands may be used, and what becomes of their errors."""

import discord
from discord import app_commands

from bot.discord_ui.acting import may_act
from bot.discord_ui.demands import may_use, needed_by, refused
from bot.discord_ui.errors import guarded, tell_error


class CommandTree(app_commands.CommandTree[discord.Client]):
    """Commands in servers and in direct messages with the bot."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Hold everybody to the bound, and to what they are in the server where they act.

        What is offered while they type does not count for the bound.
        """
        async with guarded(interaction, "seeing who may"):
            if interaction.type is discord.InteractionType.autocomplete:
                if await refused(interaction, needed_by(interaction.command)) is None:
                    return True
                await interaction.response.autocomplete([])
                return False
            command = interaction.command  # None: it is gone, which the library finds and `on_error` tells
            return await may_act(interaction) and (
                command is None or await may_use(interaction, needed_by(command))
            )
        return False

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Tell whoever called the command."""
        name = interaction.command.qualified_name if interaction.command else "a command that is gone"
        await tell_error(interaction, error, f"running {name}")
