"""What is found is named: which fault, and where; and what no verification can find is known."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update

from bot.citation_log.events import Delivered, Draft
from bot.citation_log.faults import Fault
from bot.citation_log.opening import writing
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events, head, metadata, parts, texts
from tests.bot.citation_log.living import clock, found, live
from tests.logged_answers import BERT, NORTH, SOUTH, STORY, log_over, opened, verified

FAULTS = {
    "UPDATE events SET outcome = 'answered' WHERE number = 1": [(Fault.CHANGED, 1)],
    "UPDATE events SET detail = '{' WHERE number = 2": [(Fault.CHANGED, 2), (Fault.UNREADABLE, 2)],
    """UPDATE events SET detail = replace(detail, '"retrieved":[[0,', '"retrieved":[[9,') WHERE number = 7""": [
        (Fault.CHANGED, 7),
        (Fault.UNREADABLE, 7),
    ],
    "UPDATE events SET hash = 'f' WHERE number = 2": [(Fault.CHANGED, 2), (Fault.CHANGED, 3)],
    "DELETE FROM events WHERE number = 13": [(Fault.MISSING, 13), (Fault.CHANGED, 14)],
    "UPDATE parts SET salt = 'f' WHERE event = 7 AND part = 'personal'": [(Fault.PART_CHANGED, 7)],
    "DELETE FROM parts WHERE event = 7 AND part = 'quoted'": [(Fault.PART_GONE, 7)],
    "DELETE FROM parts WHERE event = 7 AND part = 'personal'": [(Fault.PART_GONE, 7), (Fault.LISTING, 7)],
    "INSERT INTO parts VALUES (8, 'personal', '', NULL, '{}')": [(Fault.PART_ADDED, 8)],
    "DELETE FROM words WHERE event = 7": [(Fault.LISTING, 7)],
    "INSERT INTO words VALUES ('built', 5)": [(Fault.LISTING, 5)],
    "DELETE FROM cited WHERE event = 1 AND article = 'north'": [(Fault.LISTING, 1)],
    "DELETE FROM setbacks": [(Fault.LISTING, 12)],
    "DELETE FROM texts WHERE article = 'south'": [(Fault.TEXT_GONE, SOUTH.version)],
    "UPDATE texts SET body = '{}' WHERE article = 'south'": [(Fault.TEXT_CHANGED, SOUTH.version)],
    "UPDATE texts SET article = 'east' WHERE article = 'south'": [(Fault.TEXT_CHANGED, SOUTH.version)],
    "UPDATE head SET hash = 'f'": [(Fault.HEAD, None)],
    "UPDATE head SET count = 16": [(Fault.HEAD, None), (Fault.MISSING, 15), (Fault.MISSING, 16)],
    "DELETE FROM head": [(Fault.HEAD, None)],
}


@pytest.fixture
def log(database: str, tmp_path: Path) -> Iterator[SqlCitationLog]:
    """A log to which everything happened that may, anchored at its end."""
    log = opened(database, tmp_path / "anchors.jsonl", clock())
    yield log
    log.engine.dispose()


def test_each_fault_has_its_name_and_its_place(log: SqlCitationLog) -> None:
    """One change, one finding, or two where it has two sides; nothing else is said to be wrong."""
    live(log)
    tables = metadata.sorted_tables
    with writing(log.engine) as connection:
        before = {table: [row._asdict() for row in connection.execute(select(table))] for table in tables}
    for statement, expected in FAULTS.items():
        with writing(log.engine) as connection:
            connection.execute(text(statement))
        assert (statement, found(log)) == (statement, expected)
        with writing(log.engine) as connection:
            for table in reversed(tables):
                connection.execute(delete(table))
            for table in tables:
                if before[table]:
                    connection.execute(insert(table), before[table])
    assert found(log) == []


def test_what_was_erased_may_not_come_back(log: SqlCitationLog) -> None:
    """A restored backup holds again what a member had removed, and a takedown: verifying names both."""
    for draft in STORY:
        log.append(draft)
    with writing(log.engine) as connection:
        part = connection.execute(select(parts).where(parts.c.event == 3)).one()._asdict()
        kept = connection.execute(select(texts).where(texts.c.article == "north")).one()._asdict()
    SqlForgetting(log).erase(BERT)
    SqlForgetting(log).purge("north")
    with writing(log.engine) as connection:
        connection.execute(insert(parts), [part])
        connection.execute(insert(texts), [kept])
    assert found(log) == [(Fault.PART_BACK, 3), (Fault.TEXT_ADDED, NORTH.version)]


def test_a_chain_written_anew_is_found_by_its_anchors(log: SqlCitationLog, anchors: Path) -> None:
    """Whoever writes the database can make it agree with itself, but not with what was signed before."""
    for draft in STORY:
        log.append(draft)
    log.anchor()
    with writing(log.engine) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        connection.execute(insert(head), [{"id": 1, "count": 0, "hash": "0" * 64, "latest": 0, "remains": 0}])
    forged = log_over(log.engine)
    for draft in (replace(STORY[0], outcome="answered"), *STORY[1:]):
        forged.append(draft)
    assert found(log) == []
    assert found(log, anchors) == [(Fault.ANCHOR, 8)]


def test_events_cut_off_are_found_up_to_the_last_anchor(log: SqlCitationLog, anchors: Path) -> None:
    """What came after it leaves no trace, and the verification says how far the anchors reach."""
    for draft in STORY:
        log.append(draft)
    log.anchor()
    eighth = log.event(8).hash
    log.append(Draft(Delivered(), about=1))
    _cut(log, 8, eighth)
    assert (found(log, anchors), verified(log, anchors).anchored) == ([], 8)
    seventh = log.event(7).hash
    _cut(log, 7, seventh)
    assert found(log) == []
    assert found(log, anchors) == [(Fault.MISSING, 8)]


def _cut(log: SqlCitationLog, count: int, digest: str) -> None:
    """Remove the events after the first *count*, tracelessly."""
    with writing(log.engine) as connection:
        for table in reversed(metadata.sorted_tables):
            if "event" in table.c:
                connection.execute(delete(table).where(table.c.event > count))
        latest = connection.scalar(select(events.c.at).where(events.c.number == count))
        connection.execute(delete(events).where(events.c.number > count))
        connection.execute(update(head).values(count=count, hash=digest, latest=latest))
