"""What moderators look at: their own server's, and of private answers those that were reported."""

from datetime import UTC, datetime

import pytest

from bot.citation_log.events import Delivered, Draft
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.access import Viewer, Way
from bot.desk.asking import AskingDesk
from bot.desk.cases import CasesDesk
from bot.desk.checking import CheckingDesk
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.errors import UnknownEventError

HERE, THERE = "7", "8"
OPENING, CLOSING, UNSAID = "When does the fair open?", "When does the fair close?", "Who built the harbour?"


def _asked(desk: AskingDesk, question: str, server: str | None = HERE, way: Way = Way.ASK) -> int:
    return desk.ask(Asking(question, "a member", way, server, "70")).number


def test_a_case_is_an_answer_with_all_that_became_of_it(
    desk: AskingDesk, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """Found by its own number, by a report's and by a ruling's; where it was shown is in it."""
    number = _asked(desk, OPENING)
    desk.delivered(number, "900")
    report = reviewing.report(number, HERE, "another", "wrong_quote", "No.").number
    log.append(Draft(Delivered(message="901", channel="71"), about=report, server=HERE))
    ruling = reviewing.rule(
        number, HERE, "m", "retracted", retracted=Retracted(quotes=((1, 0),)), report=report
    )
    cases = CasesDesk(log)
    case = cases.case(number, HERE)
    assert (case.question, case.message, case.channel, case.is_private) == (OPENING, "900", "70", False)
    assert [one.number for one in (*case.reports, *case.rulings)] == [report, ruling.number]
    assert case.reviewed.struck == {(1, 0)}
    assert case.waiting == []
    assert cases.case(report, HERE) == cases.case(ruling.number, HERE) == case
    assert cases.card_of(report) == ("71", "901")
    assert cases.card_of(number) is None


def test_many_reports_hide_no_ruling(desk: AskingDesk, reviewing: ReviewingDesk, log: SqlCitationLog) -> None:
    """What was taken back stays so, and where it was shown stays known, however often it is reported afterwards."""
    number = _asked(desk, OPENING)
    desk.delivered(number, "900")
    ruling = reviewing.rule(number, HERE, "m", "retracted", retracted=Retracted(quotes=((1, 0),)))
    for _ in range(501):
        reviewing.report(number, HERE, "another", "other")
    case = CasesDesk(log).case(number, HERE)
    given = CheckingDesk(log).given(number, Viewer("another", HERE, "70"))
    assert (case.message, case.rulings, given.rulings) == ("900", (ruling,), (ruling,))
    assert case.reviewed.struck == given.reviewed.struck == {(1, 0)}


def test_another_servers_cases_are_not_there(
    desk: AskingDesk, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """Nor are direct messages; neither their numbers, nor their words, nor their counts tell of them."""
    cases = CasesDesk(log)
    numbers = [_asked(desk, OPENING, THERE), _asked(desk, OPENING, None, Way.DIRECT_MESSAGE)]
    report = reviewing.report(numbers[0], THERE, "another", "other").number
    for number in (*numbers, report, 99):
        with pytest.raises(UnknownEventError):
            cases.case(number, HERE)
    assert cases.search(HERE, "fair", 9) == []
    assert cases.queue(HERE) == []
    counts = cases.counts(HERE, datetime(2024, 1, 1, tzinfo=UTC))
    assert (counts.outcomes, counts.reports, counts.waiting, counts.verdicts) == ({}, 0, 0, {})


def test_private_answers_are_cases_once_reported(
    desk: AskingDesk, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """Until then neither their number nor their words find them."""
    cases = CasesDesk(log)
    public, private = _asked(desk, OPENING), _asked(desk, CLOSING, way=Way.ASK_PRIVATE)
    assert [one.number for one in cases.search(HERE, "fair", 9)] == [public]
    with pytest.raises(UnknownEventError):
        cases.case(private, HERE)
    reviewing.report(private, HERE, "a member", "other")
    assert cases.case(private, HERE).is_private
    assert [one.number for one in cases.search(HERE, "fair", 9)] == [private, public]


def test_what_is_counted(desk: AskingDesk, reviewing: ReviewingDesk, log: SqlCitationLog) -> None:
    """Questions by what came of them, reports, those that wait, rulings by what they decided."""
    number = _asked(desk, OPENING)
    _asked(desk, UNSAID)
    for text in ("one", "two"):
        reviewing.report(number, HERE, "another", "other", text)
    first, second = CasesDesk(log).queue(HERE)
    reviewing.rule(number, HERE, "m", "ignored", report=first.number)
    counts = CasesDesk(log).counts(HERE, datetime(2024, 1, 1, tzinfo=UTC))
    assert counts.outcomes == {"disputed": 1, "not_in_sources": 1}
    assert (counts.reports, counts.waiting, counts.verdicts) == (2, 1, {"ignored": 1})
    assert CasesDesk(log).queue(HERE) == [second]
