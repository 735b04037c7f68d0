"""What follows a ruling: the other cards, the answer's own message, and a line to whoever reported it."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from typing import Any
from weakref import WeakValueDictionary

import discord

from bot.answering.answers import Answer
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import Query, in_pages
from bot.desk.cases import Case
from bot.desk.verdicts import reviewed_of, settled_by, verdict_of
from bot.discord_ui.cards.answers import Ruled, answer_card
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import Press, Screen, read_press
from bot.discord_ui.deliveries import UNDELIVERABLE, reason_of
from bot.discord_ui.demands import settings_in
from bot.discord_ui.parts import Parts
from bot.discord_ui.questions.replies import NotShownError
from bot.discord_ui.reviewing.ruled import ruled_of
from bot.discord_ui.reviewing.showing import case_of, shown_case
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language, language_of
from bot.errors import DamagedQuoteError, UnknownEventError

_log = logging.getLogger(__name__)
_SERVER_ROOM = 100
_LAST = timedelta(hours=1)  # what was decided before that and is not shown was not to be shown
# By the answer's number: of two decisions at once, the later one must not be overwritten by the earlier one's redrawing.
_REDRAWING: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()


async def follow_up(interaction: discord.Interaction, case: Case, ruling: Event, parts: Parts) -> bool:
    """Do what follows *ruling*; return whether the answer's message says now what holds.

    *case* holds the ruling already. What Discord does not take is logged and raises nothing.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    settled = [one for one in case.reports if _is(settled_by(one, case.rulings), ruling)]
    for report in settled:
        await _redraw_card(interaction, case, report, parts)
    language = language_of(interaction.guild_locale)
    changed = not _matters(case, ruling) or await _redraw_answer(interaction.client, language, case, parts)
    for report in settled:
        await _tell(interaction, report, ruling, parts)
    return changed


async def show_last_rulings(client: discord.Client, parts: Parts) -> None:
    """Show in answers' messages what was decided shortly before the program began; a kill may have come in between.

    Who reported is not told again: nobody knows whether they were.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    query = Query(kinds=(Kind.RULED,), since=parts.began - _LAST, until=parts.began)
    rulings = await asyncio.to_thread(lambda: list(in_pages(parts.desks.log, query)))
    for answer, server in {(one.about, one.server) for one in rulings}:
        if answer is None or server is None:
            continue
        guild = client.get_guild(int(server))
        language = language_of(guild.preferred_locale if guild else None)
        with suppress(UnknownEventError, DamagedQuoteError):  # there is nothing to be shown any more
            case = await case_of(parts.desks, answer, server)
            if any(_matters(case, one) for one in case.rulings if one in rulings):
                await _redraw_answer(client, language, case, parts)


def _matters(case: Case, ruling: Event) -> bool:
    """Whether the answer's message has to change: one that looks the same must not be called edited."""
    if case.answer is None:
        return False
    earlier = [one for one in case.rulings if one.number < ruling.number]
    return reviewed_of(case.answer, earlier) != case.reviewed


def _is(found: Event | None, ruling: Event) -> bool:
    return found is not None and found.number == ruling.number


async def _redraw_card(interaction: discord.Interaction, case: Case, report: Event, parts: Parts) -> None:
    """Show on a report's card what was decided, unless it is the one that bears the pressed button."""
    place = await asyncio.to_thread(parts.desks.cases.card_of, report.number)
    pressed = interaction.message
    if place is None or (pressed is not None and str(pressed.id) == place[1]):
        return
    card = shown_case(case, report, language_of(interaction.guild_locale), parts.desks)
    channel = interaction.client.get_partial_messageable(int(place[0]))
    try:
        await channel.get_partial_message(int(place[1])).edit(view=view_of(card))
    except UNDELIVERABLE as error:
        _log.info("the card of report %d could not be changed: %s", report.number, reason_of(error))


async def _redraw_answer(client: discord.Client, language: Language, case: Case, parts: Parts) -> bool:
    """Show in the answer's message what was taken back; return whether that could be done."""
    number = case.event.number
    async with _REDRAWING.setdefault(number, asyncio.Lock()):
        newest = await case_of(parts.desks, number, str(case.event.server))
        return await _redrawn_answer(client, language, newest, parts)


async def _redrawn_answer(client: discord.Client, language: Language, case: Case, parts: Parts) -> bool:
    if case.answer is None:
        return False
    number, settings = case.event.number, await settings_in(parts, case.event.server)
    ruled = await asyncio.to_thread(ruled_of, case.reviewed, settings, parts.desks.cases)
    if case.is_private:
        return await _redraw_private(number, case.answer, ruled, parts)
    if case.message is None or case.channel is None:
        return False
    channel = client.get_partial_messageable(int(case.channel))
    try:
        message = await channel.fetch_message(int(case.message))
        drawn = _drawn(message, language)
        thread = any(press.screen is Screen.THREAD for press in _presses(message))
        card = answer_card(case.answer, number, drawn.language, drawn.page, thread=thread, ruled=ruled)
        if [text.markdown for text in card.texts()] != _texts(message):
            await message.edit(view=view_of(card))
    except UNDELIVERABLE as error:
        _log.info("answer %d could not be changed: %s", number, reason_of(error))
        return False
    return True


async def _redraw_private(number: int, answer: Answer, ruled: Ruled, parts: Parts) -> bool:
    """Do so in a private message, which only the token of its interaction can change, for a while."""
    reachable = parts.asker.reach.of(number)
    if reachable is None:
        return False
    try:
        await reachable.reply.show(answer_card(answer, number, reachable.asked.language, ruled=ruled))
    except NotShownError as error:
        _log.info("answer %d could not be changed: %s", number, error)
        return False
    return True


async def _tell(interaction: discord.Interaction, report: Event, ruling: Event, parts: Parts) -> None:
    """Tell whoever reported what became of it, in a direct message; who takes none is not told."""
    personal = report.personal or {}
    member = parts.desks.unseal(personal.get("to"))
    if member is None:
        return
    words = words_in(language_of(personal.get("language")))
    line = {
        "upheld": words.ruling.told_upheld,
        "corrected": words.ruling.told_corrected,
        "retracted": words.ruling.told_retracted,
        "ignored": words.ruling.told_ignored,
    }[verdict_of(ruling)]
    guild = interaction.guild
    said = line.format(report=report.number, server=f"**{clip(guild.name if guild else '', _SERVER_ROOM)}**")
    note = clip(str((ruling.personal or {}).get("note", "")), 500)
    if note:
        said = f"{said}\n{words.ruling.note.format(note=note)}"
    try:
        direct = await interaction.client.create_dm(discord.Object(member))
        await direct.send(view=view_of(notice_card(said)))
    except UNDELIVERABLE as error:
        _log.info("whoever made report %d could not be told: %s", report.number, reason_of(error))


def _drawn(message: discord.Message, otherwise: Language) -> Press:
    """Return which page of the answer a message shows, and in which language; read off its own buttons."""
    presses = _presses(message)
    language = presses[0].language if presses else otherwise
    turning = [one for one in presses if one.screen is Screen.ANSWER and one.turning]
    # Of the three buttons that turn pages the one in the middle says which page this is.
    return turning[1] if len(turning) > 1 else Press(0, Screen.ANSWER, language)


def _presses(message: discord.Message) -> list[Press]:
    view: Any = discord.ui.LayoutView.from_message(message)
    found = [read_press(str(getattr(item, "custom_id", ""))) for item in view.walk_children()]
    return [press for press in found if press is not None]


def _texts(message: discord.Message) -> list[str]:
    view: Any = discord.ui.LayoutView.from_message(message)
    return [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
