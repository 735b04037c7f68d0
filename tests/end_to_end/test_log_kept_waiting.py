"""Databases that are busy or go away: the asker is told in one line, and the log stays whole."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from bot.citation_log.events import Draft, Event, Kind
from bot.citation_log.opening import open_engine, writing
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import head
from bot.errors import LogUnavailableError
from tests.logged_answers import verified
from tests.one_answer import desk_of, log_in
from tests.postgres import Postgres


@pytest.fixture
def fresh_postgres(postgres: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database of this test's own."""
    with postgres.fresh_database() as url:
        yield url


def test_another_writer_takes_too_long(database: str, anchors: Path) -> None:
    """After its patience an asker is told in one line that nothing is shown; reading goes on, and later writing."""
    other = log_in(database, anchors)
    desk_of(other).ask(Asking("When?"))
    log = SqlCitationLog(open_engine(database, patience=0.3))
    desk = desk_of(log)
    with writing(other.engine) as connection:
        connection.execute(select(head).with_for_update())
        begun = time.monotonic()
        with pytest.raises(LogUnavailableError) as caught:
            desk.ask(Asking("When?"))
        took = time.monotonic() - begun
        assert log.event(1).kind is Kind.ANSWERED
    reason = re.fullmatch(
        r"The citation log cannot be written \((.+)\), so nothing is shown; "
        r"try again, or see CROSSCITE_LOG_DATABASE\.",
        caught.value.user_message,
    )
    assert reason is not None
    assert reason[1] in {"database is locked", "canceling statement due to lock timeout"}
    assert 0.3 <= took < 20
    assert desk.ask(Asking("When?")).number == 2
    assert verified(other, anchors).findings == ()
    log.close()
    other.close()


def test_a_database_that_drops_its_connections(fresh_postgres: str, anchors: Path) -> None:
    """What was being written when PostgreSQL goes is not there, and the next answer finds it again."""
    log = log_in(fresh_postgres, anchors)
    desk = desk_of(log)
    first = log.event(desk.ask(Asking("When?")).number)
    other = open_engine(fresh_postgres)
    with pytest.raises(LogUnavailableError) as caught:
        _write_cut_off(log, other, _again(first))
    assert "\n" not in caught.value.user_message
    assert caught.value.user_message.endswith(
        "), so nothing is shown; try again, or see CROSSCITE_LOG_DATABASE."
    )
    assert desk.ask(Asking("When?")).number == 2
    _drop_connections(other)
    assert desk.ask(Asking("When?")).number == 3
    assert verified(log, anchors).findings == ()
    other.dispose()
    log.close()


def _again(event: Event) -> Draft:
    return Draft(event.detail, outcome=event.outcome, personal=event.personal, quoted=event.quoted)


def _write_cut_off(log: SqlCitationLog, other: Engine, draft: Draft) -> None:
    with writing(log.engine) as connection:
        log.append_within(connection, draft)
        _drop_connections(other)


def _drop_connections(engine: Engine) -> None:
    """End every connection to the database but this one, as a restart of the server does."""
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with engine.connect() as connection:
        connection.execute(text(f"{ending} AND pid <> pg_backend_pid()"))
