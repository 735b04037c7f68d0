"""Gaps: questions in vain are grouped by meaning, counted, and shown to whom they concern."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.citation_log.events import Draft
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk
from bot.desk.gaps import Gap, gaps
from index.embedding.protocol import Embedder
from tests.bot.desk.conftest import PROGRAM
from tests.logged_events import in_vain

KING, AGAIN, COST = "Who is the king of Norway?", "Who is Norway's king?", "How much does a stall cost?"
MONDAY = datetime(2026, 5, 4, tzinfo=UTC)


class NoEmbedder:
    """An embedding model that nobody may use."""

    name, dimension, max_tokens, words = "none", 2, 1, frozenset[str]()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Fail."""
        raise AssertionError(texts)


def _in_vain(log: SqlCitationLog, question: str, person: str = "ann", server: str | None = "7") -> None:
    """Write down that *question* was asked in vain, as the desk does."""
    outcome = Outcome.NOT_IN_SOURCES
    log.append(Draft(in_vain(), None, server, outcome, person=person, personal={"question": question}))


def _daily(log: SqlCitationLog) -> SqlCitationLog:
    """Return the log under a clock that goes on by a day for each event, from Monday."""
    days: Iterator[datetime] = (MONDAY + timedelta(days=day) for day in range(100))
    return SqlCitationLog(log.engine, now=lambda: next(days))


def test_questions_are_grouped_by_meaning_and_counted(log: SqlCitationLog, embedder: Embedder) -> None:
    """One gap however it is put: by its commonest wording, with the others, how often, by how many, and when last."""
    dated = _daily(log)
    for question, person in ((COST, "ann"), (KING, "ann"), (AGAIN, "bob"), (KING, "ann"), (KING, "cem")):
        _in_vain(dated, question, person)
    assert gaps(log, embedder, server="7") == [
        Gap(KING, (AGAIN,), asked=4, people=3, last=MONDAY + timedelta(days=4)),
        Gap(COST, (), asked=1, people=1, last=MONDAY),
    ]


def test_blanks_and_capitals_make_no_other_wording(log: SqlCitationLog, embedder: Embedder) -> None:
    """They are one group without asking the model, and shown as they were put."""
    for question in (KING, KING, KING.lower(), f" {KING.replace(' ', '   ')}\n"):
        _in_vain(log, question)
    (gap,) = gaps(log, embedder, server="7")
    assert (gap.question, gap.others, gap.asked) == (KING, (KING.lower(),), 4)


def test_the_most_asked_come_first_then_the_latest(log: SqlCitationLog, embedder: Embedder) -> None:
    """The order is what an editor should look at first, and is the same every time."""
    dated = _daily(log)
    for question in (KING, COST, COST, "Why is the bridge closed?"):
        _in_vain(dated, question)
    found = [(gap.question, gap.asked) for gap in gaps(log, embedder, server="7")]
    assert found == [(COST, 2), ("Why is the bridge closed?", 1), (KING, 1)]


def test_a_server_sees_its_own_gaps_only(log: SqlCitationLog, embedder: Embedder) -> None:
    """Direct messages are no server's, and the operator's look at all is asked for by name."""
    for question, server in ((KING, "7"), (COST, "8"), ("Why is the bridge closed?", None)):
        _in_vain(log, question, server=server)

    def found(server: str | None, *, every_server: bool = False) -> set[str]:
        return {gap.question for gap in gaps(log, embedder, server=server, every_server=every_server)}

    assert found("7") == {KING}
    assert found("8") == {COST}
    assert found("9") == set()
    assert found(None) == {"Why is the bridge closed?"}
    assert found(None, every_server=True) == {KING, COST, "Why is the bridge closed?"}


def test_only_what_was_asked_since_counts(log: SqlCitationLog, embedder: Embedder) -> None:
    """The moment itself is included."""
    dated = _daily(log)
    for question in (KING, KING, COST):
        _in_vain(dated, question)
    found = [
        (gap.question, gap.asked) for gap in gaps(log, embedder, server="7", since=MONDAY + timedelta(1))
    ]
    assert found == [(COST, 1), (KING, 1)]


def test_what_was_answered_is_no_gap(desk: AskingDesk, log: SqlCitationLog) -> None:
    """Answers, disputes and small talk are not in vain; what the real service does not find is."""
    for question in ("When does the fair open?", "When does the fair close?", "Hello!", KING):
        desk.ask(Asking(question, "ann", server="7"))
    assert [gap.question for gap in gaps(log, desk.service.index.embedder, server="7")] == [KING]


def test_erased_and_expired_questions_are_gone(log: SqlCitationLog, embedder: Embedder) -> None:
    """Their events stay, but nobody knows any more what was asked."""
    dated = _daily(log)
    for question, person in ((COST, "bob"), (KING, "ann"), (KING, "bob"), (AGAIN, "bob")):
        _in_vain(dated, question, person)
    SqlForgetting(log).erase("ann")
    (king, cost) = gaps(log, embedder, server="7")
    assert (king.asked, king.people, cost.asked) == (2, 1, 1)
    SqlForgetting(log).expire(MONDAY + timedelta(days=1))
    assert {gap.asked for gap in gaps(log, embedder, server="7")} == {2}
    SqlForgetting(log).erase("bob")
    assert gaps(log, embedder, server="7") == []
    assert len(log.find(Query(outcome=Outcome.NOT_IN_SOURCES), 10)) == 4


def test_without_gaps_no_model_is_asked(log: SqlCitationLog, service: AnswerService) -> None:
    """A look at an empty log costs nothing."""
    AskingDesk(service, log, PROGRAM).ask(Asking("When does the fair open?", server="7"))
    assert gaps(log, NoEmbedder(), server="7") == []
