"""A desk whose service finds one and the same answer at once: for what happens around an answer, not to find it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from bot.answering.answers import Answer, Citation, Outcome, Quote, Relation, Source, Version
from bot.answering.intake import check_question
from bot.answering.rulings import Ruling
from bot.answering.service import AnswerService, Considered
from bot.citation_log.anchors import AnchorFile
from bot.citation_log.opening import open_engine
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.verification import Verification, verify
from bot.desk.asking import AskingDesk, Program
from index.articles import Article, ArticleDetails, article_version, number_paragraphs
from index.retrieval.passages import Passage

BODY = "The minister will meet the secretary on January 15.\nBread is baked at night."
WORDS = "January 15"
KEY = b"k" * 32
_NAME, _DETAILS = "a", ArticleDetails(title="The visit")


@dataclass(frozen=True, slots=True)
class _OneArticle:
    version: str = "index-1"

    def article(self, name: str) -> Article:
        return Article(
            name, _DETAILS, BODY, article_version(_DETAILS, BODY), number_paragraphs(name, BODY.split("\n"))
        )


class OneAnswer:
    """Stands in for an `AnswerService`: whatever is asked, the answer is `WORDS`."""

    fingerprint = "one answer"

    def __init__(self) -> None:
        self.index = _OneArticle()
        article = self.index.article(_NAME)
        first = article.paragraphs[0]
        start = first.text.index(WORDS)
        quote = Quote(first, 0, len(first.text), ((start, start + len(WORDS)),), 1)
        self._answer = Answer(
            question="",
            outcome=Outcome.ANSWERED,
            index_version=self.index.version,
            relation=Relation.ONE,
            versions=(Version("date", "XXXX-01-15", "text", (quote,), 1),),
            citations=(Citation(1, Source(_NAME, _DETAILS), 1),),
        )
        self._passages = tuple(
            Passage(one, 1.0, rank) for rank, one in enumerate(article.paragraphs, start=1)
        )

    def consider(self, question: str, rulings: tuple[Ruling, ...] = ()) -> Considered:
        """Return the answer, to whatever was asked."""
        return Considered(replace(self._answer, question=check_question(question)), self._passages)


def desk_of(log: SqlCitationLog) -> AskingDesk:
    """Return the desk that gives the one answer and writes it down in *log*."""
    return AskingDesk(cast(AnswerService, OneAnswer()), log, Program("settings", "0"))


def log_in(url: str, anchors: Path) -> SqlCitationLog:
    """Open the log in the database *url*, its anchors signed with `KEY`."""
    return SqlCitationLog(open_engine(url), AnchorFile(anchors, KEY))


def verified(log: SqlCitationLog, anchors: Path) -> Verification:
    """Check the whole log against itself and its anchors."""
    return verify(log, AnchorFile(anchors, KEY).read())
