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
from bot.discord_ui.cards.paging import nearest, turning_row
from bot.discord_ui.cards.review import category_of
from bot.discord_ui.cards.review_presses import Action, Listing, ListingPress, ReviewPress
from bot.discord_ui.cards.rulings import moment_stamp
from bot.discord_ui.cards.tree import Box, Card, Inner, Menu, Option, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language

PAGE = 12  # entries of a page
_FOUND = (
    25  # answers that a list offers to open, says Discord; of a search PAGE are shown, which words can narrow
)
_QUESTION_ROOM = 200


def queue_card(shown: Sequence[tuple[Event, str]], waiting: int, language: Language, page: int = 0) -> Card:
    """Return a page of the reports that wait: *shown*, each with the question of its answer, and a list to open one by.

    *waiting* is how many there are in all.
    """
    words = words_in(language)
    if not shown:
        return notice_card(words.review.queue_empty)
    entries = [
        words.review.queue_entry.format(
            report=report.number, category=category_of(report, words), time=moment_stamp(report.at)
        )
        + (f"\n{clip(question, _QUESTION_ROOM)}" if question else "")
        for report, question in shown
    ]
    options = [
        Option(plain_name(f"{report.number} · {question or category_of(report, words)}"), str(report.number))
        for report, question in shown
    ]
    menu = Menu(ReviewPress(0, 0, Action.OPEN), words.review.queue_hint, tuple(options))
    title = words.review.queue.format(count=waiting)
    return _paged(title, entries, ListingPress(Listing.QUEUE, page), pages_for(waiting), language, menu)


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
        for event in found[:_FOUND]
    ]
    menu = Menu(ReviewPress(0, 0, Action.OPEN), words.results_hint, tuple(options))
    return _listed(words.results.format(words=clip(asked, _QUESTION_ROOM)), entries, language, menu)


def gaps_card(gaps: Sequence[Gap], language: Language, page: int = 0) -> Card:
    """Return a page of what was asked in vain, the most asked first."""
    words = words_in(language).review
    if not gaps:
        return notice_card(words.gaps_none)
    here = nearest(page, pages_for(len(gaps)))
    entries = [
        words.gap.format(question=clip(gap.question, _QUESTION_ROOM), asked=gap.asked, people=gap.people)
        for gap in gaps[here * PAGE : (here + 1) * PAGE]
    ]
    return _paged(words.gaps, entries, ListingPress(Listing.GAPS, here), pages_for(len(gaps)), language)


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


def pages_for(entries: int) -> int:
    """Return how many pages so many entries take, at least one."""
    return max(1, -(-entries // PAGE))


def _listed(title: str, entries: Sequence[str], language: Language, menu: Menu) -> Card:
    parts: list[Inner] = [Text(f"### {title}"), *(Text(entry) for entry in entries[:PAGE])]
    if len(entries) > PAGE:
        more = words_in(language).review.more.format(count=len(entries) - PAGE)
        parts.append(Text(SMALL + more))
    return Card((Box((*parts, menu), CALM),))


def _paged(  # noqa: PLR0917 - all of them are what a page is made of
    title: str,
    entries: Sequence[str],
    press: ListingPress,
    pages: int,
    language: Language,
    menu: Menu | None = None,
) -> Card:
    parts: list[Inner] = [
        Text(f"### {title}"),
        *(Text(entry) for entry in entries),
        *([menu] if menu else []),
    ]
    turning = turning_row(press, press.page, pages, words_in(language))
    return Card((Box(tuple(parts), CALM), *turning), press.page, pages)
