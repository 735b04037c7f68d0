"""The composition root of the desk: the service whose answers are logged, and the use cases that stand on both.

Apart from `wiring`, since answering alone needs no database and should not wait for its library.
"""

from importlib.metadata import version

from bot.answering.service import AnswerService
from bot.citation_log.protocol import CitationLog
from bot.desk.asking import AskingDesk, Program
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.settings import Settings
from bot.wiring import SharedModels, fingerprint_of, open_service
from index.errors import IndexVersionGoneError


def asking_desk(log: CitationLog, service: AnswerService, settings: Settings) -> AskingDesk:
    """Return the desk that answers with *service* and writes down in *log* what it answered."""
    return AskingDesk(service, log, program_of(settings))


def serving(log: CitationLog, service: AnswerService, settings: Settings) -> Serving:
    """Return everything that stands on one index version: the desk that answers, and that for reports and rulings."""
    return Serving(service, asking_desk(log, service, settings), ReviewingDesk(service, log))


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
