"""Forgetting: a member's words and an article's text leave the log, and what stays still verifies."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.events import Erased, Expired, Purged
from bot.citation_log.identities import person_of
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk
from bot.desk.forgetting import ForgettingDesk
from bot.desk.gaps import gaps
from bot.desk.reviewing import ReviewingDesk
from bot.errors import AnswerErasedError
from tests.bot.desk.conftest import PROGRAM
from tests.logged_answers import KEY, verified

MEMBER, OTHER = 17, 18
OPENING, CLOSING, UNKNOWN = (
    "When does the fair open?",
    "When does the fair close?",
    "Who is the king of Norway?",
)
TODAY = datetime(2026, 5, 31, tzinfo=UTC)


@pytest.fixture
def forgetting(log: SqlCitationLog) -> ForgettingDesk:
    """The desk that forgets, with the key that the members' ids were hashed with."""
    return ForgettingDesk(log, SqlForgetting(log), KEY)


def _asking(question: str = OPENING, member: int = MEMBER) -> Asking:
    return Asking(question, person_of(KEY, member), "/ask", "7")


def test_everything_that_a_member_said_goes(
    desk: AskingDesk,
    reviewing: ReviewingDesk,
    forgetting: ForgettingDesk,
    log: SqlCitationLog,
    tmp_path: Path,
) -> None:
    """Questions, reports and notes lose their words and whose they were; others keep theirs."""
    number = desk.ask(_asking()).number
    reviewing.report(number, "7", person_of(KEY, MEMBER), "wrong_quote", "It is not so.")
    reviewing.rule(number, "7", person_of(KEY, MEMBER), "ignored", note="It is.")
    kept = log.event(desk.ask(_asking(member=OTHER)).number)
    event = forgetting.forget(MEMBER)
    assert event.detail == Erased(records=(1, 2, 3))
    for gone in map(log.event, (1, 2, 3)):
        assert (gone.person, gone.personal) == (None, None)
    assert log.event(kept.number) == kept
    assert log.find(Query(person=person_of(KEY, MEMBER)), 10) == []
    assert log.find(Query(words="fair"), 10) == [kept]
    assert verified(log, tmp_path / "anchors.jsonl").findings == ()


def test_an_answer_outlives_its_question(desk: AskingDesk, forgetting: ForgettingDesk) -> None:
    """What was cited stays on record; only who asked what does not."""
    entry = desk.ask(_asking())
    forgetting.forget(MEMBER)
    again = desk.shown(entry.number).answer
    assert again.question == ""
    assert again.versions == entry.answer.versions


def test_forgetting_nobody_is_on_record_too(forgetting: ForgettingDesk, log: SqlCitationLog) -> None:
    """A member who left nothing is told so by an event, and a second time does no harm."""
    assert [forgetting.forget(str(MEMBER)).detail for _ in range(2)] == [Erased(records=())] * 2
    assert len(log.find(Query(), 10)) == 2


def test_an_id_is_the_same_as_text_and_as_number(desk: AskingDesk, forgetting: ForgettingDesk) -> None:
    """Discord gives numbers, the terminal text; both mean one member."""
    desk.ask(_asking())
    assert forgetting.forget(str(MEMBER)).detail == Erased(records=(1,))


def test_words_expire_by_the_day(service: AnswerService, log: SqlCitationLog) -> None:
    """What is older than so many days goes, what is exactly that old stays, and the answers stay."""
    moments: Iterator[datetime] = iter(TODAY - timedelta(days=days) for days in (40, 31, 30, 1, 0))
    dated = SqlCitationLog(log.engine, now=lambda: next(moments))
    desk = AskingDesk(service, dated, PROGRAM)
    for _ in range(4):
        desk.ask(_asking())
    event = ForgettingDesk(dated, SqlForgetting(dated), KEY).expire(TODAY, 30)
    assert event is not None
    assert event.detail == Expired(before=int((TODAY - timedelta(days=30)).timestamp()) * 10**6, count=2)
    assert [log.event(number).personal is None for number in (1, 2, 3, 4)] == [True, True, False, False]
    assert ForgettingDesk(log, SqlForgetting(log), KEY).expire(TODAY, 30) is None
    assert desk.shown(1).answer.versions == desk.shown(4).answer.versions


def test_a_purge_names_the_messages_that_still_show_the_article(
    desk: AskingDesk, forgetting: ForgettingDesk, log: SqlCitationLog, tmp_path: Path
) -> None:
    """They must be edited; an answer that was never shown, or quotes others alone, has none."""
    shown, edited, unsent = (desk.ask(_asking()).number for _ in range(3))
    desk.delivered(shown, "901")
    desk.delivered(edited, "902")
    desk.delivered(edited, "903")
    desk.failed(unsent, "Discord did not answer.")
    terminal = desk.ask(_asking()).number
    desk.delivered(terminal)
    other = desk.ask(_asking(CLOSING)).number  # of the herald and the gazette
    desk.delivered(other, "904")
    event, messages = forgetting.purge("courier")
    assert event is not None
    assert isinstance(event.detail, Purged)
    assert (event.detail.article, event.detail.records) == ("courier", (shown, edited, unsent, terminal))
    assert messages == {shown: "901", edited: "903"}
    for number in (shown, edited, unsent, terminal):
        with pytest.raises(AnswerErasedError):
            desk.shown(number)
    assert desk.shown(other).answer.versions[0].value == "2024-05-09"
    assert verified(log, tmp_path / "anchors.jsonl").findings == ()


def test_a_purged_text_is_gone(desk: AskingDesk, forgetting: ForgettingDesk, log: SqlCitationLog) -> None:
    """No version of the article can be read from the log; those of others can."""
    desk.ask(_asking())
    article = desk.service.index.article
    assert log.text(article("herald").version) is not None
    forgetting.purge("herald")
    assert log.text(article("herald").version) is None
    kept = log.text(article("courier").version)
    assert kept is not None
    assert kept.body == article("courier").body


def test_purging_what_is_not_there_does_nothing(
    desk: AskingDesk, forgetting: ForgettingDesk, log: SqlCitationLog
) -> None:
    """No event tells of it, and a second purge finds nothing either."""
    assert forgetting.purge("herald") == (None, {})
    desk.ask(_asking())
    assert forgetting.purge("no such article") == (None, {})
    assert forgetting.purge("herald")[0] is not None
    assert forgetting.purge("herald") == (None, {})
    assert len(log.find(Query(), 10)) == 2


def test_a_forgotten_question_is_no_gap(
    desk: AskingDesk, forgetting: ForgettingDesk, log: SqlCitationLog
) -> None:
    """Editors no longer see what a member asked in vain."""
    desk.ask(_asking(UNKNOWN))
    forgetting.forget(MEMBER)
    assert gaps(log, desk.service.index.embedder, server="7") == []
