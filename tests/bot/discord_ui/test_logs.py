"""What may stand in a log line."""

import asyncio
import logging
import sys
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from bot.discord_ui.logs import DiscreetFormatter, log_loop_error, told
from bot.errors import LogUnavailableError

TOKEN = "MTAx.fake.token"  # noqa: S105 - it opens nothing
QUESTION = "What does the minister's wife earn?"


def _lines(log: Any) -> str:
    """Return what a handler with the formatter writes while *log* logs."""
    logger, written = logging.Logger("crosscite.test"), StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(DiscreetFormatter([TOKEN]))
    logger.addHandler(handler)
    log(logger)
    return written.getvalue()


def _failed_insert(log: logging.Logger) -> None:
    """Let a database fail as it does: its error holds the statement with everything in it."""
    try:
        with create_engine("sqlite://").connect() as connection:
            connection.execute(text("INSERT INTO gone VALUES (:question)"), {"question": QUESTION})
    except SQLAlchemyError as error:
        try:
            raise LogUnavailableError.writing(error) from error
        except LogUnavailableError:
            log.exception("it was not written")


def test_an_exception_is_told_without_what_it_was_given() -> None:
    """The kinds, the places and our own sentence are there, in one line; the database's statement is not."""
    line = _lines(_failed_insert)
    assert QUESTION not in line
    assert "INSERT" not in line
    assert line.count("\n") == 1
    assert (
        "it was not written | LogUnavailableError (The citation log cannot be written (no such table: gone)"
        in line
    )
    assert "from OperationalError at " in line
    assert "test_logs.py:" in line


def test_secrets_stand_in_no_line() -> None:
    """Neither the bot's token nor an interaction's, wherever they are said."""
    url = f"https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246/messages/@original?with={TOKEN}"
    line = _lines(lambda log: log.warning("%s of %s failed: /interactions/9/abc.def/callback", url, TOKEN))
    assert TOKEN not in line
    assert "aW50ZXJhY3Rpb246" not in line
    assert "abc.def" not in line
    assert "/webhooks/123/…/messages/@original?with=… of … failed: /interactions/9/…/callback" in line


def test_causes_are_followed_so_far() -> None:
    """An error that was raised for another names both; one that goes round in circles ends."""
    first, second = ValueError(QUESTION), KeyError(QUESTION)
    first.__cause__, second.__cause__ = second, first
    assert told(first) == "; from ".join(["ValueError", "KeyError", "ValueError", "KeyError", "ValueError"])
    assert told(None) == ""


async def test_asyncio_is_kept_from_telling_more(caplog: pytest.LogCaptureFixture) -> None:
    """A task that failed unseen is logged by the kind of its error; asyncio's own line would quote it."""
    with caplog.at_level(logging.ERROR):
        log_loop_error(
            asyncio.get_running_loop(),
            {
                "message": "Task exception was never retrieved",
                "exception": ValueError(QUESTION),
                "task": QUESTION,
            },
        )
    assert [record.getMessage() for record in caplog.records] == [
        "Task exception was never retrieved: ValueError"
    ]
    assert sys.exception() is None
