"""What every command and every button is given: made once, when the program starts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

import discord

from bot.desk.servers import ServersDesk
from bot.discord_ui.desks import Desks
from bot.discord_ui.measures import Measures
from bot.discord_ui.questions.asker import Asker
from bot.discord_ui.questions.bounds import Bounds
from bot.discord_ui.questions.owed import OwedReplies
from bot.discord_ui.rebuilds.desk import CorpusDesk
from bot.discord_ui.waiting.cooldowns import Cooldowns


@dataclass(frozen=True, slots=True)
class Parts:
    """The desks, who answers, and the bounds on questions, acts and reports.

    ``servers`` knows what managers decided, ``corpus_servers`` are those where articles are edited, and ``corpus``
    is what they are edited with. What the log holds from before the program *began*, an earlier run left;
    ``measures`` are what is counted, ``owed`` is whom an answer is owed.
    """

    desks: Desks
    asker: Asker
    bounds: Bounds
    acts: Cooldowns
    reports: Cooldowns
    servers: ServersDesk
    corpus_servers: frozenset[str]
    corpus: CorpusDesk
    version: str
    began: datetime
    measures: Measures
    owed: OwedReplies


class _Client(Protocol):
    parts: Parts


def parts_of(interaction: discord.Interaction) -> Parts:
    """Return the parts of the client that received *interaction*, for what discord.py itself constructs."""
    return cast("_Client", interaction.client).parts
