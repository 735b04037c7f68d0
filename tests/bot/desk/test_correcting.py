"""Corrections: only what is in the index can be quoted, and the next asker of the same question gets it."""

from collections.abc import Callable

import pytest

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Entry
from bot.desk.cases import CasesDesk
from bot.desk.correcting import CorrectingDesk
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.errors import RulingError
from tests.logged_answers import verified

HERE, THERE, MODERATOR = "7", "8", "a moderator's hash"
OPENING, GREETING, UNSAID = "When does the fair open?", "Who will greet the guests?", "Who built the harbour?"
BOTH = Retracted(quotes=((0, 0), (0, 1), (1, 0)))

Ask = Callable[..., Entry]


@pytest.fixture
def ask(desk: AskingDesk) -> Ask:
    """Ask in a server; about the opening unless told otherwise."""
    return lambda question=OPENING, server=HERE: desk.ask(Asking(question, "a member", server=server))


@pytest.fixture
def correcting(service: AnswerService) -> CorrectingDesk:
    """The desk that offers what can be quoted."""
    return CorrectingDesk(service)


@pytest.fixture
def correction(ask: Ask, reviewing: ReviewingDesk, correcting: CorrectingDesk, log: SqlCitationLog) -> Event:
    """A ruling by which what nothing said is answered with the mayor's greeting."""
    number = ask(UNSAID).number
    offered = correcting.paragraph("courier", 2)
    assert offered is not None
    correction = correcting.correction(log.event(number), offered, 0, 0)
    return reviewing.rule(number, HERE, MODERATOR, "corrected", correction=correction)


def _quoted(entry: Entry) -> list[str]:
    return [quote.text for version in entry.answer.versions for quote in version.quotes]


def test_a_correction_takes_the_place_of_what_it_corrects(
    ask: Ask, reviewing: ReviewingDesk, correcting: CorrectingDesk, log: SqlCitationLog
) -> None:
    """The same question, in these or other words, gets the chosen sentence there, elsewhere the old answer."""
    number = ask().number
    offered = correcting.paragraph("herald", 1)
    assert offered is not None
    correction = correcting.correction(log.event(number), offered, 0, 0)
    assert correction.chosen.paragraph == 1
    reviewing.rule(number, HERE, MODERATOR, "corrected", retracted=BOTH, correction=correction)
    for question in (OPENING, "On what day does the fair open?"):
        entry = ask(question)
        assert _quoted(entry) == [offered.paragraph.text]
        assert entry.answer.outcome is Outcome.ANSWERED
    assert ask(server=THERE).answer.outcome is Outcome.DISPUTED
    assert ask("When does the fair close?").answer.outcome is Outcome.ANSWERED
    assert verified(log).findings == ()


@pytest.mark.usefixtures("correction")
def test_a_correction_can_say_what_nothing_said(ask: Ask) -> None:
    """A question that was not answered gets the sentences that a moderator found, as they stand there."""
    assert _quoted(ask(UNSAID)) == ["The mayor, Ana Holm, will greet the guests."]


def test_what_was_chosen_can_be_taken_back(ask: Ask, reviewing: ReviewingDesk, correction: Event) -> None:
    """Retracting the corrected answer, or upholding the first one, leaves nothing of the choice."""
    answer = correction.about
    assert answer is not None
    corrected = ask(UNSAID)
    reviewing.rule(corrected.number, HERE, MODERATOR, "retracted", retracted=Retracted(quotes=((0, 0),)))
    assert ask(UNSAID).answer.outcome is Outcome.NOT_IN_SOURCES
    reviewing.rule(corrected.number, HERE, MODERATOR, "upheld")
    assert _quoted(ask(UNSAID)) == _quoted(corrected)
    reviewing.rule(answer, HERE, MODERATOR, "upheld")
    assert ask(UNSAID).answer.outcome is Outcome.NOT_IN_SOURCES


def test_nothing_else_can_be_chosen(
    ask: Ask, reviewing: ReviewingDesk, correcting: CorrectingDesk, log: SqlCitationLog
) -> None:
    """No paragraph that is not there, no sentence that it does not have, and no correction without one."""
    event = log.event(ask().number)
    assert correcting.paragraph("herald", 4) is None
    assert correcting.paragraph("herald", 0) is None
    assert correcting.paragraph("nothing", 1) is None
    offered = correcting.paragraph("herald", 2)
    assert offered is not None
    for first, last in ((0, 1), (-1, 0), (1, 0)):
        with pytest.raises(RulingError):
            correcting.correction(event, offered, first, last)
    with pytest.raises(RulingError):
        reviewing.rule(event.number, HERE, MODERATOR, "corrected", retracted=BOTH)
    correction = correcting.correction(event, offered, 0, 0)
    with pytest.raises(RulingError):
        reviewing.rule(event.number, HERE, MODERATOR, "upheld", correction=correction)
    assert log.find(Query(kinds=(Kind.RULED,)), 1) == []


def test_what_is_offered(ask: Ask, correcting: CorrectingDesk, log: SqlCitationLog) -> None:
    """What was read for the answer, best first, without repetition; or what is nearest to some words."""
    event = log.event(ask(GREETING).number)
    read = correcting.read_for(event, 5)
    assert read[0].paragraph.text == "The mayor, Ana Holm, will greet the guests."
    assert len({one.paragraph.id for one in read}) == len(read)
    assert correcting.found_by("bread baked at night", 3)[0].paragraph.text == "Bread is baked at night."


def test_a_correction_is_shown_from_the_log_alone(correction: Event, log: SqlCitationLog) -> None:
    """As long as its article was not taken down; then neither the log nor its verification misses a word."""
    cases = CasesDesk(log)
    found = cases.chosen(correction)
    assert found is not None
    assert found[0].text == "The mayor, Ana Holm, will greet the guests."
    assert found[1].article_id == "courier"
    assert verified(log).findings == ()
    SqlForgetting(log).purge("courier")
    assert cases.chosen(log.event(correction.number)) is None
    assert verified(log).findings == ()
