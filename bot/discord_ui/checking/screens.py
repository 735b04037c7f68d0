"""Checking an answer: the screens behind its buttons, drawn from the log each time."""

import asyncio
from dataclasses import replace

import discord

from bot.desk.access import Viewer
from bot.desk.checking import CheckingDesk, Given
from bot.discord_ui.cards.answers import Ruled, answer_card
from bot.discord_ui.cards.context import cited_at, context_card
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.presses import Press, Screen
from bot.discord_ui.cards.reasons import reasons_card
from bot.discord_ui.cards.sources import sources_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.corpus.commands import corpus_screen
from bot.discord_ui.deliveries import acknowledge, acknowledge_change
from bot.discord_ui.demands import settings_in, viewer_of
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in, takes_threads
from bot.discord_ui.reviewing.ruled import ruled_of, told_above
from bot.errors import UnknownEventError


async def open_screen(interaction: discord.Interaction, press: Press, parts: Parts) -> None:
    """Show a screen to whoever pressed, in a new private message and in their language.

    Raises:
        CrossciteError: as `CheckingDesk.given`.
    """
    await acknowledge(interaction, private=True)
    mine = replace(press, language=language_in(interaction))
    card = await _drawn(mine, await viewer_of(interaction, parts), parts)
    await interaction.edit_original_response(view=view_of(card))


async def turn_page(interaction: discord.Interaction, press: Press, parts: Parts) -> None:
    """Redraw the message that bears the button at another page.

    An answer that others read, too, stays where it is for whoever did not ask it: they get the page in a
    private message, and turn it there.

    Raises:
        CrossciteError: as `CheckingDesk.given`.
    """
    await acknowledge_change(interaction)
    desks, viewer = parts.desks, await viewer_of(interaction, parts)
    private = interaction.message is not None and interaction.message.flags.ephemeral
    if press.screen is not Screen.ANSWER:
        card = await _drawn(press, viewer, parts)
        await interaction.edit_original_response(view=view_of(card))
        return
    given = await asyncio.to_thread(desks.checking.given, press.number, viewer)
    settings = await settings_in(parts, given.event.server)
    ruled = await asyncio.to_thread(ruled_of, given.reviewed, settings, desks.cases)
    if private or given.asked_by(viewer.person):
        here = takes_threads(interaction.channel, interaction.app_permissions, given.way)
        card = _answer(given, press, ruled, thread=here and not private)
        await interaction.edit_original_response(view=view_of(card))
    else:
        card = _answer(given, replace(press, language=language_in(interaction)), ruled)
        await interaction.followup.send(view=view_of(card), ephemeral=True)


async def _drawn(press: Press, viewer: Viewer, parts: Parts) -> Card:
    desks = parts.desks
    if press.screen in {Screen.CORPUS, Screen.ARTICLE}:
        async with desks.using() as serving:
            return await asyncio.to_thread(corpus_screen, serving.service, press)
    settings = await settings_in(parts, viewer.server)

    def screen() -> Card:
        given = desks.checking.given(press.number, viewer)
        return _screen(press, given, ruled_of(given.reviewed, settings, desks.cases), desks.checking)

    return await asyncio.to_thread(screen)


def _screen(press: Press, given: Given, ruled: Ruled, checking: CheckingDesk) -> Card:
    """Return a screen; where moderators took something back, it says so as the answer does."""
    if press.screen in {Screen.CONTEXT, Screen.SOURCES, Screen.REASONS}:
        return told_above(_behind(press, given, checking), ruled, press.language)
    return _answer(given, press, ruled)


def _behind(press: Press, given: Given, checking: CheckingDesk) -> Card:
    match press.screen:
        case Screen.CONTEXT:
            cited = cited_at(given.answer, press.place) if press.place else None
            if cited is None:
                raise UnknownEventError(press.number)
            article = checking.article(given, cited.source)
            return context_card(press, cited, article.paragraphs, press.page if press.turning else None)
        case Screen.SOURCES:
            return sources_card(press, given.answer, press.page)
        case _:
            return reasons_card(press, given.answer, press.page)


def _answer(given: Given, press: Press, ruled: Ruled, *, thread: bool = False) -> Card:
    return answer_card(given.answer, press.number, press.language, press.page, thread=thread, ruled=ruled)
