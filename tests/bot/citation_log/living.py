"""A log to which everything happened that may, and what is wrong with one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.citation_log.events import Delivered, Draft
from bot.citation_log.faults import Fault
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from tests.logged_answers import ANNA, BERT, MODERATOR, PRICE, STORY, drafted, minute, verified

_TIMES = [*range(1, 9), 30, 31, 32, 20, 33, 34]  # event 12 is earlier than those before it
EVENTS = len(_TIMES)


def clock() -> Callable[[], datetime]:
    """Return the clock of that log; after its last event it is always the same time."""
    times = iter(_TIMES)
    return lambda: minute(next(times, 50))


def live(log: SqlCitationLog) -> None:
    """Let it happen: eight events, an erasure (of 3 and 5), an expiry (of 1), a takedown, three events more."""
    for draft in STORY:
        log.append(draft)
    forgetting = SqlForgetting(log)
    forgetting.erase(BERT)
    forgetting.expire(minute(3))
    forgetting.purge("north")
    log.append(drafted(PRICE, MODERATOR))
    log.append(Draft(Delivered(message="901"), about=12, server="7"))
    log.append(drafted(replace(PRICE, question="And for a child?"), ANNA))


def found(log: SqlCitationLog, anchors: Path | None = None) -> list[tuple[Fault, object]]:
    """Return what is wrong with *log*, and where."""
    return [(finding.fault, finding.place) for finding in verified(log, anchors).findings]
