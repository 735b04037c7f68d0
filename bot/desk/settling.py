"""Settling: answers of which nothing says whether they were shown, since the program ended in between."""

from datetime import datetime

from bot.citation_log.events import Answered, Draft, Event, Failed, Kind
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.desk.access import Way

# No more answers than this lie between one that is about to be shown and the newest: the program that was
# to show it had at most a queue of them, and each of its starts settles the run before.
_LOOKED_AT = 1000
REASON = "the program ended before the answer was known to be shown"


def settle(log: CitationLog, before: datetime) -> list[Event]:
    """Write down as failed what was answered for Discord before *before* and never shown; return those events.

    Raises:
        LogUnavailableError: the log cannot be read or written.
    """
    answers = log.find(Query(kinds=(Kind.ANSWERED,), until=before), _LOOKED_AT)
    if not answers:
        return []
    ends = in_pages(log, Query(kinds=(Kind.DELIVERED, Kind.FAILED), since=answers[-1].at))
    settled = {end.about for end in ends}
    return [
        log.append(Draft(Failed(reason=REASON), about=event.number))
        for event in reversed(answers)
        if event.number not in settled
        and isinstance(event.detail, Answered)
        and event.detail.way != Way.TERMINAL
    ]
