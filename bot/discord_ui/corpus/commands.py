"""`/sources`: every article that questions are answered from, or one of them."""

import asyncio

import discord
from discord import app_commands

from bot.answering.service import AnswerService
from bot.desk.standing import Standing
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import Press, Screen
from bot.discord_ui.cards.sources import article_card, corpus_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.corpus.catalogue import KEY_LENGTH, Entry, catalogue, chosen, matching
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import open_to
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in
from bot.discord_ui.said import said
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.presentation.blocks import short_label

_CHOICES = 25
_NAME_ROOM = 100


def add_sources_command(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/sources`."""

    @tree.command(
        name=said("sources"), description=said("sources.description"), extras=open_to(Standing.MEMBER)
    )
    @app_commands.rename(source=said("sources.source"))
    @app_commands.describe(source=said("sources.source.description"))
    async def sources(interaction: discord.Interaction, source: str | None = None) -> None:
        await acknowledge(interaction, private=True)
        async with parts.desks.using() as serving:
            card = await asyncio.to_thread(_card, serving.service, source, language_in(interaction))
        await interaction.edit_original_response(view=view_of(card))

    @sources.autocomplete("source")
    async def complete(_interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        if parts.desks.current is None:
            return []
        with parts.desks.held() as serving:
            entries = await asyncio.to_thread(catalogue, serving.service)
        found = matching(entries, typed, _CHOICES)
        return [app_commands.Choice(name=choice_name(entry), value=entry.key) for entry in found]


def corpus_screen(service: AnswerService, press: Press) -> Card:
    """Return a page of the article that *press* names, or of the list of all: also where that article is gone."""
    entries = catalogue(service)
    wanted = press.screen is Screen.ARTICLE
    entry = chosen(entries, f"{press.number:0{KEY_LENGTH}}") if wanted else None
    if entry is None:
        listed = press if press.screen is Screen.CORPUS else Press(0, Screen.CORPUS, press.language)
        return corpus_card(listed, [(one.source, one.paragraphs) for one in entries], listed.page)
    paragraphs = service.index.article(entry.source.article_id).paragraphs
    return article_card(press, entry.source, paragraphs, press.page)


def choice_name(entry: Entry) -> str:
    """Return an article's label with its outlet, as long as Discord shows choices."""
    label, outlet = entry.source.label, short_label(entry.source)
    return plain_name(label if outlet == label else f"{outlet}: {label}")


def _card(service: AnswerService, source: str | None, language: Language) -> Card:
    if source is None:
        return corpus_screen(service, Press(0, Screen.CORPUS, language))
    entry = chosen(catalogue(service), source)
    if entry is None:
        return notice_card(words_in(language).sources.unknown.format(name=clip(source, _NAME_ROOM)))
    return corpus_screen(service, Press(int(entry.key), Screen.ARTICLE, language))
