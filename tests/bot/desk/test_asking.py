"""Asking: nothing is shown that was not written down first, and what is written down suffices to show it again."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Draft, Event, Failed, KeptText, Kind
from bot.citation_log.identities import person_of
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events
from bot.desk.asking import AskingDesk, digest_of
from bot.errors import AnswerErasedError, LogUnavailableError, QuestionError, UnknownEventError
from bot.wiring import open_service
from tests.bot.desk.conftest import ARTICLES, PROGRAM, Built
from tests.logged_answers import KEY

OPENING, UNKNOWN = "When does the fair open?", "Who is the king of Norway?"
MEMBER, SERVER, CHANNEL = "4200000000000000017", "7700000000000000001", "8800000000000000002"


class FullDisk:
    """A log that can be read, holds nothing, and takes nothing any more."""

    def append(self, draft: Draft) -> Event:
        """Fail, whatever is to be written."""
        raise LogUnavailableError.writing(OSError(f"no room for {draft.kind}"))

    def event(self, number: int) -> Event:
        """Find no event."""
        raise UnknownEventError(number)

    def check_writable(self) -> None:
        """Say that there is no room."""
        raise LogUnavailableError.writing(OSError("no room"))

    def find(self, query: Query, limit: int) -> list[Event]:  # noqa: ARG002 - the protocol's
        """Find no events."""
        return []

    def text(self, version: str) -> KeptText | None:  # noqa: ARG002 - the protocol's
        """Find no text."""
        return None


def _asking(question: str = OPENING, way: str = "/ask", server: str | None = SERVER) -> Asking:
    return Asking(question, person_of(KEY, MEMBER), way, server, CHANNEL)


def _detail(log: SqlCitationLog, number: int) -> Answered:
    detail = log.event(number).detail
    assert isinstance(detail, Answered)
    return detail


def test_the_answer_is_on_record_when_it_is_returned(desk: AskingDesk, log: SqlCitationLog) -> None:
    """Whoever holds an answer can look it up under its number, with the same spans."""
    entry = desk.ask(_asking())
    assert entry.answer == desk.service.answer(OPENING)
    assert entry.answer.outcome is Outcome.DISPUTED
    event = log.event(entry.number)
    assert (event.kind, event.outcome, event.about) == (Kind.ANSWERED, "disputed", None)
    assert log.find(Query(), 10) == [event]


def test_what_cannot_be_written_is_not_returned(service: AnswerService) -> None:
    """An answer that the log does not take is never shown."""
    with pytest.raises(LogUnavailableError) as caught:
        AskingDesk(service, FullDisk(), PROGRAM).ask(_asking())
    assert caught.value.user_message == (
        "The citation log cannot be written (no room for answered), so nothing is shown; "
        "try again, or see CROSSCITE_LOG_DATABASE."
    )


def test_a_question_that_cannot_be_taken_leaves_no_trace(desk: AskingDesk, log: SqlCitationLog) -> None:
    """What was not answered is not an event."""
    with pytest.raises(QuestionError):
        desk.ask(_asking("  "))
    assert log.find(Query(), 10) == []


def test_who_asked_is_a_keyed_hash(desk: AskingDesk, log: SqlCitationLog) -> None:
    """A member's id is nowhere in the log; who has the key can find theirs."""
    number = desk.ask(_asking()).number
    event = log.event(number)
    assert event.person == person_of(KEY, MEMBER)
    assert MEMBER not in repr(event)
    assert log.find(Query(person=person_of(KEY, MEMBER)), 10) == [event]
    assert log.find(Query(person=person_of(bytes(32), MEMBER)), 10) == []


def test_a_channel_is_personal_only_in_a_direct_message(desk: AskingDesk, log: SqlCitationLog) -> None:
    """A direct message's channel is one member's own; a server's is everybody's, and says where a quote was shown."""
    there = log.event(desk.ask(_asking()).number)
    assert (there.server, there.personal) == (SERVER, {"question": OPENING})
    assert (_detail(log, there.number).channel, _detail(log, there.number).way) == (CHANNEL, "/ask")
    direct = log.event(desk.ask(_asking(way="message", server=None)).number)
    assert (direct.server, direct.personal) == (None, {"question": OPENING, "channel": CHANNEL})
    assert (_detail(log, direct.number).channel, _detail(log, direct.number).way) == (None, "message")


def test_everything_the_answer_came_from_is_recorded(desk: AskingDesk, log: SqlCitationLog) -> None:
    """Passages with their scores, spans, fingerprints and the program's version: enough to ask again and compare."""
    entry = desk.ask(_asking())
    detail, index = _detail(log, entry.number), desk.service.index
    found = desk.service.consider(OPENING)
    assert detail.articles == tuple((name, index.article(name).version) for name in sorted(ARTICLES))
    assert [(one.paragraph_id, one.score) for one in detail.retrieved] == [
        (passage.paragraph.id, round(passage.score, 6)) for passage in found.passages
    ]
    assert [
        [
            (quote.paragraph_id, quote.start, quote.end, quote.highlights, quote.citation)
            for quote in one.quotes
        ]
        for one in detail.versions
    ] == [
        [
            (quote.paragraph.id, quote.start, quote.end, quote.highlights, quote.citation)
            for quote in version.quotes
        ]
        for version in entry.answer.versions
    ]
    places = [(one.article, one.paragraph, one.paragraph_id) for one in detail.retrieved]
    places += [
        (quote.article, quote.paragraph, quote.paragraph_id)
        for version in detail.versions
        for quote in version.quotes
    ]
    for article, number, paragraph_id in places:
        assert index.article(detail.articles[article][0]).paragraphs[number - 1].id == paragraph_id
    assert detail.relation == "rival"
    assert detail.disagreement is not None
    assert (detail.disagreement.pairs, detail.disagreement.rule) == (((0, 1),), "the dates differ in the day")
    assert (detail.index_version, detail.reader) == (index.version, desk.service.fingerprint)
    assert (detail.settings, detail.code_version, detail.rulings) == (PROGRAM.settings, PROGRAM.version, 0)
    assert detail.sha256 == digest_of(entry.answer)


def test_waiting_and_answering_are_timed_apart(service: AnswerService, log: SqlCitationLog) -> None:
    """A slow reader and a long queue are told apart, in milliseconds."""
    ticks: Iterator[float] = iter([10.0, 10.2503])
    desk = AskingDesk(service, log, PROGRAM, lambda: next(ticks))
    number = desk.ask(_asking(), waited=1.5).number
    assert _detail(log, number).timings == {"waited": 1500.0, "answered": 250.3}


def test_no_word_of_a_member_or_an_article_stays_in_the_detail(desk: AskingDesk, log: SqlCitationLog) -> None:
    """What stays for good can neither tell who asked what, nor quote an article that was taken down."""
    for question in (OPENING, "When does the fair close?", "Who will greet the guests?", UNKNOWN):
        desk.ask(_asking(question, server=None))
    with log.engine.connect() as connection:
        kept = [str(value) for row in connection.execute(select(events)) for value in row]
    for word in (
        *("fair", "May", "2024-05", "OSLO", "Oslo", "Ana Holm", "guests", "harbour", "Bread"),
        *("king", "Norway", "When", MEMBER, person_of(KEY, MEMBER), CHANNEL),
    ):
        assert not [text for text in kept if word in text], word


def test_a_digest_tells_nothing_about_the_question(desk: AskingDesk) -> None:
    """The hash stays when the question is erased, so nobody can check a guess against it."""
    answer = desk.service.answer(OPENING)
    assert digest_of(answer) == digest_of(replace(answer, question="Was it something else?"))
    unanswered = (desk.service.answer(question) for question in (UNKNOWN, "Who is the queen of Spain?"))
    assert len({digest_of(answer) for answer in unanswered}) == 1


def test_a_digest_is_of_everything_else(desk: AskingDesk) -> None:
    """It is the hash of what programs are given, so that any other answer has another."""
    answer = desk.service.answer(OPENING)
    others = [
        replace(answer, versions=answer.versions[:1]),
        replace(answer, versions=answer.versions[::-1]),
        replace(answer, disagreement=None),
        replace(answer, index_version="another"),
        replace(answer, citations=answer.citations[:1]),
    ]
    assert len({digest_of(one) for one in (answer, *others)}) == len(others) + 1
    assert len(digest_of(answer)) == len(hashlib.sha256().hexdigest())


def test_what_became_of_an_answer_is_written_beside_it(desk: AskingDesk, log: SqlCitationLog) -> None:
    """Its message, or why there is none, is an event about it."""
    number = desk.ask(_asking()).number
    shown, failed = desk.delivered(number, "99"), desk.failed(number, "Discord did not answer.")
    assert (shown.detail, failed.detail) == (
        Delivered(message="99"),
        Failed(reason="Discord did not answer."),
    )
    assert log.find(Query(about=number), 10) == [failed, shown]


@pytest.mark.parametrize(
    "question", [OPENING, "When does the fair close?", "Who will greet the guests?", UNKNOWN]
)
def test_an_answer_is_shown_again_from_the_log(desk: AskingDesk, question: str) -> None:
    """It is equal in every field to the one that was given, related passages and citations too."""
    entry = desk.ask(_asking(question))
    assert desk.shown(entry.number) == entry


def test_an_answer_outlives_its_article_in_the_index(built: Built, log: SqlCitationLog) -> None:
    """What was shown can be shown as it was when the index has moved on without the article."""
    settings = built()
    entry = AskingDesk(open_service(settings), log, PROGRAM).ask(_asking())
    rest = {name: text for name, text in ARTICLES.items() if name != "herald"}
    built(rest, settings.index.directory.parent)
    later = AskingDesk(open_service(settings), log, PROGRAM)
    assert later.service.answer(OPENING).outcome is Outcome.ANSWERED
    assert later.shown(entry.number) == entry
    assert "Friday, May 3" in [version.text for version in later.shown(entry.number).answer.versions]


def test_only_an_answer_can_be_shown(desk: AskingDesk) -> None:
    """What is not there, or is no answer, is refused with a sentence."""
    number = desk.ask(_asking()).number
    with pytest.raises(UnknownEventError):
        desk.shown(number + 1)
    with pytest.raises(AnswerErasedError):
        desk.shown(desk.delivered(number).number)


def test_a_question_is_kept_as_it_was_answered(desk: AskingDesk, log: SqlCitationLog) -> None:
    """Signs that no database takes come back unchanged; blanks around the question are no part of it."""
    question = "When does the fair open, \x00 “Zoë” 🚢?"
    entry = desk.ask(_asking(f" {question}\n"))
    assert log.event(entry.number).personal == {"question": question}
    assert desk.shown(entry.number) == entry
