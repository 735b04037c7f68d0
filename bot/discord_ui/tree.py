"""The command tree: where its commands may be used, and what becomes of their errors."""

import discord
from discord import app_commands

from bot.discord_ui.acting import may_act
from bot.discord_ui.errors import tell_error


class CommandTree(app_commands.CommandTree[discord.Client]):
    """Commands in servers and in direct messages with the bot."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Hold everybody to the bound; what is offered while they type does not count."""
        return interaction.type is discord.InteractionType.autocomplete or await may_act(interaction)

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Tell whoever called the command."""
        name = interaction.command.qualified_name if interaction.command else "a command that is gone"
        await tell_error(interaction, error, f"running {name}")
