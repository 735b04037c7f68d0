"""What the last run left: answers of which nothing says whether they were shown."""

from datetime import UTC, datetime, timedelta

from bot.citation_log.events import Event, Failed
from bot.citation_log.protocol import Query, in_pages
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.access import Way
from bot.desk.settling import REASON, settle
from tests.one_answer import desk_of

SOON = timedelta(minutes=1)


def _asked(log: SqlCitationLog, way: Way) -> int:
    return desk_of(log).ask(Asking("When?", "p", way, "77", "88")).number


def _about(log: SqlCitationLog, number: int) -> list[Event]:
    return list(in_pages(log, Query(about=number)))


def test_what_may_not_have_been_shown_is_written_down(log: SqlCitationLog) -> None:
    """Once, for each answer of Discord's that was neither delivered nor failed; the terminal's are its own."""
    desk = desk_of(log)
    shown, failed, lost, printed, other = (
        _asked(log, way) for way in (Way.ASK, Way.ASK, Way.MENTION, Way.TERMINAL, Way.ASK_PRIVATE)
    )
    desk.delivered(shown, "1")
    desk.failed(failed, "gone")
    settled = settle(log, datetime.now(UTC) + SOON)
    assert [event.about for event in settled] == [lost, other]
    assert [event.detail for event in _about(log, lost)] == [Failed(reason=REASON, unknown=True)]
    assert _about(log, printed) == []
    assert len(_about(log, shown)) == len(_about(log, failed)) == 1
    assert settle(log, datetime.now(UTC) + SOON) == []


def test_what_is_asked_since_is_left_alone(log: SqlCitationLog) -> None:
    """An answer of this run is on its way; an empty log has nothing to settle."""
    assert settle(log, datetime.now(UTC)) == []
    before = datetime.now(UTC) - SOON
    _asked(log, Way.ASK)
    assert settle(log, before) == []
