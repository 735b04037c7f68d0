"""A desk whose service finds one and the same answer at once: for what happens around an answer, not to find it."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from bot.answering.rulings import Ruling
from bot.answering.service import AnswerService, Considered
from bot.citation_log.anchors import AnchorFile
from bot.citation_log.opening import open_engine
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Program
from index.retrieval.passages import Passage
from tests.logged_answers import ARTICLES, EAST, KEY, PRICE

WORDS = PRICE.versions[0].text
ARTICLE = EAST.id


class OneAnswer:
    """Stands in for an `AnswerService`: whatever is asked, the answer is `WORDS`."""

    fingerprint = "one answer"
    index = SimpleNamespace(article=ARTICLES.__getitem__, version="20240112-1", edition="one")

    def consider(self, question: str, _rulings: tuple[Ruling, ...] = ()) -> Considered:
        """Return the answer, to whatever was asked."""
        return Considered(replace(PRICE, question=question), (Passage(EAST.paragraphs[0], 1.0, 1),))


def desk_of(log: SqlCitationLog) -> AskingDesk:
    """Return the desk that gives the one answer and writes it down in *log*."""
    return AskingDesk(cast("AnswerService", OneAnswer()), log, Program("settings", "0"))


def log_in(url: str, anchors: Path) -> SqlCitationLog:
    """Open the log in the database *url*, its anchors signed with `KEY`; its clock is the real one."""
    return SqlCitationLog(open_engine(url), AnchorFile(anchors, KEY))
