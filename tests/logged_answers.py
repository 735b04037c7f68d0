"""Small answers made by hand, what becomes of them, and a log of it all: for tests of the citation log."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Note,
    Outcome,
    Quote,
    RelatedPassage,
    Relation,
    Source,
    Version,
)
from bot.answering.service import Considered
from bot.citation_log.anchors import AnchorFile
from bot.citation_log.events import Delivered, Draft, Failed, Reported, Ruled, Span
from bot.citation_log.faults import Verification
from bot.citation_log.opening import open_engine
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking, Circumstances, answered
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import texts
from bot.citation_log.verification import verify
from index.articles import Article, ArticleDetails, article_version, number_paragraphs
from index.retrieval.passages import Passage
from index.splitting import paragraph_spans

KEY = bytes(range(32))
BEGINNING = datetime(2024, 1, 12, 9, 0, tzinfo=UTC)  # of the log; each event is a minute after the one before
ANNA, BERT, MODERATOR = ("a1" * 32, "b2" * 32, "c3" * 32)  # as keyed hashes
CIRCUMSTANCES = Circumstances(
    "reader 1", "settings 1", "0.1.0", 0, "5" * 64, {"waited": 0.0, "answered": 12.5}
)


def article_of(name: str, body: str, details: ArticleDetails | None = None) -> Article:
    """Return an article as the index holds it."""
    details = details or ArticleDetails()
    texts = (body[start:end] for start, end in paragraph_spans(body))
    return Article(name, details, body, article_version(details, body), number_paragraphs(name, texts))


NORTH = article_of(
    "north",
    "LYNESS, March 3 –\nThe ferry „Hamnavoe“ leaves on Friday, March 8.\n\n  * It is 港 blue. 🛳\n",
    ArticleDetails(title="Ferry to leave", publisher="The Orcadian", language="en"),
)
SOUTH = article_of(
    "south", "The ferry leaves on March 9, said the harbour.\nThe ferry leaves on March 9, said the harbour."
)
EAST = article_of("east", "Tickets cost twelve pounds.")
ARTICLES = {article.id: article for article in (NORTH, SOUTH, EAST)}


def source_of(article: Article) -> Source:
    """Return an article as a citation names it; one of them has a dateline."""
    return Source(article.id, article.details, "Lyness, March 3" if article is NORTH else None)


def quote_of(article: Article, paragraph: int, words: str, citation: int) -> Quote:
    """Return the quote of a whole paragraph, with *words* highlighted."""
    found = article.paragraphs[paragraph - 1]
    start = found.text.index(words)
    return Quote(found, 0, len(found.text), ((start, start + len(words)),), citation)


DISPUTED = Answer(
    question="When does the ferry leave?",
    outcome=Outcome.DISPUTED,
    index_version="index-1",
    relation=Relation.RIVAL,
    versions=(
        Version("date", "XXXX-03-08", "dateline", (quote_of(NORTH, 2, "March 8", 1),), 1),
        Version("date", "XXXX-03-09", None, (quote_of(SOUTH, 2, "March 9", 2),), 1),
    ),
    disagreement=Disagreement(
        DisagreementKind.DISPUTED,
        "date",
        ((0, 1),),
        "the dates differ in the day",
        ("XXXX-03-08", "XXXX-03-09"),
    ),
    citations=(Citation(1, source_of(NORTH), 2), Citation(2, source_of(SOUTH), 2)),
    related=(RelatedPassage(EAST.paragraphs[0], source_of(EAST), 0.4132),),
    notes=(Note("north", "the weekday is not that of the date", ("Friday", "2024-03-08")),),
)
PRICE = Answer(
    question="What does a ticket cost?",
    outcome=Outcome.ANSWERED,
    index_version="index-1",
    relation=Relation.ONE,
    versions=(Version("money", "12 GBP", None, (quote_of(EAST, 1, "twelve pounds", 1),), 1),),
    citations=(Citation(1, source_of(EAST), 1),),
)
NOTHING = Answer("Who built the ferry?", Outcome.NOT_IN_SOURCES, "index-1")


def drafted(
    answer: Answer,
    person: str | None = ANNA,
    server: str | None = "7",
    articles: Mapping[str, Article] = ARTICLES,
) -> Draft:
    """Return what is written down when *person* asks and *answer* is found."""
    found = [quote.paragraph for version in answer.versions for quote in version.quotes] or [
        EAST.paragraphs[0]
    ]
    passages = tuple(Passage(one, 1 / rank, rank) for rank, one in enumerate(found, start=1))
    asking = Asking(answer.question, person, "discord", server, "70")
    return answered(asking, Considered(answer, passages), CIRCUMSTANCES, articles.__getitem__)


def reported(about: int, words: str, person: str = BERT) -> Draft:
    """Return a member's report of an answer."""
    return Draft(
        Reported(category="wrong_quote"), about=about, server="7", person=person, personal={"text": words}
    )


def ruled(about: int, note: str) -> Draft:
    """Return a moderator's ruling on an answer."""
    span = Span(paragraph_id=NORTH.paragraphs[1].id, start=0, end=20)
    detail = Ruled(verdict="retracted", reader="reader 1", form="when", meaning="AAA=", withheld=(span,))
    return Draft(detail, about=about, server="7", person=MODERATOR, personal={"note": note})


STORY = (
    drafted(DISPUTED),
    Draft(Delivered(message="900"), about=1, server="7"),
    reported(1, "It left yesterday"),
    ruled(1, "Quite right"),
    drafted(NOTHING, BERT, server=None),
    Draft(Failed(reason="Discord did not answer."), about=5),
    drafted(PRICE),
    Draft(Delivered(), about=7, server="7"),
)


class Clock:
    """A minute later each time."""

    def __init__(self) -> None:
        self._minutes = 0

    def __call__(self) -> datetime:
        """Return the next minute."""
        self._minutes += 1
        return minute(self._minutes)


def minute(number: int) -> datetime:
    """Return when event *number* of a log with a `Clock` was written."""
    return BEGINNING + timedelta(minutes=number)


def opened(
    url: str, anchors: Path | None = None, now: Callable[[], datetime] | None = None
) -> SqlCitationLog:
    """Open the log in *url*, its anchors signed with `KEY`."""
    return log_over(open_engine(url), anchors, now)


def log_over(
    engine: Engine, anchors: Path | None = None, now: Callable[[], datetime] | None = None
) -> SqlCitationLog:
    """Return the log in a database that is open already."""
    return SqlCitationLog(engine, AnchorFile(anchors, KEY) if anchors else None, now or Clock())


def numbers(log: SqlCitationLog, query: Query, limit: int = 100) -> list[int]:
    """Return the numbers of the events that *query* describes."""
    return [event.number for event in log.find(query, limit)]


def kept(log: SqlCitationLog) -> set[str]:
    """Return the articles whose text is kept."""
    with log.engine.connect() as connection:
        return set(connection.scalars(select(texts.c.article)))


def verified(log: SqlCitationLog, anchors: Path | None = None) -> Verification:
    """Check the whole log against itself, and its anchors if it has any."""
    return verify(log, AnchorFile(anchors, KEY).read() if anchors else None)
