"""Checking an answer that was given: what it quotes, in its context, from the log alone."""

from dataclasses import dataclass

from bot.answering.answers import Answer, Source
from bot.citation_log.answered import Answered
from bot.citation_log.events import Event, KeptText, Kind
from bot.citation_log.protocol import CitationLog, Query
from bot.citation_log.resolving import resolved
from bot.desk.access import Viewer, Way, may_see
from bot.desk.verdicts import Reviewed, reviewed_of
from bot.errors import AnswerErasedError, UnknownEventError
from index.articles import Article, number_paragraphs
from index.splitting import paragraph_spans

_ABOUT_ONE = 500  # rulings on one answer; nobody makes as many


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given, and the event that it stands under."""

    event: Event
    answer: Answer
    rulings: tuple[Event, ...] = ()

    @property
    def reviewed(self) -> Reviewed:
        """What moderators' rulings make of it."""
        return reviewed_of(self.answer, self.rulings)

    @property
    def way(self) -> Way:
        """How the question came in."""
        return Way(self.event.detail.way) if isinstance(self.event.detail, Answered) else Way.TERMINAL

    def asked_by(self, person: str) -> bool:
        """Whether the keyed hash *person* asked it."""
        return self.event.person is not None and self.event.person == person


class CheckingDesk:
    """Shows given answers, and the paragraphs around their quotes, to who may see them; needs no index."""

    def __init__(self, log: CitationLog) -> None:
        self._log = log

    def given(self, number: int, viewer: Viewer) -> Given:
        """Return answer *number*.

        Raises:
            UnknownEventError: there is none, or *viewer* may not see it; which of the two is not told.
            AnswerErasedError: words that it needs were taken down.
            DamagedQuoteError: a kept text does not hold the paragraph that was quoted.
            LogUnavailableError: the log cannot be read.
        """
        event = self._log.event(number)
        # Apart from the reports: however many there are, they hide no ruling.
        rulings = tuple(self._log.find(Query(kinds=(Kind.RULED,), about=number), _ABOUT_ONE))
        reported = bool(self._log.find(Query(kinds=(Kind.REPORTED,), about=number), 1))
        if not may_see(event, viewer, reported=reported):
            raise UnknownEventError(number)
        return Given(event, resolved(event, self._log.text), rulings)

    def article(self, given: Given, source: Source) -> Article:
        """Return an article that the answer cites, as it was when it was cited.

        Raises:
            AnswerErasedError: its text was taken down since.
            LogUnavailableError: the log cannot be read.
        """
        detail = given.event.detail
        cited = dict(detail.cited) if isinstance(detail, Answered) else {}
        kept = self._log.text(cited[source.article_id]) if source.article_id in cited else None
        if kept is None:
            raise AnswerErasedError(given.event.number)
        return _article(kept)


def _article(kept: KeptText) -> Article:
    texts = (kept.body[start:end] for start, end in paragraph_spans(kept.body))
    paragraphs = tuple(number_paragraphs(kept.article, texts))
    return Article(kept.article, kept.details, kept.body, kept.version, paragraphs)
