"""What is behind the bot, with and without an index."""

import asyncio
from pathlib import Path

import pytest

from bot.citation_log.identities import person_of
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.discord_ui.desks import Desks, Serving
from index.errors import IndexMissingError
from tests.bot.discord_ui.conftest import KEY, serving_on


class Index:
    """An index that is built at some time, and how often it was looked for; time is the test's."""

    def __init__(self, log: SqlCitationLog) -> None:
        self.built = False
        self.opened = 0
        self.now = 0.0
        self._log = log

    def open(self) -> Serving:
        """Open it, if it is there."""
        self.opened += 1
        if not self.built:
            raise IndexMissingError(Path("index"))
        return serving_on(self._log)


def _desks(log: SqlCitationLog, index: Index) -> Desks:
    forgetting = ForgettingDesk(log, SqlForgetting(log), KEY)
    return Desks(log, forgetting, KEY, index.open, clock=lambda: index.now)


async def test_it_is_opened_once_however_many_ask(log: SqlCitationLog) -> None:
    """Twenty questions that come while it is being opened wait for the one opening."""
    index = Index(log)
    index.built = True
    desks = _desks(log, index)
    assert desks.current is None
    first, *rest = await asyncio.gather(*(desks.serving() for _ in range(20)))
    assert all(one is first for one in rest)
    assert desks.current is first
    assert index.opened == 1


async def test_a_missing_index_is_looked_for_now_and_then(log: SqlCitationLog) -> None:
    """A flood of questions does not become a flood of attempts; once it is built, it is found."""
    index = Index(log)
    desks = _desks(log, index)
    for now in (0.0, 5.0, 9.9):
        index.now = now
        with pytest.raises(IndexMissingError):
            await desks.serving()
    assert index.opened == 1
    index.now, index.built = 10.0, True
    assert await desks.serving() is desks.current
    assert index.opened == 2


def test_members_are_hashes(desks: Desks) -> None:
    """What stands for a member in the log is what the log's key makes of their id."""
    assert desks.person(42) == person_of(KEY, 42)
    assert desks.person(42) != desks.person(43)
