"""What is behind the bot: with and without an index, and while a newer index takes the place of the one in use."""

import asyncio
import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.identities import person_of
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import NothingServedError, Serving
from bot.discord_ui.desks import Desks, keep_looking
from index.errors import IndexDamagedError, IndexMissingError
from tests.bot.discord_ui.conftest import KEY
from tests.one_answer import OneAnswer, desk_of


@dataclass
class OpenedIndex:
    """What stands for an opened index version."""

    edition: str
    closed: bool = False

    @property
    def version(self) -> str:
        """Its version: here the same."""
        return self.edition

    def close(self) -> None:
        """Close it, which must happen once."""
        assert not self.closed
        self.closed = True


@dataclass
class Disk:
    """An index that is built at some time, again and again; time is the test's."""

    log: SqlCitationLog
    current: str = ""
    damaged: set[str] = field(default_factory=set)
    opened: list[OpenedIndex] = field(default_factory=list)
    tries: int = 0
    now: float = 0.0
    slow: threading.Event | None = None

    def edition(self) -> str:
        """Say what the current one is."""
        if not self.current:
            raise IndexMissingError(Path("index"))
        return self.current

    def open(self) -> Serving:
        """Open it, if it is there and whole."""
        self.tries += 1
        if self.slow is not None:
            self.slow.wait(30)
        edition = self.edition()
        if edition in self.damaged:
            raise IndexDamagedError(Path("index"), "words.sqlite is not the one that was written")
        one = OneAnswer()
        one.index = cast("object", OpenedIndex(edition))  # type: ignore[assignment]
        self.opened.append(cast("OpenedIndex", one.index))
        service = cast("AnswerService", one)
        return Serving(service, desk_of(self.log), ReviewingDesk(service, self.log))


@pytest.fixture
def disk(log: SqlCitationLog) -> Disk:
    """Nothing built yet."""
    return Disk(log)


@pytest.fixture
def desks(disk: Disk) -> Desks:
    """The desks on it."""
    forgetting = ForgettingDesk(disk.log, SqlForgetting(disk.log), KEY)
    return Desks(disk.log, forgetting, KEY, disk.open, disk.edition, clock=lambda: disk.now)


async def test_it_is_opened_once_however_many_ask(disk: Disk, desks: Desks) -> None:
    """Twenty questions that come while it is being opened wait for the one opening."""
    disk.current = "one"
    assert desks.current is None
    first, *rest = await asyncio.gather(*(desks.serving() for _ in range(20)))
    assert all(one is first for one in rest)
    assert desks.current is first
    assert disk.tries == 1


async def test_a_missing_index_is_looked_for_now_and_then(disk: Disk, desks: Desks) -> None:
    """A flood of questions does not become a flood of attempts; once it is built, it is found."""
    for now in (0.0, 5.0, 9.9):
        disk.now = now
        with pytest.raises(IndexMissingError):
            await desks.serving()
    assert disk.tries == 1
    disk.now, disk.current = 10.0, "one"
    assert await desks.serving() is desks.current
    assert disk.tries == 2


async def test_a_first_index_is_noticed_though_nobody_asks(disk: Disk, desks: Desks) -> None:
    """It is there before the first question after it was built."""
    assert not await desks.look()
    with pytest.raises(NothingServedError), desks.held():
        pass
    disk.current = "one"
    assert await desks.look()
    with desks.held() as serving:
        assert serving.service.index.edition == "one"


async def test_a_newer_index_takes_over_between_questions(disk: Disk, desks: Desks) -> None:
    """Who holds the old one keeps it open; the next gets the new one; the old one is closed with its last holder."""
    disk.current = "one"
    await desks.serving()
    with desks.held() as first:
        async with desks.using() as second:
            disk.current = "two"
            assert await desks.look()
            with desks.held() as later:
                assert later.service.index.edition == "two"
            assert first is second
        assert not disk.opened[0].closed
    assert [one.closed for one in disk.opened] == [True, False]
    disk.current = "three"
    await desks.look()
    assert [one.closed for one in disk.opened] == [True, True, False]
    assert not await desks.look()  # nothing new: nothing is opened
    assert disk.tries == 3


async def test_nobody_waits_for_a_newer_index(disk: Disk, desks: Desks) -> None:
    """While it is being opened, which may take seconds, questions are answered from the old one."""
    disk.current = "one"
    await desks.serving()
    disk.current, disk.slow = "two", threading.Event()
    looking = asyncio.create_task(desks.look())
    async with asyncio.timeout(20):
        while disk.tries < 2:
            await asyncio.sleep(0.01)
    try:
        async with asyncio.timeout(5):
            assert (await desks.serving()).service.index.edition == "one"
        assert not looking.done()
    finally:
        disk.slow.set()
    assert await looking
    assert (await desks.serving()).service.index.edition == "two"


async def test_an_index_that_was_opened_just_now_is_not_opened_twice(disk: Disk, desks: Desks) -> None:
    """What a question has opened is known to whoever looks afterwards."""
    disk.current = "one"
    await desks.serving()
    await desks.look()
    await desks.look()
    assert disk.tries == 1


async def test_what_cannot_be_opened_is_left(
    disk: Disk, desks: Desks, caplog: pytest.LogCaptureFixture
) -> None:
    """The old one serves on; it is said once, tried again after a minute, and given up for a later one."""
    disk.current = "one"
    await desks.serving()
    disk.current, disk.damaged = "two", {"two"}
    with caplog.at_level(logging.WARNING):
        for now in (0.0, 30.0, 59.0, 61.0, 125.0):
            disk.now = now
            assert not await desks.look()
    assert disk.tries == 1 + 3
    (line,) = caplog.messages
    assert line.startswith("the new index cannot be opened, the old one stays in use: IndexDamagedError")
    assert desks.current is not None
    assert desks.current.service.index.edition == "one"
    disk.current = "three"
    assert await desks.look()
    assert [one.edition for one in disk.opened] == ["one", "three"]


async def test_an_index_that_is_gone_serves_on(
    disk: Disk, desks: Desks, caplog: pytest.LogCaptureFixture
) -> None:
    """What was opened answers though its folder was removed; that too is said once."""
    disk.current = "one"
    await desks.serving()
    disk.current = ""
    with caplog.at_level(logging.WARNING):
        await desks.look()
        await desks.look()
    assert len(caplog.messages) == 1
    with desks.held() as serving:
        assert serving.service.index.edition == "one"


async def test_it_keeps_looking(disk: Disk, desks: Desks) -> None:
    """One look after another until it is cancelled."""
    looking = asyncio.create_task(keep_looking(desks, every=0.01))
    for edition in ("one", "two"):
        disk.current = edition
        async with asyncio.timeout(10):
            while desks.current is None or desks.current.service.index.edition != edition:
                await asyncio.sleep(0.01)
    looking.cancel()


def test_members_are_hashes(desks: Desks) -> None:
    """What stands for a member in the log is what the log's key makes of their id."""
    assert desks.person(42) == person_of(KEY, 42)
    assert desks.person(42) != desks.person(43)
