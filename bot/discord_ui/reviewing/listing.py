"""The lists of moderators, page by page: reports that wait, and what was asked in vain."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.desk.cases import question_of
from bot.desk.gaps import gaps
from bot.discord_ui.cards.paging import nearest
from bot.discord_ui.cards.review_lists import PAGE, gaps_card, pages_for, queue_card
from bot.discord_ui.cards.review_presses import Listing, ListingPress
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.desks import Desks
from bot.discord_ui.words.language import Language

_DAYS = 30


async def listed(press: ListingPress, server: str, desks: Desks, language: Language) -> Card:
    """Return a page of a list of one server, or the nearest one that there still is.

    Raises:
        ArticleIndexError: gaps take an index, and there is none.
        LogUnavailableError: the log cannot be read.
    """
    if press.listing is Listing.QUEUE:
        return await asyncio.to_thread(_queue, press.page, server, desks, language)
    async with desks.using() as serving:
        embedder = serving.service.index.embedder
        found = await asyncio.to_thread(gaps, desks.log, embedder, server=server, since=since())
    return gaps_card(found, language, press.page)


def since() -> datetime:
    """Return from when on questions are counted, in UTC."""
    return datetime.now(UTC) - timedelta(days=_DAYS)


def _queue(page: int, server: str, desks: Desks, language: Language) -> Card:
    waiting = desks.cases.queue(server)
    here = nearest(page, pages_for(len(waiting)))
    shown = [
        (report, question_of(desks.log.event(report.about)) if report.about is not None else "")
        for report in waiting[here * PAGE : (here + 1) * PAGE]
    ]
    return queue_card(shown, len(waiting), language, here)
