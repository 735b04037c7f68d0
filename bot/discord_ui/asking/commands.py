"""`/ask`, and "Ask about this message" in a message's menu."""

import discord
from discord import app_commands

from bot.desk.access import Way
from bot.desk.standing import Standing
from bot.discord_ui.asking.mentions import question_in
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import open_to
from bot.discord_ui.errors import tell_privately
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in, server_of, takes_threads, words_for
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.replies import InteractionReply
from bot.discord_ui.said import said

_LONGEST = 300  # characters; Discord's client holds to it, `bounds` does not rely on that


def add_ask_commands(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add the commands that ask."""

    @tree.command(name=said("ask"), description=said("ask.description"), extras=open_to(Standing.MEMBER))
    @app_commands.rename(question=said("ask.question"), private=said("ask.private"))
    @app_commands.describe(question=said("ask.question.description"), private=said("ask.private.description"))
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, _LONGEST],
        private: bool = False,
    ) -> None:
        await _ask(interaction, question, Way.ASK_PRIVATE if private else Way.ASK)

    @tree.context_menu(name=said("menu.ask"), extras=open_to(Standing.MEMBER))
    async def ask_about(interaction: discord.Interaction, message: discord.Message) -> None:
        names = {user.id: user.display_name for user in message.mentions}
        question = question_in(message.content, interaction.application_id, names, direct=True)
        if question:
            await _ask(interaction, question, Way.MENU)
        else:
            await tell_privately(interaction, notice_card(words_for(interaction).asking.nothing_to_ask))

    async def _ask(interaction: discord.Interaction, question: str, way: Way) -> None:
        asked = Asked(
            question,
            interaction.user.id,
            way,
            server_of(interaction),
            str(interaction.channel_id),
            language_in(interaction),
            exempt=interaction.guild_id is not None and interaction.permissions.manage_messages,
            thread=takes_threads(interaction.channel, interaction.app_permissions, way),
        )
        refusal = parts.bounds.refusal(asked)
        if refusal is not None:
            parts.measures.refused(way)
            await tell_privately(interaction, notice_card(refusal.said))
            return
        async with parts.asker.arriving():
            await acknowledge(interaction, private=way is not Way.ASK)
        await parts.asker.answer(asked, InteractionReply(interaction))
