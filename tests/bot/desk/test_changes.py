"""What a newer index changed, as one server's editors are told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.access import Way
from bot.desk.asking import AskingDesk
from bot.desk.changes import Changes, Closed, Differing, asked_since, changes
from bot.settings import Settings
from bot.wiring import open_service
from index.wiring import changed_since
from tests.bot.desk.conftest import ARTICLES, PROGRAM

OPENS, CLOSES, ENDS = "When does the fair open?", "When does the fair close?", "When does the concert end?"
MORE = {"tribune": "The concert ends on May 12, 2024.\nThe fair closes on May 10."}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture
def told(built: Callable[..., Settings], log: SqlCitationLog, tmp_path: Path) -> Callable[..., Changes]:
    """Ask questions as (question, server, way), add an article, and return what one server is told."""

    def tell(*asked: tuple[str, str | None, Way], server: str = "7", **bounds: object) -> Changes:
        settings = built(ARTICLES, tmp_path / "fair")
        before: AnswerService = open_service(settings)
        desk = AskingDesk(before, log, PROGRAM)
        for question, where, way in asked:
            desk.ask(Asking(question, "somebody", way, where, "70"))
        version = before.index.version
        settings = built(ARTICLES | MORE, tmp_path / "fair")
        plan = changed_since(settings.index, version)
        assert plan.added == ("tribune",)
        found = asked_since(log, server, _LONG_AGO)
        return changes(
            log,
            open_service(settings),
            found,
            server=server,
            touched={*plan.added, *plan.changed, *plan.removed},
            **bounds,  # type: ignore[arg-type]
        )

    return tell


def test_what_differs_and_which_gaps_are_closed(told: Callable[..., Changes]) -> None:
    """A question counts once however it is spaced; what comes out as before is not named."""
    found = told(
        (ENDS, "7", Way.ASK),
        (f"  {ENDS.upper()} ", "7", Way.MENTION),
        (CLOSES, "7", Way.ASK),
        (OPENS, "7", Way.ASK),
    )
    assert found.closed == (Closed(ENDS.upper(), 2),)
    assert found.differing == (Differing(CLOSES, "answered", "disputed"),)
    assert (found.looked_at, found.of) == (3, 3)


def test_what_was_asked_of_the_new_index_already_is_left_out(
    told: Callable[..., Changes], built: Callable[..., Settings], log: SqlCitationLog, tmp_path: Path
) -> None:
    """The answer that a member was shown before is compared, not that of whoever asked since."""
    newer = built(ARTICLES | MORE, tmp_path / "newer")
    newer_desk = AskingDesk(open_service(newer), log, PROGRAM)
    newer_desk.ask(Asking(ENDS, "somebody", Way.ASK, "7", "70"))
    newer_desk.ask(Asking(CLOSES, "somebody", Way.ASK, "7", "70"))
    found = told((CLOSES, "7", Way.ASK))
    assert (found.differing, found.closed) == ((Differing(CLOSES, "answered", "disputed"),), ())
    newer_desk.ask(Asking(CLOSES, "somebody", Way.ASK, "7", "70"))
    assert [len(one.events) for one in asked_since(log, "7", _LONG_AGO)] == [3, 1]


def test_only_a_servers_own_open_questions_are_named(told: Callable[..., Changes]) -> None:
    """None of another server's, of a direct message's, of the terminal's, nor what was asked privately."""
    found = told(
        (CLOSES, "8", Way.ASK),
        (CLOSES, None, Way.DIRECT_MESSAGE),
        (CLOSES, None, Way.TERMINAL),
        (CLOSES, "7", Way.ASK_PRIVATE),
        (CLOSES, "7", Way.MENU),
    )
    assert found == Changes()


def test_it_stops_when_it_is_told_to(told: Callable[..., Changes]) -> None:
    """The newest are looked at first, and how many were not is said."""
    left = iter([True, False])
    found = told((ENDS, "7", Way.ASK), (CLOSES, "7", Way.ASK), may_go_on=lambda: next(left))
    assert found == Changes((Differing(CLOSES, "answered", "disputed"),), (), 1, 2)


def test_what_was_erased_or_is_older_is_not_asked_again(desk: AskingDesk, log: SqlCitationLog) -> None:
    """A question that is gone cannot be named."""
    desk.ask(Asking(CLOSES, "somebody", Way.ASK, "7", "70"))
    assert [one.question for one in asked_since(log, "7", _LONG_AGO)] == [CLOSES]
    assert asked_since(log, "7", datetime.now(UTC) + timedelta(minutes=1)) == []
