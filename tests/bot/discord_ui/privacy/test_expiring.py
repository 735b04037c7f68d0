"""What is personal goes when its days are over, while the bot runs."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.citation_log.events import Draft, Event, ServerSettings
from bot.citation_log.opening import open_engine
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.desk.servers import ServersDesk
from bot.discord_ui.privacy.expiring import keep_expiring
from bot.errors import LogUnavailableError
from tests.bot.discord_ui.conftest import KEY
from tests.one_answer import desk_of


class Flaky(ForgettingDesk):
    """A desk whose log is away the first time."""

    tried = 0

    def expire(self, now: datetime, days: int, server: str | None = None) -> Event | None:
        """Fail once."""
        self.tried += 1
        if self.tried == 1:
            raise LogUnavailableError("The citation log cannot be written (locked), so nothing is shown.")
        return super().expire(now, days, server)


async def test_old_words_are_removed_though_the_log_was_away(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The question of 31 days ago is gone after the second try, the one of 29 days ago is kept."""
    now = datetime.now(UTC)
    days = iter([31, 29, 0, 0])
    engine = open_engine(f"sqlite:///{tmp_path / 'log.db'}")
    log = SqlCitationLog(engine, now=lambda: now - timedelta(days=next(days)))
    desk = desk_of(log)
    old, new = desk.ask(Asking("old?", "p")).number, desk.ask(Asking("new?", "p")).number
    await _expiring(log, lambda: log.event(old).personal is None)
    assert log.event(new).personal == {"question": "new?"}
    assert "could not be removed" in caplog.text
    log.close()


async def test_a_server_may_keep_less(tmp_path: Path) -> None:
    """Its own questions go when its own days are over, those of other servers and of direct messages stay."""
    now = datetime.now(UTC)
    days = iter([40, 10, 10, 10, 9, 8, 0, 0, 0])
    engine = open_engine(f"sqlite:///{tmp_path / 'log.db'}")
    log = SqlCitationLog(engine, now=lambda: now - timedelta(days=next(days)))
    log.append(Draft(ServerSettings(keep_days=90), server="8"))  # more than the operator's, so of no account
    desk = desk_of(log)
    numbers = [desk.ask(Asking("when?", "p", server=server)).number for server in ("7", "8", None)]
    log.append(Draft(ServerSettings(keep_days=20), server="7"))
    log.append(Draft(ServerSettings(keep_days=5), server="7"))  # the newest one holds
    assert ServersDesk(log, 30).shorter() == {"7": 5}
    await _expiring(log, lambda: log.event(numbers[0]).personal is None)
    assert [log.event(number).personal is None for number in numbers] == [True, False, False]
    log.close()


async def _expiring(log: SqlCitationLog, done: Callable[[], bool]) -> None:
    """Let what is old enough be removed until *done*."""
    forgetting = Flaky(log, SqlForgetting(log), KEY)
    task = asyncio.create_task(keep_expiring(forgetting, ServersDesk(log, 30), every=0.01))
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.01)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
