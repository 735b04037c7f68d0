"""Lists for moderators: reports that wait, answers that were found, gaps; and the numbers of 30 days. Pure."""

from collections.abc import Sequence

from bot.citation_log.events import Event
from bot.desk.cases import Counts, question_of
from bot.desk.gaps import Gap
from bot.discord_ui.cards.citations import SMALL
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.review import category_of
from bot.discord_ui.cards.review_presses import Action, ReviewPress
from bot.discord_ui.cards.rulings import moment_stamp
from bot.discord_ui.cards.tree import Box, Card, Inner, Menu, Option, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language

_SHOWN = 12  # entries; what is beyond them comes up when these are done
_QUESTION_ROOM = 200


def queue_card(waiting: Sequence[tuple[Event, str]], language: Language) -> Card:
    """Return the reports that wait, each with the question that its answer was to, and a list to open one by."""
    words = words_in(language)
    if not waiting:
        return notice_card(words.review.queue_empty)
    entries = [
        words.review.queue_entry.format(
            report=report.number, category=category_of(report, words), time=moment_stamp(report.at)
        )
        + (f"\n{clip(question, _QUESTION_ROOM)}" if question else "")
        for report, question in waiting
    ]
    options = [
        Option(plain_name(f"{report.number} · {question or category_of(report, words)}"), str(report.number))
        for report, question in waiting[:_SHOWN]
    ]
    menu = Menu(ReviewPress(0, 0, Action.OPEN), words.review.queue_hint, tuple(options))
    return _listed(words.review.queue, entries, language, menu)


def results_card(asked: str, found: Sequence[Event], language: Language) -> Card:
    """Return answers whose questions hold what a moderator *asked* for."""
    words = words_in(language).review
    if not found:
        return notice_card(words.results_none.format(words=clip(asked, _QUESTION_ROOM)))
    entries = [
        f"**{event.number}** · {moment_stamp(event.at)}\n{clip(question_of(event), _QUESTION_ROOM)}"
        for event in found
    ]
    options = [
        Option(plain_name(f"{event.number} · {question_of(event)}"), str(event.number))
        for event in found[:_SHOWN]
    ]
    menu = Menu(ReviewPress(0, 0, Action.OPEN), words.results_hint, tuple(options))
    return _listed(words.results.format(words=clip(asked, _QUESTION_ROOM)), entries, language, menu)


def gaps_card(gaps: Sequence[Gap], language: Language) -> Card:
    """Return what was asked in vain, the most asked first."""
    words = words_in(language).review
    if not gaps:
        return notice_card(words.gaps_none)
    entries = [
        words.gap.format(question=clip(gap.question, _QUESTION_ROOM), asked=gap.asked, people=gap.people)
        for gap in gaps
    ]
    return _listed(words.gaps, entries, language)


def stats_card(counts: Counts, language: Language) -> Card:
    """Return how many questions, reports and rulings there were."""
    words = words_in(language).review
    lines = words.stats_lines.format(
        questions=sum(counts.outcomes.values()),
        answered=counts.outcomes.get("answered", 0),
        disputed=counts.outcomes.get("disputed", 0),
        unsaid=counts.outcomes.get("not_in_sources", 0),
        reports=counts.reports,
        waiting=counts.waiting,
        upheld=counts.verdicts.get("upheld", 0),
        corrected=counts.verdicts.get("corrected", 0),
        retracted=counts.verdicts.get("retracted", 0),
        ignored=counts.verdicts.get("ignored", 0),
    )
    return notice_card(lines, title=words.stats, colour=CALM)


def _listed(title: str, entries: Sequence[str], language: Language, menu: Menu | None = None) -> Card:
    parts: list[Inner] = [Text(f"### {title}"), *(Text(entry) for entry in entries[:_SHOWN])]
    if len(entries) > _SHOWN:
        more = words_in(language).review.more.format(count=len(entries) - _SHOWN)
        parts.append(Text(SMALL + more))
    return Card((Box((*parts, *([menu] if menu else [])), CALM),))
