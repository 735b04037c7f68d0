"""Verifying: whatever somebody does to any value or row of the log's tables is found."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest

from bot.citation_log.faults import Fault
from bot.citation_log.sql_log import SqlCitationLog
from tests.bot.citation_log.living import EVENTS, clock, found, live
from tests.bot.citation_log.tampering import TABLES, Row, Tampering
from tests.logged_answers import (
    opened,
    verified,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a log to which everything happened that may: it is intact."""
    folder = tmp_path_factory.mktemp("whole")
    log = opened(f"sqlite:///{folder / 'log.db'}", folder / "anchors.jsonl", clock())
    live(log)
    log.close()
    return folder


@pytest.fixture
def log(whole: Path, tmp_path: Path) -> Iterator[SqlCitationLog]:
    """A copy of that log."""
    for path in whole.iterdir():
        shutil.copy(path, tmp_path)
    log = opened(f"sqlite:///{tmp_path / 'log.db'}", tmp_path / "anchors.jsonl")
    yield log
    log.engine.dispose()


@pytest.fixture
def beside(log: SqlCitationLog, tmp_path: Path) -> Iterator[Tampering]:
    """The way past Crosscite into its file."""
    assert log.head()[0] == EVENTS
    with closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield Tampering(connection)


def test_a_log_that_lived_is_whole(log: SqlCitationLog, anchors: Path, beside: Tampering) -> None:
    """Erasure, expiry, a takedown and a clock that was set back are no faults; no table is empty."""
    verification = verified(log, anchors)
    assert (verification.events, verification.findings, verification.anchored) == (EVENTS, (), EVENTS)
    assert all(beside.rows(table) for table in TABLES)


def test_any_changed_value_is_found(log: SqlCitationLog, beside: Tampering) -> None:
    """Each value of each row of each table: one character of it changed, one added, all of it gone."""
    chance = random.Random(5)  # noqa: S311 - the same characters every time
    tried = 0
    for table in TABLES:
        for row in beside.rows(table):
            for place, value in enumerate(row):
                if table == "head" and beside.columns(table)[place] == "remains":
                    continue  # it is not about the log, but about the file's bytes
                for other in _others(value, chance):
                    new = (*row[:place], other, *row[place + 1 :])
                    if beside.change(table, row, new):
                        assert verified(log).findings, (table, row, new)
                        beside.change(table, new, row)
                        tried += 1
    assert tried > 400
    assert found(log) == []


def _others(value: object, chance: random.Random) -> list[object]:
    if not isinstance(value, str):
        return [0 if value is None else None, -1 if value is None else int(str(value)) + 1, ""]
    place = chance.randrange(max(1, len(value)))
    return [
        None,
        f"{value} ",
        value[:place] + ("0" if value[place : place + 1] != "0" else "1") + value[place + 1 :],
    ]


def test_any_removed_row_is_found(log: SqlCitationLog, beside: Tampering) -> None:
    """Whichever row is gone, also where the tables themselves would not mind."""
    for table in TABLES:
        for row in beside.rows(table):
            beside.remove(table, row)
            assert verified(log).findings, (table, row)
            assert beside.insert(table, row)
    assert found(log) == []


def test_any_two_rows_that_change_places_are_found(log: SqlCitationLog, beside: Tampering) -> None:
    """Events, and what belongs to them, are where they were written: neither order nor owner may change."""
    for table, keys in (("events", 1), ("parts", 1), ("texts", 1)):
        for one, other in combinations(beside.rows(table), 2):
            swapped = ((*one[:keys], *other[keys:]), (*other[:keys], *one[keys:]))
            if table == "parts" and one[1] != other[1]:
                continue  # one is personal, the other quoted: neither stands in the other's place
            beside.remove(table, one)
            beside.remove(table, other)
            assert all(beside.insert(table, row) for row in swapped)
            assert verified(log).findings, (one, other)
            for row in swapped:
                beside.remove(table, row)
            assert all(beside.insert(table, row) for row in (one, other))
    assert found(log) == []


def test_any_inserted_row_is_found(log: SqlCitationLog, beside: Tampering) -> None:
    """A copy of a row under another number or name, wherever one fits in."""
    tried = 0
    for table in TABLES:
        for row in beside.rows(table):
            for new in _copies(table, row):
                if beside.insert(table, new):
                    assert verified(log).findings, (table, new)
                    beside.remove(table, new)
                    tried += 1
    assert tried > 100
    assert found(log) == []


def _copies(table: str, row: Row) -> Iterator[Row]:
    if table == "texts":
        yield ("0" * 64, *row[1:])
        return
    if table == "words":
        yield from ((row[0], number) for number in range(EVENTS + 2))
        yield ("word", row[1])
        return
    yield from ((number, *row[1:]) for number in range(-1, EVENTS + 2))
    if table == "parts":
        yield (row[0], "other", *row[2:])
    if table == "cited":
        yield (row[0], row[1], "other")


def test_a_gap_of_any_size_is_told_in_moderation(log: SqlCitationLog, beside: Tampering) -> None:
    """A number that was changed may open a gap of billions: the first thousand are named, and it ends at once."""
    last = beside.rows("events")[-1]
    assert beside.change("events", last, (2**62, *last[1:]))
    faults = found(log)
    assert [fault for fault in faults if fault[0] is Fault.MISSING] == [
        (Fault.MISSING, number) for number in range(EVENTS, EVENTS + 1000)
    ]
    assert (Fault.CHANGED, 2**62) in faults


def test_an_index_that_leaves_events_out_is_found(
    log: SqlCitationLog, beside: Tampering, tmp_path: Path
) -> None:
    """Whoever lists by it would miss them, though every row is as it was written."""
    beside.connection.execute("PRAGMA writable_schema = ON")
    beside.connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '(server', '(outcome') WHERE name = 'ix_events_server_number'"
    )
    other = opened(f"sqlite:///{tmp_path / 'log.db'}")
    assert found(other) == [(Fault.FILE, None)]
    other.engine.dispose()
