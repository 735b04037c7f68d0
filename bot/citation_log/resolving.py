"""An event as the answer that was shown, from the log alone: the index may have moved on since."""

from collections.abc import Callable, Mapping
from typing import Any

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
from bot.citation_log.answered import Answered, LoggedQuote
from bot.citation_log.events import Event, KeptText
from bot.errors import AnswerErasedError, DamagedQuoteError, LogUnavailableError
from index.articles import Paragraph, number_paragraphs
from index.splitting import paragraph_spans

Texts = Callable[[str], KeptText | None]


def resolved(event: Event, texts: Texts) -> Answer:
    """Return the answer that *event* tells of; its question is empty if that was erased.

    Raises:
        AnswerErasedError: words that it needs were taken down, or *event* is no answer.
        DamagedQuoteError: a kept text does not hold the paragraph that was quoted.
        LogUnavailableError: the event does not hold what was written there.
    """
    if not isinstance(event.detail, Answered) or event.quoted is None:
        raise AnswerErasedError(event.number)
    try:
        return _Resolving(event, event.detail, event.quoted, texts).answer()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LogUnavailableError.damaged() from error


class _Resolving:
    def __init__(self, event: Event, detail: Answered, quoted: Mapping[str, object], texts: Texts) -> None:
        self._event = event
        self._detail = detail
        self._quoted: Mapping[str, Any] = quoted
        self._texts = texts
        self._articles: dict[int, tuple[Source, Mapping[int, Paragraph]]] = {}

    def answer(self) -> Answer:
        """Put the answer together again, field by field."""
        detail, quoted = self._detail, self._quoted
        versions = tuple(
            Version(
                version.kind,
                value,
                version.resolved_from,
                tuple(self._quote(quote) for quote in version.quotes),
                version.independent_sources,
            )
            for version, value in zip(detail.versions, quoted["values"], strict=True)
        )
        differ = detail.disagreement
        disagreement = None
        if differ is not None:
            kind, compared = DisagreementKind(differ.kind), tuple(quoted["compared"])
            disagreement = Disagreement(
                kind, differ.on, differ.pairs, differ.rule, compared, differ.scores, differ.surety
            )
        return Answer(
            (self._event.personal or {}).get("question", ""),
            Outcome(self._event.outcome or ""),
            detail.index_version,
            Relation(detail.relation) if detail.relation else None,
            versions,
            disagreement,
            self._citations(),
            tuple(
                RelatedPassage(
                    self._paragraph(one.article, one.paragraph, one.paragraph_id),
                    self._source(one.article),
                    one.score,
                )
                for one in detail.related
            ),
            tuple(
                Note(note.article, note.rule, tuple(values))
                for note, values in zip(detail.notes, quoted["notes"], strict=True)
            ),
        )

    def _quote(self, quote: LoggedQuote) -> Quote:
        paragraph = self._paragraph(quote.article, quote.paragraph, quote.paragraph_id)
        return Quote(paragraph, quote.start, quote.end, quote.highlights, quote.citation)

    def _citations(self) -> tuple[Citation, ...]:
        found = {
            quote.citation: Citation(quote.citation, self._source(quote.article), quote.paragraph)
            for version in self._detail.versions
            for quote in version.quotes
        }
        return tuple(found[number] for number in sorted(found))

    def _source(self, article: int) -> Source:
        return self._article(article)[0]

    def _paragraph(self, article: int, number: int, paragraph_id: str) -> Paragraph:
        source, paragraphs = self._article(article)
        paragraph = paragraphs.get(number)
        if paragraph is None or paragraph.id != paragraph_id:
            raise DamagedQuoteError(source.article_id, number)
        return paragraph

    def _article(self, place: int) -> tuple[Source, Mapping[int, Paragraph]]:
        if place not in self._articles:
            name, version = self._detail.articles[place]
            kept = self._texts(version)
            if kept is None:
                raise AnswerErasedError(self._event.number)
            source = Source(name, kept.details, self._quoted["datelines"].get(name))
            spans = paragraph_spans(kept.body)
            numbered = number_paragraphs(name, (kept.body[start:end] for start, end in spans))
            self._articles[place] = (source, {one.number: one for one in numbered})
        return self._articles[place]
