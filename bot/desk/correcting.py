"""Choosing what is to be quoted instead: paragraphs of the index, their sentences, and the words that answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answers import Source
from bot.answering.corrections import words_that_answer
from bot.answering.questions.analysis import analyse
from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered
from bot.citation_log.events import Chosen, Event, KeptText
from bot.desk.cases import question_of
from bot.desk.reviewing import Correction
from bot.errors import RulingError
from index.articles import Paragraph
from index.errors import UnknownArticleError
from index.splitting import sentence_spans


@dataclass(frozen=True, slots=True)
class Offered:
    """A paragraph that may be quoted instead."""

    paragraph: Paragraph
    source: Source


class CorrectingDesk:
    """Offers what is in one index version; nothing else can be quoted, and no text be written."""

    def __init__(self, service: AnswerService) -> None:
        self._service = service

    def read_for(self, event: Event, most: int) -> list[Offered]:
        """Return the paragraphs that were read for an answer, best first, as far as they are still as they were."""
        detail = event.detail
        if not isinstance(detail, Answered):
            return []
        read = [(detail.articles[one.article][0], one.paragraph_id) for one in detail.retrieved]
        found = [self._by_id(*one) for one in dict.fromkeys(read)]
        return [offered for offered in found if offered is not None][:most]

    def found_by(self, words: str, most: int) -> list[Offered]:
        """Return the paragraphs nearest to *words*, best first.

        Raises:
            EmbeddingError: the embedding model failed.
        """
        return [self._offered(passage.paragraph) for passage in self._service.index.search(words, most)]

    def paragraph(self, article_id: str, number: int) -> Offered | None:
        """Return one paragraph, None where there is no such one any more."""
        paragraphs = self._paragraphs(article_id)
        return self._offered(paragraphs[number - 1]) if 0 < number <= len(paragraphs) else None

    def correction(self, event: Event, offered: Offered, first: int, last: int) -> Correction:
        """Return the correction that quotes the sentences from *first* to *last*, counted from 0.

        Raises:
            RulingError: the paragraph has no such sentences.
        """
        paragraph = offered.paragraph
        sentences = sentence_spans(paragraph.text)
        if not 0 <= first <= last < len(sentences):
            raise RulingError("The paragraph has no such sentences.")
        run = (sentences[first][0], sentences[last][1])
        article = self._service.index.article(paragraph.article_id)
        question = question_of(event)
        highlight = run
        if question:
            highlight = words_that_answer(analyse(question), article, paragraph, run, self._service.reader)
        chosen = Chosen(
            article=article.id,
            version=article.version,
            paragraph=paragraph.number,
            paragraph_id=paragraph.id,
            start=run[0],
            end=run[1],
            highlights=(highlight,),
        )
        text = KeptText(article.version, article.id, article.details, article.body)
        return Correction(chosen, text, offered.source.dateline)

    def _by_id(self, article_id: str, paragraph_id: str) -> Offered | None:
        found = (one for one in self._paragraphs(article_id) if one.id == paragraph_id)
        return next(map(self._offered, found), None)

    def _paragraphs(self, article_id: str) -> Sequence[Paragraph]:
        """Return an article's paragraphs, none where it is gone."""
        try:
            return self._service.index.article(article_id).paragraphs
        except UnknownArticleError:
            return ()

    def _offered(self, paragraph: Paragraph) -> Offered:
        return Offered(paragraph, self._service.source_of(paragraph.article_id))
