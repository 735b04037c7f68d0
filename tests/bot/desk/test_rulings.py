"""Rulings from the log: which hold where, until when, and what ends them."""

from bot.answering.answers import Answer, Outcome
from bot.answering.service import AnswerService
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.desk.rulings import Rulings
from bot.settings import Settings
from bot.wiring import open_service
from tests.bot.desk.conftest import ARTICLES, PROGRAM, Built

OPENING = "When does the fair open?"
SERVER = "7"
SECOND_VERSION = Retracted(quotes=((1, 0),))


def _ask(service: AnswerService, log: SqlCitationLog) -> Answer:
    return AskingDesk(service, log, PROGRAM).ask(Asking(OPENING, server=SERVER)).answer


def _retracted(service: AnswerService, log: SqlCitationLog) -> int:
    number = AskingDesk(service, log, PROGRAM).ask(Asking(OPENING, server=SERVER)).number
    ReviewingDesk(service, log).rule(number, SERVER, "a moderator", "retracted", retracted=SECOND_VERSION)
    return number


def _values(answer: Answer) -> list[str | None]:
    return [version.value for version in answer.versions]


def _edited(built: Built, settings: Settings, **edits: str) -> AnswerService:
    built({**ARTICLES, **edits}, settings.index.directory.parent)
    return open_service(settings)


def test_no_ruling_is_number_zero(log: SqlCitationLog) -> None:
    """A log without rulings holds none, for anybody."""
    rulings = Rulings(log)
    assert (rulings.newest(), rulings.until(0, None), rulings.until(0, SERVER)) == (0, [], [])


def test_another_process_s_ruling_is_heeded_at_once(service: AnswerService, log: SqlCitationLog) -> None:
    """Rulings that were read are read again when the log holds a newer one."""
    reader, writer = AskingDesk(service, log, PROGRAM), ReviewingDesk(service, log)
    first = reader.ask(Asking(OPENING, server=SERVER))
    writer.rule(first.number, SERVER, "a moderator", "retracted", retracted=SECOND_VERSION)
    assert _values(reader.ask(Asking(OPENING, server=SERVER)).answer) == ["2024-05-04"]
    writer.rule(first.number, SERVER, "a moderator", "upheld")
    assert _values(reader.ask(Asking(OPENING, server=SERVER)).answer) == ["2024-05-04", "2024-05-03"]


def test_rulings_of_the_past_are_those_of_the_past(service: AnswerService, log: SqlCitationLog) -> None:
    """What held up to some event is told as it was then, also after newer ones were read."""
    rulings = Rulings(log)
    number = _retracted(service, log)
    assert len(rulings.until(rulings.newest(), SERVER)) == 1
    desk = ReviewingDesk(service, log)
    for _ in range(2):
        desk.rule(number, SERVER, "a moderator", "retracted", retracted=SECOND_VERSION)
    assert rulings.newest() == 4
    assert [len(rulings.until(event, SERVER)) for event in (4, 3, 2, 1, 0)] == [3, 2, 1, 0, 0]
    assert rulings.until(4, None) == rulings.until(4, "8") == []


def test_a_ruling_ends_when_the_paragraph_changes(built: Built, log: SqlCitationLog) -> None:
    """The moderator decided on other words; an edit of another paragraph of that article ends nothing."""
    settings = built()
    _retracted(open_service(settings), log)
    elsewhere = _edited(built, settings, herald=ARTICLES["herald"].replace("Bread", "Rye bread"))
    assert _values(_ask(elsewhere, log)) == ["2024-05-04"]
    there = _edited(built, settings, herald=ARTICLES["herald"].replace("OSLO", "Oslo"))
    answer = _ask(there, log)
    assert answer.outcome is Outcome.DISPUTED
    assert _values(answer) == ["2024-05-04", "2024-05-03"]
    assert _values(_ask(_edited(built, settings), log)) == ["2024-05-04"]


def test_a_ruling_ends_with_the_reader(service: AnswerService, built: Built, log: SqlCitationLog) -> None:
    """Another reader, or the same one under other settings, may be right where that one was wrong."""
    _retracted(service, log)
    again = open_service(built())
    assert again.fingerprint == service.fingerprint
    assert _values(_ask(again, log)) == ["2024-05-04"]
    again.fingerprint = f"{service.fingerprint}, retrained"
    assert _values(_ask(again, log)) == ["2024-05-04", "2024-05-03"]


def test_a_question_that_was_erased_means_nothing(service: AnswerService, log: SqlCitationLog) -> None:
    """Ruling on it is possible, but reaches no other question: nobody knows what it was."""
    number = AskingDesk(service, log, PROGRAM).ask(Asking(OPENING, "a member", server=SERVER)).number
    SqlForgetting(log).erase("a member")
    desk = ReviewingDesk(service, log)
    event = desk.rule(number, SERVER, "a moderator", "retracted", retracted=SECOND_VERSION)
    (ruling,) = Rulings(log).until(event.number, SERVER)
    assert (ruling.meaning.form, ruling.meaning.vector) == ("", b"")
    assert _values(_ask(service, log)) == ["2024-05-04", "2024-05-03"]
