"""The button "Continue in a thread": opens one at the answer; whoever mentions the bot there asks on."""

import asyncio

import discord

from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import viewer_of
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import words_for
from bot.discord_ui.words.words import Words

_ALREADY_THERE = 160004  # the message has a thread


async def open_thread(interaction: discord.Interaction, press: Press, parts: Parts) -> None:
    """Open a thread at the message that bears the button, and say where; one that is there is named.

    Raises:
        CrossciteError: as `CheckingDesk.given`.
        discord.HTTPException: Discord did not open it, for another reason than a missing permission.
    """
    await acknowledge(interaction, private=True)
    given = await asyncio.to_thread(
        parts.desks.checking.given, press.number, await viewer_of(interaction, parts)
    )
    words, message = words_for(interaction), interaction.message
    may = interaction.permissions.create_public_threads  # the bot lends its own permission to nobody
    opened = may and message is not None and await _open(message, thread_name(given.answer.question, words))
    # A thread that was opened at a message has that message's id.
    said = words.asking.thread_opened.format(thread=f"<#{message.id}>") if message and opened else ""
    await interaction.edit_original_response(view=view_of(notice_card(said or words.asking.no_thread)))


def thread_name(question: str, words: Words) -> str:
    """Return the question as a thread's name; a question that was erased has left none."""
    return plain_name(words.asking.thread_name.format(question=question)) or words.about.title


async def _open(message: discord.Message, name: str) -> bool:
    try:
        await message.create_thread(name=name)
    except discord.Forbidden:
        return False
    except discord.HTTPException as error:
        if error.code != _ALREADY_THERE:
            raise
    except ValueError:  # discord.py's word for a message that is in no server's channel
        return False
    return True
