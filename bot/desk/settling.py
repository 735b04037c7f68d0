"""Settling: answers of which nothing says whether they were shown, since the program ended in between."""

from datetime import datetime

from bot.citation_log.answered import Answered
from bot.citation_log.events import Draft, Event, Failed
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.desk.access import Way

REASON = "the program ended before the answer was known to be shown"


def settle(log: CitationLog, before: datetime) -> list[Event]:
    """Write down that of answers for Discord before *before* nobody knows whether they were shown; return that.

    Raises:
        LogUnavailableError: the log cannot be read or written.
    """
    open_answers = list(in_pages(log, Query(until=before, unsettled=True)))
    return [
        log.append(Draft(Failed(reason=REASON, unknown=True), about=event.number))
        for event in reversed(open_answers)
        if isinstance(event.detail, Answered) and event.detail.way != Way.TERMINAL
    ]
