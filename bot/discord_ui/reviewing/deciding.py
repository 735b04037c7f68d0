"""Decisions: what a moderator sent with a form goes into the log, and everybody concerned is shown it."""

import asyncio
from typing import Any, cast

import discord

from bot.citation_log.events import Event, Verdict
from bot.desk.cases import Case
from bot.desk.correcting import CorrectingDesk
from bot.desk.reviewing import Correction
from bot.desk.serving import Serving
from bot.desk.standing import Standing
from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.review import ruling_line
from bot.discord_ui.cards.review_presses import Action, ReviewPress, read_review
from bot.discord_ui.cards.ruling_forms import Decision, decided
from bot.discord_ui.deliveries import acknowledge_change
from bot.discord_ui.demands import may_use, needed
from bot.discord_ui.errors import guarded, tell_privately
from bot.discord_ui.parts import Parts, parts_of
from bot.discord_ui.places import server_of, words_for
from bot.discord_ui.reviewing.choosing import article_of, show_found
from bot.discord_ui.reviewing.following import follow_up
from bot.discord_ui.reviewing.showing import case_of, named_of, shown_case
from bot.discord_ui.words.language import language_of
from bot.errors import RuledAlreadyError, RulingError

_VERDICTS: dict[Action, Verdict] = {
    Action.UPHOLD: "upheld",
    Action.IGNORE: "ignored",
    Action.RETRACT: "retracted",
    Action.USE: "corrected",
}


async def take_decision(interaction: discord.Interaction) -> bool:
    """Carry out what a submitted form decides; return False if it is none of a moderator's.

    Read from the interaction alone, so that a form that was opened before a restart counts.
    """
    data = cast("dict[str, Any]", interaction.data or {})
    press = read_review(str(data.get("custom_id", "")))
    if press is None:
        return False
    async with guarded(interaction, f"deciding to {press.action}"):
        if await may_act(interaction) and await may_use(interaction, needed(Standing.MODERATOR)):
            await acknowledge_change(interaction)
            if press.action is Action.SEARCH:
                await show_found(interaction, press, decided(data).words)
            else:
                await _decide(interaction, press, decided(data))
    return True


async def _decide(interaction: discord.Interaction, press: ReviewPress, decision: Decision) -> None:
    parts, server = parts_of(interaction), server_of(interaction)
    assert server is not None  # noqa: S101 - moderators are only in servers
    case = await case_of(parts.desks, press.answer, server)
    try:
        async with parts.desks.using() as serving:
            ruling = await asyncio.to_thread(
                _ruled, press, decision, case, parts, serving, moderator=interaction.user.id
            )
    except RuledAlreadyError as error:
        case = await case_of(parts.desks, press.answer, server)
        await _say_who_was_first(interaction, press, case, error.ruling, parts)
        return
    case = await case_of(parts.desks, press.answer, server)
    await _redraw(interaction, press, case, ruling, parts)
    if not await follow_up(interaction, case, ruling, parts):
        await tell_privately(interaction, notice_card(words_for(interaction).review.message_gone))


def _ruled(
    press: ReviewPress,
    decision: Decision,
    case: Case,
    parts: Parts,
    serving: Serving,
    *,
    moderator: int,
) -> Event:
    verdict = _VERDICTS[press.action]
    return serving.reviewing.rule(
        case.event.number,
        case.event.server,
        parts.desks.person(moderator),
        verdict,
        retracted=decision.retracted,
        correction=_correction(press, case, serving) if verdict == "corrected" else None,
        report=press.report or None,
        note=decision.note,
        reach={"by": parts.desks.seal(moderator)},
    )


def _correction(press: ReviewPress, case: Case, serving: Serving) -> Correction:
    desk, where = CorrectingDesk(serving.service), press.where
    article = article_of(serving.service, where.article) if where else None
    offered = desk.paragraph(article, where.paragraph) if where and article else None
    if where is None or where.sentences is None or offered is None:
        raise RulingError("The paragraph that was chosen is not there any more.")
    return desk.correction(case.event, offered, *where.sentences)


async def _redraw(
    interaction: discord.Interaction, press: ReviewPress, case: Case, ruling: Event, parts: Parts
) -> None:
    """Show the decision in the message with the pressed button: a card, or the choice of a correction."""
    words = words_for(interaction)
    if press.action is Action.USE:
        line = ruling_line(named_of(ruling, parts.desks), words)
        card = notice_card(words.review.done.format(line=line))
    else:
        private = interaction.message is not None and interaction.message.flags.ephemeral
        language = language_of(interaction.locale if private else interaction.guild_locale)
        card = shown_case(case, case.report(press.report), language, parts.desks)
    await interaction.edit_original_response(view=view_of(card))


async def _say_who_was_first(
    interaction: discord.Interaction, press: ReviewPress, case: Case, ruling: int, parts: Parts
) -> None:
    first = next(one for one in case.rulings if one.number == ruling)
    await _redraw(interaction, press, case, first, parts)
    words = words_for(interaction)
    line = ruling_line(named_of(first, parts.desks), words)
    await tell_privately(interaction, notice_card(words.review.first.format(line=line)))
