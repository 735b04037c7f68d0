"""`/about`: what the bot does, what it keeps, and its version."""

import discord
from discord import app_commands

from bot.desk.standing import Standing
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.demands import open_to, settings_in
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import server_of, words_for
from bot.discord_ui.said import said


def add_about_command(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/about`."""

    @tree.command(name=said("about"), description=said("about.description"), extras=open_to(Standing.MEMBER))
    async def about(interaction: discord.Interaction) -> None:
        words = words_for(interaction)
        days = parts.servers.days_in(await settings_in(parts, server_of(interaction)))
        lines = [words.about.does, words.about.keeps.format(days=days)]
        if parts.desks.current is None:
            lines.append(words.trouble.no_index)
        else:
            with parts.desks.held() as serving:
                index = serving.service.index
                articles = words.sources.counted(len(index.article_ids()))
                lines.append(
                    words.about.version.format(version=parts.version, articles=articles, index=index.version)
                )
        card = notice_card("\n\n".join(lines), title=words.about.title)
        await interaction.response.send_message(view=view_of(card), ephemeral=True)
