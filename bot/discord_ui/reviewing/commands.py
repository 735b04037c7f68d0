"""`/review`: the queue of reports, an answer with all that became of it, a search, numbers, gaps."""

import asyncio

import discord
from discord import app_commands

from bot.desk.cases import Case, question_of
from bot.desk.standing import Standing
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.review_lists import results_card, stats_card
from bot.discord_ui.cards.review_presses import Listing, ListingPress
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.deliveries import acknowledge
from bot.discord_ui.demands import open_to
from bot.discord_ui.desks import Desks
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import language_in, server_of, words_for
from bot.discord_ui.reviewing.listing import listed, since
from bot.discord_ui.reviewing.showing import case_of, shown_case
from bot.discord_ui.said import said
from bot.errors import UnknownEventError

_CHOICES = 25
_FOUND = 40  # answers that a search looks for; a moderator narrows it down before reading as many
_LONGEST_NUMBER = 15  # digits

Choices = list[app_commands.Choice[str]]


def add_review_commands(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/review` with what it does."""
    desks = parts.desks
    group = app_commands.Group(
        name=said("review"),
        description=said("review.description"),
        guild_only=True,
        extras=open_to(Standing.MODERATOR),
    )

    @group.command(name=said("review.queue"), description=said("review.queue.description"))
    async def queue(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        press = ListingPress(Listing.QUEUE)
        card = await listed(press, _server(interaction), desks, language_in(interaction))
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("review.show"), description=said("review.show.description"))
    @app_commands.rename(number=said("review.show.number"))
    @app_commands.describe(number=said("review.show.number.description"))
    async def show(interaction: discord.Interaction, number: str) -> None:
        await acknowledge(interaction, private=True)
        card = await _shown(interaction, number, desks)
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("review.search"), description=said("review.search.description"))
    @app_commands.rename(words=said("review.search.words"))
    @app_commands.describe(words=said("review.search.words.description"))
    async def search(interaction: discord.Interaction, words: app_commands.Range[str, 1, 200]) -> None:
        await acknowledge(interaction, private=True)
        found = await asyncio.to_thread(desks.cases.search, _server(interaction), words[:200], _FOUND)
        card = results_card(words, found, language_in(interaction))
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("review.stats"), description=said("review.stats.description"))
    async def stats(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        counts = await asyncio.to_thread(desks.cases.counts, _server(interaction), since())
        card = stats_card(counts, language_in(interaction))
        await interaction.edit_original_response(view=view_of(card))

    @group.command(
        name=said("review.gaps"),
        description=said("review.gaps.description"),
        extras=open_to(Standing.MODERATOR, Standing.EDITOR),
    )
    async def in_vain(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        press = ListingPress(Listing.GAPS)
        card = await listed(press, _server(interaction), desks, language_in(interaction))
        await interaction.edit_original_response(view=view_of(card))

    @show.autocomplete("number")
    async def offer_numbers(interaction: discord.Interaction, typed: str) -> Choices:
        return await asyncio.to_thread(_numbers, desks, _server(interaction), typed)

    @search.autocomplete("words")
    async def offer_questions(interaction: discord.Interaction, typed: str) -> Choices:
        found = await asyncio.to_thread(desks.cases.search, _server(interaction), typed, _CHOICES)
        questions = dict.fromkeys(plain_name(question_of(event)) for event in found)
        return [app_commands.Choice(name=one, value=one) for one in questions if one]

    tree.add_command(group)


async def _shown(interaction: discord.Interaction, number: str, desks: Desks) -> Card:
    digits = number.strip()
    try:
        if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST_NUMBER:
            raise UnknownEventError(0)
        case: Case = await case_of(desks, int(digits), _server(interaction))
    except UnknownEventError:
        return notice_card(words_for(interaction).review.unknown)
    return await asyncio.to_thread(
        shown_case, case, case.report(int(digits)), language_in(interaction), desks
    )


def _numbers(desks: Desks, server: str, typed: str) -> Choices:
    """Offer the reports that wait, then the answers, whose number or question fits what is typed."""
    digits = typed.strip()
    answers = desks.cases.search(server, "" if digits.isdigit() else typed, _CHOICES)
    named = [(event.number, question_of(event)) for event in answers]
    for report in desks.cases.queue(server)[: -_CHOICES - 1 : -1]:
        question = question_of(desks.log.event(report.about)) if report.about is not None else ""
        if digits.isdigit() or typed.casefold() in question.casefold():
            named.insert(0, (report.number, question))
    fitting = [
        (number, question) for number, question in named if not digits.isdigit() or digits in str(number)
    ]
    return [
        app_commands.Choice(name=plain_name(f"{number} · {question}"), value=str(number))
        for number, question in fitting[:_CHOICES]
    ]


def _server(interaction: discord.Interaction) -> str:
    server = server_of(interaction)
    assert server is not None  # noqa: S101 - moderators are only in servers
    return server
