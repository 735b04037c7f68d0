"""The composition root of the bot in Discord: everything that it is made of, from the settings."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from bot.answering.service import AnswerService
from bot.desk.comparing import ComparingDesk
from bot.desk.drafts import DraftsDesk
from bot.desk.rebuilding import RebuildingDesk
from bot.desk.servers import ServersDesk
from bot.desk.serving import Serving
from bot.desk_wiring import open_logged_service, serving
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.connecting.identifying import IdentifyBudget
from bot.discord_ui.desks import Desks
from bot.discord_ui.measures import Measures
from bot.discord_ui.parts import Parts
from bot.discord_ui.questions.asker import Asker
from bot.discord_ui.questions.bounds import Bounds
from bot.discord_ui.questions.owed import OwedReplies
from bot.discord_ui.rebuilds.desk import CorpusDesk
from bot.discord_ui.rebuilds.following import Follower
from bot.discord_ui.waiting.cooldowns import Cooldowns
from bot.discord_ui.waiting.pool import Pool
from bot.log_wiring import OpenLog, open_log
from bot.settings import Settings
from bot.wiring import SharedModels
from index.machine import cores_allowed
from index.wiring import current_edition, go_back, index_status

# Presses and commands of one member, questions and reports among them: each costs a read of the log or more.
_ACTS_A_MINUTE = 40
_SERVER_ACTS_A_MINUTE = 4000
_REPORTS_A_MINUTE = 5  # of one member; nobody reads and reports with thought more often
_SERVER_REPORTS_A_MINUTE = 60


@contextmanager
def opened_parts(
    settings: Settings, open_service: Callable[[Settings], AnswerService] | None = None
) -> Iterator[Parts]:
    """Give what every client is made of, and close the log afterwards.

    A program that runs several in turn may give them one service with *open_service*; without, each index
    version is opened when it is there, all of them with the same models.

    Raises:
        LogError: the citation log or its key cannot be used.
    """
    opened = open_log(settings)
    try:
        models = SharedModels(settings)
        opening = open_service or (lambda chosen: open_logged_service(chosen, models))
        yield _parts(settings, opened, opening)
    finally:
        opened.log.close()


def client_maker(parts: Parts, settings: Settings, **options: Any) -> Callable[[], CrossciteClient]:
    """Return what makes clients that are ready to be started, one after the other; *options* are discord.py's.

    They share the day's budget of IDENTIFYs, as Discord does not ask which of them sent one.
    """
    budget = IdentifyBudget()

    def make() -> CrossciteClient:
        return CrossciteClient(parts, settings.discord.commands_file, budget, **options)

    return make


def _parts(settings: Settings, opened: OpenLog, open_service: Callable[[Settings], AnswerService]) -> Parts:
    chosen = settings.discord

    def open_serving() -> Serving:
        return serving(opened.log, open_service(settings), settings)

    def edition() -> str:
        return current_edition(settings.index)

    desks = Desks(opened.log, opened.forgetting, opened.key, open_serving, edition)
    drafts, rebuilding = DraftsDesk(settings.index), RebuildingDesk(settings)
    measures, owed = Measures(), OwedReplies(chosen.owed)
    return Parts(
        desks=desks,
        # An answer keeps a core busy, most of the time in the models' own threads: more at once gain nothing.
        asker=Asker(desks, Pool(chosen.workers or cores_allowed(), chosen.queue), measures, owed),
        bounds=Bounds(Cooldowns(chosen.member_questions, chosen.server_questions)),
        acts=Cooldowns(_ACTS_A_MINUTE, _SERVER_ACTS_A_MINUTE),
        reports=Cooldowns(_REPORTS_A_MINUTE, _SERVER_REPORTS_A_MINUTE),
        servers=ServersDesk(opened.log, settings.log.keep_days),
        corpus_servers=chosen.corpus_server_ids,
        corpus=CorpusDesk(
            drafts,
            rebuilding,
            Follower(desks, rebuilding, published=drafts.discard),
            compare=ComparingDesk(settings).compare,
            status=lambda: index_status(settings.index),
            undo=lambda: go_back(settings.index)[0],
        ),
        version=version("crosscite"),
        began=datetime.now(UTC),
        measures=measures,
        owed=owed,
    )
