"""Logs in each database that a `CitationLog` is kept in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.citation_log.sql_log import SqlCitationLog
from tests.logged_answers import (
    STORY,
    opened,
)


@pytest.fixture
def log(database: str, tmp_path: Path) -> Iterator[SqlCitationLog]:
    """An empty log."""
    log = opened(database, tmp_path / "anchors.jsonl")
    yield log
    log.close()


@pytest.fixture
def story(log: SqlCitationLog) -> SqlCitationLog:
    """A log of eight events: two answers, one in vain, and what became of them."""
    for draft in STORY:
        log.append(draft)
    return log
