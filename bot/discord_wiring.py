"""The composition root of the bot in Discord: everything that it is made of, from the settings."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from bot.answering.service import AnswerService
from bot.desk_wiring import OpenLog, open_log, open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.desks import Desks, Serving
from bot.discord_ui.parts import Parts
from bot.discord_ui.questions.asker import Asker
from bot.discord_ui.waiting.cooldowns import Cooldowns
from bot.discord_ui.waiting.pool import Pool
from bot.settings import Settings

_REPORTS_A_MINUTE = 5  # of one member; nobody reads and reports with thought more often
_SERVER_REPORTS_A_MINUTE = 60


@contextmanager
def opened_client(
    settings: Settings,
    open_service: Callable[[Settings], AnswerService] = open_logged_service,
    **options: Any,
) -> Iterator[CrossciteClient]:
    """Give a client that is ready to be started, and close the log afterwards; *options* are discord.py's.

    A program that runs several clients in turn may give them one service with *open_service*.

    Raises:
        LogError: the citation log or its key cannot be used.
    """
    opened = open_log(settings)
    try:
        yield CrossciteClient(
            _parts(settings, opened, open_service), settings.discord.commands_file, **options
        )
    finally:
        opened.log.close()


def _parts(settings: Settings, opened: OpenLog, open_service: Callable[[Settings], AnswerService]) -> Parts:
    chosen = settings.discord

    def open_serving() -> Serving:
        service = open_service(settings)
        return Serving(service, opened.asking(service, settings), opened.reviewing(service))

    desks = Desks(opened.log, opened.forgetting, opened.key, open_serving)
    return Parts(
        desks=desks,
        asker=Asker(
            desks,
            Pool(chosen.workers, chosen.queue),
            Cooldowns(chosen.member_questions, chosen.server_questions),
        ),
        reports=Cooldowns(_REPORTS_A_MINUTE, _SERVER_REPORTS_A_MINUTE),
        keep_days=settings.log.keep_days,
        version=version("crosscite"),
    )
