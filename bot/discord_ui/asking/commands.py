"""`/ask`, and "Ask about this message" in a message's menu."""

import discord
from discord import app_commands

from bot.desk.access import Way
from bot.desk.standing import Standing, answers_in
from bot.discord_ui.asking.mentions import question_in
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import is_moderator, open_to, settings_in
from bot.discord_ui.errors import guarded, tell_privately
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in, places_of, server_of, takes_threads, told_where, words_for
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
        private: bool | None = None,
    ) -> None:
        async with guarded(interaction, "asking"):
            if private is None:
                private = (await settings_in(parts, server_of(interaction))).private
            await _ask(interaction, question, Way.ASK_PRIVATE if private else Way.ASK)

    @tree.context_menu(name=said("menu.ask"), extras=open_to(Standing.MEMBER))
    async def ask_about(interaction: discord.Interaction, message: discord.Message) -> None:
        names = {user.id: user.display_name for user in message.mentions}
        question = question_in(message.content, interaction.application_id, names, direct=True)
        if question:
            async with guarded(interaction, "asking"):
                await _ask(interaction, question, Way.MENU)
        else:
            await tell_privately(interaction, notice_card(words_for(interaction).asking.nothing_to_ask))

    async def _ask(interaction: discord.Interaction, question: str, way: Way) -> None:
        settings = await settings_in(parts, server_of(interaction))
        if not answers_in(settings, places_of(interaction.channel)):
            parts.measures.refused(way)
            await tell_privately(interaction, notice_card(told_where(settings, words_for(interaction))))
            return
        asked = Asked(
            question,
            interaction.user.id,
            way,
            server_of(interaction),
            str(interaction.channel_id),
            language_in(interaction),
            exempt=await is_moderator(interaction, parts),
            thread=takes_threads(interaction.channel, interaction.app_permissions, way),
        )
        refusal = parts.bounds.refusal(asked)
        if refusal is not None:
            parts.measures.refused(way)
            await tell_privately(interaction, notice_card(refusal.said))
            return
        reply = InteractionReply(interaction)
        with parts.asker.owing(asked, reply) as debt:
            async with parts.asker.arriving():
                await acknowledge(interaction, private=way is not Way.ASK)
            await parts.asker.answer(asked, reply, debt)
