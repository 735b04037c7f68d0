"""Replaying: what was answered is answered again, byte for byte, or it is said why it cannot be."""

from collections.abc import Callable

import pytest

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered
from bot.citation_log.events import Draft, Event
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk
from bot.desk.replaying import Opened, Replay, Replayed, replay
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.errors import AnswerErasedError
from bot.wiring import open_service
from tests.bot.desk.conftest import ARTICLES, PROGRAM, Built

OPENING, CLOSING = "When does the fair open?", "When does the fair close?"
ASKED = [
    f"{before}{question}"
    for question in (
        OPENING,
        CLOSING,
        "Who will greet the guests?",
        "Who is the mayor?",
        "What is baked at night?",
        "Who said that the fair opens on May 4?",
        "Does the fair open on May 3?",
        "How many guests are there?",
        "Who is the king of Norway?",
        "Why is bread baked?",
    )
    for before in ("", "Please tell me: ", "Hello. ")
]

Again = Callable[[Event], Replay]


def _only(service: AnswerService) -> Opened:
    """Open the index version of *service*, and no other."""
    return lambda version: service if version == service.index.version else None


@pytest.fixture
def again(service: AnswerService, log: SqlCitationLog) -> Again:
    """Replay an event where nothing has changed since."""
    return lambda event: replay(event, log, _only(service), PROGRAM.settings)


def test_answers_are_the_same(service: AnswerService, log: SqlCitationLog, again: Again) -> None:
    """Each is given again byte for byte, under the rulings of its time, and resolves to itself from the log alone.

    `make bench` replays a hundred, with the trained reader.
    """
    desk = AskingDesk(service, log, PROGRAM)
    entries = [desk.ask(Asking(question, "ann", server="7")) for question in ASKED[:15]]
    retracted = Retracted(quotes=((0, 0),))
    ReviewingDesk(service, log).rule(entries[0].number, "7", "bob", "retracted", retracted=retracted)
    entries += [desk.ask(Asking(question, "ann", server="7")) for question in (*ASKED[15:], *ASKED[:1])]
    assert len(entries) == 31
    outcomes = {entry.answer.outcome for entry in entries}
    assert outcomes >= {Outcome.ANSWERED, Outcome.DISPUTED, Outcome.NOT_IN_SOURCES}
    assert entries[0].answer != entries[-1].answer
    for entry in entries:
        assert again(log.event(entry.number)) == Replay(entry.number, Replayed.SAME)
        assert desk.shown(entry.number) == entry


def test_another_answer_is_told_by_its_fields(
    service: AnswerService, log: SqlCitationLog, again: Again
) -> None:
    """Which of them are not the same, as programs are given them."""
    desk = AskingDesk(service, log, PROGRAM)
    event = log.event(desk.ask(Asking(OPENING)).number)
    other = log.event(desk.ask(Asking(CLOSING)).number)
    assert isinstance(event.detail, Answered)
    forged = log.append(
        Draft(other.detail, outcome=other.outcome, personal=event.personal, quoted=other.quoted)
    )
    assert again(forged) == Replay(
        forged.number,
        Replayed.OTHER,
        ("outcome", "relation", "versions", "disagreement", "citations"),
    )
    SqlForgetting(log).purge("gazette")
    assert again(log.event(forged.number)) == Replay(forged.number, Replayed.OTHER)


def test_what_cannot_be_replayed_is_told_why(service: AnswerService, log: SqlCitationLog) -> None:
    """The index version is gone, the reader or the settings are others, or the question was erased."""
    number = AskingDesk(service, log, PROGRAM).ask(Asking(OPENING, "ann")).number
    here = _only(service)
    assert (
        replay(log.event(number), log, lambda _version: None, PROGRAM.settings).result is Replayed.INDEX_GONE
    )
    assert replay(log.event(number), log, here, "others").result is Replayed.OTHER_READER
    SqlForgetting(log).erase("ann")
    assert replay(log.event(number), log, here, PROGRAM.settings).result is Replayed.QUESTION_GONE


def test_an_answer_is_replayed_on_the_index_of_its_time(built: Built, log: SqlCitationLog) -> None:
    """What the articles say by now does not matter."""
    settings = built()
    before = open_service(settings)
    number = AskingDesk(before, log, PROGRAM).ask(Asking(OPENING)).number
    built({**ARTICLES, "herald": "Nothing is said here."}, settings.index.directory.parent)
    after = open_service(settings)
    assert after.index.version != before.index.version
    services = {service.index.version: service for service in (before, after)}
    assert replay(log.event(number), log, services.get, PROGRAM.settings).result is Replayed.SAME
    assert after.answer(OPENING) != before.answer(OPENING)


def test_another_reader_is_told(service: AnswerService, log: SqlCitationLog, built: Built) -> None:
    """Its answers would differ for a reason that is no fault of the log."""
    number = AskingDesk(service, log, PROGRAM).ask(Asking(OPENING)).number
    retrained = open_service(built())
    retrained.fingerprint = f"{service.fingerprint}, retrained"
    result = replay(log.event(number), log, _only(retrained), PROGRAM.settings)
    assert result == Replay(number, Replayed.OTHER_READER)


def test_only_answers_can_be_replayed(desk: AskingDesk, log: SqlCitationLog, again: Again) -> None:
    """A delivery is no answer."""
    delivered = desk.delivered(desk.ask(Asking(OPENING)).number)
    with pytest.raises(AnswerErasedError):
        again(log.event(delivered.number))
    assert len(log.find(Query(), 10)) == 2
