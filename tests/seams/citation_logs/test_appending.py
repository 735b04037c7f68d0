"""Appending: what is written is what is read, all of it or nothing, whoever else writes."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Draft, Event, Failed, Reported, Ruled
from bot.citation_log.opening import open_engine, writing
from bot.citation_log.protocol import Query
from bot.citation_log.resolving import resolved
from bot.citation_log.sealing import GENESIS
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events
from bot.errors import LogUnavailableError, UnknownEventError
from tests.logged_answers import (
    ANNA,
    NORTH,
    PRICE,
    STORY,
    drafted,
    log_over,
    minute,
    numbers,
    opened,
    verified,
)

QUESTIONS = (
    "Wer\0 was it?",
    "\ud800 alone \udfff",
    "He said: 'it''s \"here\"'; DROP TABLE events; -- \\",
    "Why? " * 120,
    "フェリーはいつ出ますか？ 🛳",
    "ﬁne ﬀ İstanbul ẞ straße",
    "\x01\x1f\x7f\u2028\u202e\ufeff",
    "w" * 600,
    " ".join(f"word{number}" for number in range(150)),
)


def test_an_empty_log(log: SqlCitationLog) -> None:
    """Nothing is found, nothing is kept, and nothing is wrong."""
    assert log.head() == (0, GENESIS)
    assert log.find(Query(), 10) == []
    assert log.text(NORTH.version) is None
    assert verified(log).findings == ()
    with pytest.raises(UnknownEventError, match="no event 1;"):
        log.event(1)


def test_what_is_appended_is_what_is_read(log: SqlCitationLog) -> None:
    """An event comes back field by field, the same from `append`, `event` and `find`."""
    appended = [log.append(draft) for draft in STORY]
    for number, (event, draft) in enumerate(zip(appended, STORY, strict=True), start=1):
        assert event == Event(
            number,
            minute(number),
            draft.kind,
            draft.about,
            draft.server,
            draft.outcome,
            draft.detail,
            event.hash,
            draft.person,
            draft.personal,
            draft.quoted,
        )
    assert [log.event(number) for number in range(1, 9)] == appended
    assert log.find(Query(), 100) == appended[::-1]
    assert log.head() == (8, appended[-1].hash)
    assert len({event.hash for event in appended}) == 8
    assert [type(event.detail) for event in appended] == [
        Answered, Delivered, Reported, Ruled, Answered, Failed, Answered, Delivered
    ]  # fmt: skip


def test_an_unknown_event(story: SqlCitationLog) -> None:
    """A number that no event has is one clear error."""
    for number in (9, 0, -1, 2**63 - 1):
        with pytest.raises(UnknownEventError):
            story.event(number)


def test_questions_of_every_kind(log: SqlCitationLog) -> None:
    """Whatever a member types comes back letter by letter, and what is a word of it is found."""
    for number, question in enumerate(QUESTIONS, start=1):
        event = log.append(drafted(replace(PRICE, question=question)))
        assert log.event(number) == event
        assert event.personal == {"question": question}
        assert resolved(event, log.text).question == question
        for word in question.split()[:3]:
            assert numbers(log, Query(words=word), 1) == [number]
    assert verified(log).findings == ()


def test_an_event_without_parts(log: SqlCitationLog) -> None:
    """What nobody said and nothing quoted leaves no part behind, not even the hash of a person."""
    event = log.append(Draft(Delivered(), person=ANNA))
    assert (event.person, event.personal, event.quoted) == (None, None, None)
    assert numbers(log, Query(person=ANNA)) == []
    assert verified(log).findings == ()


@pytest.mark.parametrize(
    "draft",
    [
        Draft(Delivered(), about=99),
        Draft(Delivered(), server="\ud800"),
        replace(drafted(PRICE), personal={"question": float("nan")}),
    ],
    ids=["about nothing", "no text", "no JSON"],
)
def test_what_cannot_be_written_leaves_nothing(story: SqlCitationLog, draft: Draft) -> None:
    """A refused event is one clear error, takes no number, and leaves the log whole."""
    before = story.head()
    with pytest.raises(LogUnavailableError, match="so nothing is shown") as caught:
        story.append(draft)
    assert "\n" not in caught.value.user_message
    assert story.head() == before
    assert verified(story).findings == ()


def test_a_second_opening_finds_the_same(database: str, story: SqlCitationLog, tmp_path: Path) -> None:
    """What is in the log is in the database: another process finds and verifies all of it, and goes on."""
    other = opened(database, tmp_path / "anchors.jsonl")
    assert other.find(Query(), 100) == story.find(Query(), 100)
    assert other.text(NORTH.version) == story.text(NORTH.version)
    assert other.head() == story.head()
    assert other.append(Draft(Delivered(), about=1)).number == 9
    assert story.append(Draft(Delivered(), about=1)).number == 10
    assert verified(other).findings == ()
    other.close()


def test_two_threads_open_at_once(empty_database: str) -> None:
    """Whoever comes second finds the tables that the first one makes, and both can write."""
    barrier, found = threading.Barrier(2), []

    def start() -> None:
        barrier.wait()
        log = log_over(open_engine(empty_database))
        found.append(log.append(Draft(Delivered())).number)
        log.close()

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == [1, 2]
    log = opened(empty_database)
    assert verified(log).findings == ()
    log.close()


def test_a_damaged_row_is_an_error(story: SqlCitationLog) -> None:
    """What was not written by the log is one clear error, never a wrong event."""
    for values in (
        {"kind": "nonsense"},
        {"kind": "answered", "detail": "{"},
        {"detail": "{}"},
        {"at": 2**62},
    ):
        with writing(story.engine) as connection:
            before = connection.execute(select(events).where(events.c.number == 3)).one()._asdict()
            connection.execute(update(events).where(events.c.number == 3).values(**values))
        with pytest.raises(LogUnavailableError, match="is damaged: run `crosscite log verify`"):
            story.event(3)
        assert story.event(2).number == 2
        with writing(story.engine) as connection:
            connection.execute(update(events).where(events.c.number == 3).values(**before))
    assert verified(story).findings == ()


def test_trying_whether_it_takes_an_event_appends_none(story: SqlCitationLog) -> None:
    """The chain is as it was, also for whoever reads meanwhile; a database that takes nothing is told."""
    before = story.head()
    story.check_writable()
    assert (story.head(), numbers(story, Query())) == (before, [8, 7, 6, 5, 4, 3, 2, 1])
    assert verified(story).findings == ()
    with writing(story.engine) as connection:
        connection.execute(text("ALTER TABLE head RENAME TO gone"))
    with pytest.raises(LogUnavailableError):
        story.check_writable()
    with writing(story.engine) as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO head"))
