"""The composition root of the citation log: what lists, checks and clears it.

Apart from `desk_wiring`, since looking into the log needs nothing of answering and should not wait for its libraries.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from bot.citation_log.anchors import AnchorFile
from bot.citation_log.identities import parse_key, read_key
from bot.citation_log.opening import open_engine
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.forgetting import ForgettingDesk
from bot.errors import LogUnavailableError
from bot.settings import Settings


@dataclass(frozen=True)
class OpenLog:
    """The citation log with what belongs to it."""

    log: SqlCitationLog
    anchors: AnchorFile
    key: bytes

    @cached_property
    def forgetting(self) -> ForgettingDesk:
        """The desk that removes what the log must not keep."""
        return ForgettingDesk(self.log, SqlForgetting(self.log), self.key)


def open_log(settings: Settings) -> OpenLog:
    """Open the citation log, make it if there is none, and remove what is personal and older than the settings say.

    Raises:
        LogError: its database or its key cannot be used.
    """
    chosen = settings.log
    key = parse_key(chosen.key.get_secret_value()) if chosen.key else read_key(chosen.key_file)
    anchors = AnchorFile(chosen.anchors, key)
    found = OpenLog(SqlCitationLog(open_engine(chosen.database.get_secret_value()), anchors), anchors, key)
    with suppress(
        LogUnavailableError
    ):  # on a full disk the log can still be read; whoever opens it next removes it
        found.forgetting.expire(datetime.now(UTC), chosen.keep_days)
    return found
