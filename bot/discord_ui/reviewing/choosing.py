"""The steps of a correction, in one private message: a paragraph, its sentences, a look at the quote."""

import asyncio

import discord

from bot.answering.answers import Quote
from bot.answering.service import AnswerService
from bot.desk.cases import Case
from bot.desk.correcting import CorrectingDesk, Offered
from bot.discord_ui.cards.choosing_text import (
    MOST_OFFERED,
    Passage,
    paragraphs_card,
    preview_card,
    sentences_card,
)
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.review_presses import Action, ReviewPress, Where
from bot.discord_ui.corpus.catalogue import catalogue, chosen, key_of
from bot.discord_ui.parts import parts_of
from bot.discord_ui.places import language_in, server_of
from bot.discord_ui.reviewing.showing import case_of
from bot.errors import RulingError


async def show_read(interaction: discord.Interaction, press: ReviewPress) -> None:
    """Offer the paragraphs that were read for the answer."""
    await _show_offered(interaction, press, "")


async def show_found(interaction: discord.Interaction, press: ReviewPress, words: str) -> None:
    """Offer the paragraphs nearest to *words*."""
    await _show_offered(interaction, press, words)


async def show_sentences(interaction: discord.Interaction, press: ReviewPress, where: Where) -> None:
    """Offer the sentences of a paragraph.

    Raises:
        RulingError: it is not there any more.
    """
    passage = await _passage(interaction, where)
    card = sentences_card(press, passage, language_in(interaction))
    await interaction.edit_original_response(view=view_of(card))


async def show_preview(
    interaction: discord.Interaction, press: ReviewPress, sentences: tuple[int, int]
) -> None:
    """Show what would be quoted.

    Raises:
        RulingError: the paragraph, or a sentence of it, is not there any more.
    """
    where = press.where
    if where is None:
        raise RulingError("No paragraph was chosen.")
    parts, case = parts_of(interaction), await _case(interaction, press)
    passage = await _passage(interaction, where)
    async with parts.desks.using() as serving:
        desk = CorrectingDesk(serving.service)
        offered = Offered(passage.paragraph, passage.source)
        found = await asyncio.to_thread(desk.correction, case.event, offered, *sentences)
    choice = found.chosen
    quote = Quote(passage.paragraph, choice.start, choice.end, choice.highlights, 0)
    use = press.to(Action.USE, Where(where.article, where.paragraph, sentences))
    card = preview_card(use, quote, passage, language_in(interaction))
    await interaction.edit_original_response(view=view_of(card))


def article_of(service: AnswerService, key: str) -> str | None:
    """Return the article that a key names, None if it is gone."""
    entry = chosen(catalogue(service), key)
    return entry.source.article_id if entry else None


async def _show_offered(interaction: discord.Interaction, press: ReviewPress, words: str) -> None:
    parts, case = parts_of(interaction), await _case(interaction, press)
    async with parts.desks.using() as serving:
        desk = CorrectingDesk(serving.service)
        found = (
            await asyncio.to_thread(desk.found_by, words, MOST_OFFERED)
            if words
            else await asyncio.to_thread(desk.read_for, case.event, MOST_OFFERED)
        )
    offered = [Passage(one.paragraph, one.source, key_of(one.source.article_id)) for one in found]
    card = paragraphs_card(press.to(Action.CORRECT), case.question, offered, language_in(interaction))
    await interaction.edit_original_response(view=view_of(card))


async def _case(interaction: discord.Interaction, press: ReviewPress) -> Case:
    server = server_of(interaction)
    assert server is not None  # noqa: S101 - moderators are only in servers
    return await case_of(parts_of(interaction).desks, press.answer, server)


async def _passage(interaction: discord.Interaction, where: Where) -> Passage:
    async with parts_of(interaction).desks.using() as serving:

        def found() -> Offered | None:
            article = article_of(serving.service, where.article)
            return CorrectingDesk(serving.service).paragraph(article, where.paragraph) if article else None

        offered = await asyncio.to_thread(found)
    if offered is None:
        raise RulingError("The paragraph that was chosen is not there any more.")
    return Passage(offered.paragraph, offered.source, where.article)
