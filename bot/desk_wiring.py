"""The composition root of the desk: the citation log, and the use cases that stand on it.

Apart from `wiring`, since answering alone needs no database and should not wait for its library.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version

from bot.answering.service import AnswerService
from bot.citation_log.anchors import AnchorFile
from bot.citation_log.identities import parse_key, read_key
from bot.citation_log.opening import open_engine
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Program
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.errors import LogUnavailableError
from bot.settings import Settings
from bot.wiring import SharedModels, fingerprint_of, open_service
from index.errors import IndexVersionGoneError


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

    def asking(self, service: AnswerService, settings: Settings) -> AskingDesk:
        """Return the desk that answers with *service* and writes down what it answered."""
        return AskingDesk(service, self.log, program_of(settings))

    def reviewing(self, service: AnswerService) -> ReviewingDesk:
        """Return the desk that takes reports and rulings."""
        return ReviewingDesk(service, self.log)

    def serving(self, service: AnswerService, settings: Settings) -> Serving:
        """Return everything that stands on one index version."""
        return Serving(service, self.asking(service, settings), self.reviewing(service))


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


def open_logged_service(settings: Settings, models: SharedModels | None = None) -> AnswerService:
    """Open the service whose answers are logged: the current index version, under the reader's full name.

    Whoever opens one version after another gives the same *models* each time.

    Raises:
        ArticleIndexError: there is no index, or it is refused.
        ReaderModelError: a model of the reader cannot be used.
    """
    return open_service(settings, fingerprinted=True, models=models)


def open_replaying_service(settings: Settings, index_version: str) -> AnswerService | None:
    """Open the service for an index version of some time ago, None where that was removed; errors as above."""
    try:
        return open_service(settings, index_version, fingerprinted=True)
    except IndexVersionGoneError:
        return None


def program_of(settings: Settings) -> Program:
    """Return the fingerprint of the settings that decide on answers, and the program's version."""
    return Program(fingerprint_of("settings 1", settings.passages_read), version("crosscite"))
