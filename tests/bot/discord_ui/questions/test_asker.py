"""A question on its way: what is written down, what is shown, and that nobody is left without a word."""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import cast

import pytest

from bot.answering.service import AnswerService, Considered
from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Draft, Event, Failed, Kind
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.access import Way
from bot.desk.asking import AskingDesk, Program
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.desks import Desks
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.asker import Asker
from bot.discord_ui.questions.owed import Address
from bot.discord_ui.questions.owed import Kind as AddressKind
from bot.discord_ui.questions.replies import NotShownError
from bot.discord_ui.waiting.pool import Pool
from bot.discord_ui.words.language import Language
from bot.errors import LogUnavailableError
from index.errors import EmbeddingError, IndexMissingError
from tests.bot.discord_ui.conftest import KEY, no_index, serving_on
from tests.one_answer import WORDS, OneAnswer

QUESTION = "What does the ticket cost?"
MEMBER = 4_200_000_000_000_000_017


class Shown:
    """A reply that keeps what it was told to show, unless Discord takes nothing."""

    address = Address(AddressKind.MESSAGE, 88, "99")

    def __init__(self, refusing: str = "") -> None:
        self.cards: list[Card] = []
        self._refusing = refusing

    async def show(self, card: Card) -> str:
        """Show a card."""
        if self._refusing:
            raise NotShownError(self._refusing)
        self.cards.append(card)
        return "1234"

    @property
    def texts(self) -> list[str]:
        """What each card said."""
        return ["\n".join(text.markdown for text in card.texts()) for card in self.cards]


class Slow(OneAnswer):
    """Answers when it is let go, and does *before* what a test wants to happen first."""

    def __init__(self, before: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.go = threading.Event()
        self._before = before

    def consider(self, question: str, _rulings: object = ()) -> Considered:
        """Return the answer in the end."""
        self.go.wait(10)
        self._before()
        return super().consider(question)


class Unwritable:
    """A log that can be read and takes nothing."""

    def __init__(self, log: CitationLog) -> None:
        self._log = log

    def append(self, draft: Draft) -> Event:
        """Fail."""
        raise LogUnavailableError.writing(OSError(f"no room for {draft.kind}"))

    def __getattr__(self, name: str) -> object:
        return getattr(self._log, name)


def _desks(log: SqlCitationLog, service: OneAnswer, written: CitationLog | None = None) -> Desks:
    real = cast("AnswerService", service)
    desk = AskingDesk(real, written or log, Program("settings", "0"))
    serving = Serving(real, desk, ReviewingDesk(real, log))
    return Desks(log, ForgettingDesk(log, SqlForgetting(log), KEY), KEY, lambda: serving, no_index)


def _asker(desks: Desks, *, workers: int = 1, patience: float = 60.0) -> Asker:
    return Asker(desks, Pool(workers, 10), patience=patience)


def _asked() -> Asked:
    return Asked(QUESTION, MEMBER, Way.ASK, "77", "88", Language.ENGLISH)


def _events(log: CitationLog) -> list[Event]:
    return sorted(in_pages(log, Query()), key=lambda event: event.number)


async def test_it_is_answered_written_down_and_shown(desks: Desks, log: SqlCitationLog) -> None:
    """The card shows the quoted words; the log has who asked as a hash, where, which way, and the message."""
    reply = Shown()
    await _asker(desks).answer(_asked(), reply)
    assert len(reply.texts) == 1
    assert WORDS in reply.texts[0]
    answer, delivery = _events(log)
    assert isinstance(answer.detail, Answered)
    assert (answer.detail.way, answer.detail.channel, answer.server) == ("ask", "88", "77")
    assert (answer.person, answer.personal) == (desks.person(MEMBER), {"question": QUESTION})
    assert (delivery.detail, delivery.about) == (Delivered(message="1234"), answer.number)


async def test_what_cannot_be_written_down_is_not_shown(log: SqlCitationLog) -> None:
    """The asker is told so, and sees no word of the answer."""
    reply = Shown()
    await _asker(_desks(log, OneAnswer(), cast("CitationLog", Unwritable(log)))).answer(_asked(), reply)
    assert reply.texts == [
        "The answer could not be written down, so it is not shown. Please try again later."
    ]
    assert _events(log) == []


async def test_what_discord_does_not_take_is_written_down_as_failed(
    desks: Desks, log: SqlCitationLog
) -> None:
    """The log says why, and nothing is raised."""
    await _asker(desks).answer(_asked(), Shown(refusing="Discord answered 404/10062"))
    answer, failure = _events(log)
    assert (failure.detail, failure.about) == (Failed(reason="Discord answered 404/10062"), answer.number)


async def test_without_an_index_it_says_so(log: SqlCitationLog, tmp_path: object) -> None:
    """A missing index is no crash."""

    def missing() -> Serving:
        raise IndexMissingError(tmp_path)  # type: ignore[arg-type]

    desks = Desks(log, ForgettingDesk(log, SqlForgetting(log), KEY), KEY, missing, no_index)
    reply = Shown()
    await _asker(desks).answer(_asked(), reply)
    assert reply.texts == ["The sources are being indexed. Please ask again in a few minutes."]


async def test_an_error_that_nobody_foresaw_has_a_number(
    log: SqlCitationLog, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asked and whoever reads the program's log can name the same incident; neither line has the question."""

    def break_down() -> None:
        raise EmbeddingError(f"cannot embed {QUESTION}")

    service = Slow(break_down)
    service.go.set()
    reply = Shown()
    with caplog.at_level(logging.INFO):
        await _asker(_desks(log, service)).answer(_asked(), reply)
    (record,) = [one for one in caplog.records if one.levelno == logging.ERROR]
    incident = record.getMessage().split()[1]
    assert f"written down as {incident}" in reply.texts[0]
    assert record.getMessage() == f"incident {incident} while answering (ask)"


async def test_who_must_wait_is_told_before_the_answer(log: SqlCitationLog) -> None:
    """With one thread and a second assumed for an answer, the third of three in line waits for more than two."""
    service = Slow()
    asker = _asker(_desks(log, service))
    replies = [Shown() for _ in range(4)]
    asking = [asyncio.create_task(asker.answer(_asked(), reply)) for reply in replies]
    while len(replies[3].cards) == 0:
        await asyncio.sleep(0.01)
    assert replies[1].cards == []  # a second is no wait to speak of
    assert replies[3].texts == ["You are number 3 in line; your answer comes in about 3 s."]
    service.go.set()
    await asyncio.gather(*asking)
    assert [WORDS in reply.texts[-1] for reply in replies] == [True] * 4


async def test_nobody_waits_for_longer_than_they_can_be_answered(log: SqlCitationLog) -> None:
    """Before an interaction expires its asker is told; the answer that comes later is written down as not shown."""
    service = Slow()
    asker = _asker(_desks(log, service), patience=0.2)
    reply, behind = Shown(), Shown()
    await asyncio.gather(asker.answer(_asked(), reply), asker.answer(_asked(), behind))
    assert reply.texts == ["Too many questions are waiting. Please ask again in about 1 s."]
    assert behind.texts == reply.texts
    service.go.set()
    while len(_events(log)) < 2:
        await asyncio.sleep(0.01)
    answer, failure = _events(log)  # the one that was still waiting was never answered at all
    assert answer.kind is Kind.ANSWERED
    assert failure.detail == Failed(reason="the answer came too late")


async def test_closing_lets_answers_be_shown_and_tells_the_others(log: SqlCitationLog) -> None:
    """What is at work is finished and shown; who waits reads that a restart is near."""
    service = Slow()
    asker = _asker(_desks(log, service))
    running, waiting = Shown(), Shown()
    tasks = [asyncio.create_task(asker.answer(_asked(), reply)) for reply in (running, waiting)]
    await asyncio.sleep(0.05)
    asyncio.get_running_loop().call_later(0.1, service.go.set)
    await asker.close(5.0, 5.0)
    assert [task.done() for task in tasks] == [True, True]
    assert WORDS in running.texts[-1]
    assert waiting.texts == ["Crosscite is about to restart. Please ask again in a minute."]
    late = Shown()
    await asker.answer(_asked(), late)
    assert late.texts == waiting.texts


async def test_closing_waits_no_longer_than_it_may(log: SqlCitationLog) -> None:
    """Whose answer takes longer is told, too; the answer that comes after that is written down as not shown."""
    service = Slow()
    asker = _asker(_desks(log, service))
    running = Shown()
    task = asyncio.create_task(asker.answer(_asked(), running))
    await asyncio.sleep(0.05)
    await asker.close(0.05, 5.0)
    assert task.done()
    assert running.texts == ["Crosscite is about to restart. Please ask again in a minute."]
    service.go.set()
    while len(_events(log)) < 2:
        await asyncio.sleep(0.01)
    assert _events(log)[1].detail == Failed(reason="the answer came too late")


async def test_closing_does_not_wait_for_an_index_to_open(log: SqlCitationLog) -> None:
    """Who asked while the first index was being opened is told as well."""
    opening = threading.Event()

    def open_slowly() -> Serving:
        opening.wait(10)
        return serving_on(log)

    desks = Desks(log, ForgettingDesk(log, SqlForgetting(log), KEY), KEY, open_slowly, no_index)
    asker, reply = _asker(desks), Shown()
    task = asyncio.create_task(asker.answer(_asked(), reply))
    await asyncio.sleep(0.05)
    await asker.close(0.05, 5.0)
    opening.set()
    assert task.done()
    assert reply.texts == ["Crosscite is about to restart. Please ask again in a minute."]


async def test_what_was_found_for_nobody_is_not_left_open(log: SqlCitationLog) -> None:
    """Where not even the wait can be told, nobody waits; the answer that was at work is written down as not shown."""
    service = Slow()
    asker = _asker(_desks(log, service))
    ahead = [asyncio.create_task(asker.answer(_asked(), Shown())) for _ in range(3)]
    await asyncio.sleep(0.05)
    await asker.answer(_asked(), Shown(refusing="Discord answered 404/10062"))
    service.go.set()
    await asyncio.gather(*ahead)
    assert [event.kind for event in _events(log)].count(Kind.ANSWERED) == 3
    assert [event.kind for event in _events(log)].count(Kind.DELIVERED) == 3


async def test_an_answer_that_came_while_the_wait_could_not_be_told(log: SqlCitationLog) -> None:
    """It is in the log already, so the log must say that nobody saw it."""

    class Hopeless(Shown):
        async def show(self, card: Card) -> str:
            service.go.set()
            while [event.kind for event in _events(log)].count(Kind.ANSWERED) < 4:
                await asyncio.sleep(0.01)
            return await super().show(card)

    service = Slow()
    asker = _asker(_desks(log, service))
    ahead = [asyncio.create_task(asker.answer(_asked(), Shown())) for _ in range(3)]
    await asyncio.sleep(0.05)
    await asker.answer(_asked(), Hopeless(refusing="Discord answered 404/10062"))
    await asyncio.gather(*ahead)
    while len(_events(log)) < 8:
        await asyncio.sleep(0.01)
    assert [event.kind for event in _events(log)].count(Kind.DELIVERED) == 3
    assert [event.detail for event in _events(log) if event.kind is Kind.FAILED] == [
        Failed(reason="the answer came too late")
    ]
