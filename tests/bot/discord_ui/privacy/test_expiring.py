"""What is personal goes when its days are over, while the bot runs."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.citation_log.opening import open_engine
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.discord_ui.privacy.expiring import keep_expiring
from bot.errors import LogUnavailableError
from tests.bot.discord_ui.conftest import KEY
from tests.one_answer import desk_of


class Flaky(ForgettingDesk):
    """A desk whose log is away the first time."""

    tried = 0

    def expire(self, now: datetime, days: int) -> None:
        """Fail once."""
        self.tried += 1
        if self.tried == 1:
            raise LogUnavailableError("The citation log cannot be written (locked), so nothing is shown.")
        super().expire(now, days)


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
    task = asyncio.create_task(keep_expiring(Flaky(log, SqlForgetting(log), KEY), 30, every=0.01))
    async with asyncio.timeout(10):
        while log.event(old).personal is not None:
            await asyncio.sleep(0.01)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert log.event(new).personal == {"question": "new?"}
    assert "could not be removed" in caplog.text
    log.close()
