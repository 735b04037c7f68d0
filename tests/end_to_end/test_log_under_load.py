"""Ten processes that write to one log at the same moment, in SQLite and in PostgreSQL: nothing lost, one chain."""

import threading
import time
from pathlib import Path

import pytest

from bot.citation_log.events import Delivered, Draft, Event, Purged
from bot.citation_log.opening import writing
from bot.citation_log.protocol import Query, in_pages
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from tests.log_writers import Writers
from tests.logged_answers import verified
from tests.one_answer import ARTICLE, desk_of, log_in

pytestmark = pytest.mark.long

PROCESSES, ANSWERS = 10, 30  # each answer is two events
EVENTS = 2 * PROCESSES * ANSWERS


def test_ten_processes_lose_nothing(database: str, tmp_path: Path) -> None:
    """Whoever writes meanwhile, every event is there once, under the number that its writer was told."""
    anchors = tmp_path / "anchors.jsonl"
    writers = Writers(PROCESSES, ANSWERS, database, anchors)
    log = log_in(database, anchors)
    writers.begin()
    while not log.head()[0]:
        time.sleep(0.01)
    meanwhile = verified(log, anchors)
    written, _ = writers.finish()
    assert meanwhile.findings == ()
    assert 0 < meanwhile.events < EVENTS
    events = {event.number: event for event in in_pages(log, Query())}
    assert sorted(events) == list(range(1, EVENTS + 1))
    assert sorted(number for writer in written for number in writer.numbers) == sorted(events)
    for writer in written:
        own = [
            words for place in range(ANSWERS) for words in (f"What of {place}, asks {writer.name}?", place)
        ]
        assert sorted(writer.numbers) == list(writer.numbers)
        assert [_words(events[number]) for number in writer.numbers] == own
        assert [events[n].about for n in writer.numbers[1::2]] == list(writer.numbers[::2])
    afterwards = verified(log, anchors)
    assert afterwards.findings == ()
    assert (afterwards.events, afterwards.anchored) == (EVENTS, EVENTS)
    log.close()


def _words(event: Event) -> object:
    """Return the question of an answer, the place of a delivery in its writer's order."""
    if isinstance(event.detail, Delivered):
        return int(str(event.detail.message).split()[-1])
    return (event.personal or {})["question"]


def test_a_takedown_waits_for_the_answer_that_is_being_written(database: str, tmp_path: Path) -> None:
    """An answer that another process is writing down while its article is taken down is retracted with the rest."""
    log = log_in(database, tmp_path / "anchors.jsonl")
    first = log.event(desk_of(log).ask(Asking("What?")).number)
    purged: list[Event | None] = []
    takedown = threading.Thread(target=lambda: purged.append(SqlForgetting(log).purge(ARTICLE)))
    with writing(log.engine) as connection:
        log.append_within(
            connection,
            Draft(first.detail, outcome=first.outcome, quoted=first.quoted, personal=first.personal),
        )
        takedown.start()
        takedown.join(0.3)  # long enough to come as far as it can
        assert takedown.is_alive()
    takedown.join(30)
    assert purged[0] is not None
    assert isinstance(purged[0].detail, Purged)
    assert purged[0].detail.records == (1, 2)
    assert log.event(2).quoted is None
    assert verified(log, tmp_path / "anchors.jsonl").findings == ()
    log.close()
