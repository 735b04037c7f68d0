"""What is behind the bot, with a log of each test's own; what answers is there at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.discord_ui.desks import Desks
from index.errors import IndexMissingError
from tests.one_answer import OneAnswer, desk_of, log_in

KEY = b"k" * 32


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqlCitationLog]:
    """A log of this test's own."""
    log = log_in(f"sqlite:///{tmp_path / 'log.db'}", tmp_path / "anchors.jsonl")
    yield log
    log.close()


def no_index() -> str:
    """Say that nothing was built, which nobody looks for in most tests."""
    raise IndexMissingError(Path("index"))


def serving_on(log: SqlCitationLog) -> Serving:
    """Return the desks that give the one answer and write it down in *log*."""
    service = cast("AnswerService", OneAnswer())
    return Serving(service, desk_of(log), ReviewingDesk(service, log))


@pytest.fixture
def desks(log: SqlCitationLog) -> Desks:
    """The desks on that log."""
    return Desks(log, ForgettingDesk(log, SqlForgetting(log), KEY), KEY, lambda: serving_on(log), no_index)
