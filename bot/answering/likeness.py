"""Likeness as evidence: who says otherwise says it in like words, and gives a value that is not far off.

A question may be worded far from every article; the sentence that answers it most surely is worded as articles are. How
near another article's sentence is to it, what both answer left out, tells whether it speaks of the same; so does how far
apart their values lie.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.claims import claim_of
from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.names import unmet_names
from bot.answering.reader.offices import held_it_before, is_of_another_office
from bot.answering.reader.others import goes_elsewhere, names_another_person
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.reader.stays import is_of_the_whole_journey
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.distance import days_apart, folds_apart
from bot.answering.values.values import Value
from index.articles import Article
from index.embedding.protocol import Embedder


class Falling(NamedTuple):
    """Log-odds that fall by *weight* with each unit of distance, from *most* to *least*; nought where it is *even*."""

    weight: float
    even: float
    most: float
    least: float

    def at(self, distance: float) -> float:
        """Return the log-odds of *distance*."""
        return max(self.least, min(self.most, self.weight * (self.even - distance)))


_WEIGHT = 12.0  # log-odds between sentences that say the same (cosine 1) and such as share nothing (0)
_EVEN = 0.4  # cosine that speaks neither for nor against
_MOST = 2.0  # log-odds that likeness can add or take: it must not drown what was read
_ASKED = 0.6  # cosine with the question from which unlikeness to the surest sentence takes nothing
_COMPARED = 0.005  # score from which words are compared; the rest is far from counting
_TELLING = 8.0  # content words of a sentence that is like another or not; of a shorter one it tells less
# Of amounts in e-folds, of dates in those of one day more than lie between them; fitted on 16 stories.
_BY_FOLDS = Falling(weight=2.5, even=0.92, most=2.5, least=-3.0)
_BY_DAYS = Falling(weight=1.0, even=2.08, most=1.5, least=-2.0)
# Score of words, or cosine of their sentence, from which a far value takes nothing: a changed print may say anything.
_SURE, _ALIKE = 0.7, 0.8
_AGREEING = 0.05  # score from which an article gives the surest value, and is not made to say another


class Likeness:
    """Weighs what was read for one question by how like it is to the surest; embeds every sentence once."""

    def __init__(self, embedder: Embedder, article_of: Callable[[str], Article]) -> None:
        self._embedder = embedder
        self._article_of = article_of
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def weighed(
        self, question: Question, readings: Sequence[Reading], contexts: Mapping[str, ArticleContext]
    ) -> list[Reading]:
        """Return *readings* with the score of every other article's words raised or lowered, by likeness and by distance.

        What gives the surest value is never lowered, and what gives another never raised in an article that gives that
        value, too, or in a sentence on somebody or somewhere else, or on who holds another office or held it before.
        Where any number of answers may hold, or nothing answers, nothing is changed.
        """
        surest = max(
            (span for reading in readings for span in reading.answers),
            key=lambda span: span.score,
            default=None,
        )
        if question.wants is not Wants.VALUE or question.many or not question.kinds or surest is None:
            return list(readings)
        value = claim_of(question, surest, contexts).value
        values = {
            span: claim_of(question, span, contexts).value
            for reading in readings
            for span in reading.spans
            if span.score >= _COMPARED and _article(span) != _article(surest)
        }
        others = {span: _agree(value, other) for span, other in values.items()}
        agreeing = {_article(span) for span, agrees in others.items() if agrees and span.score >= _AGREEING}
        astray = self._lacking_names(question, surest, readings)
        near = self._nearness(surest.sentence_without, list(others))
        asked = self._nearness(question.text, list(others))

        told = _words_in(surest.sentence_without)

        def weighed(span: SpanCandidate) -> SpanCandidate:
            gain = max(-_MOST, min(_MOST, _WEIGHT * (near.get(span, _EVEN) - _EVEN)))
            if gain < 0:
                gain = max(gain, min(0.0, _WEIGHT * (asked.get(span, _EVEN) - _ASKED)))
                gain *= min(1.0, min(told, _words_in(span.sentence_without)) / _TELLING)
            if span in others and not others[span]:
                certain = span.score >= _SURE or near.get(span, 0.0) >= _ALIKE
                distance = _by_distance(value, values[span])
                gain += max(0.0, distance) if certain else distance
            if others.get(span):
                kept = gain < 0
            else:
                kept = gain > 0 and (_article(span) in agreeing | astray or _tells_of_another(question, span))
            return span if kept else replace(span, score=score_at(log_odds(span.score) + gain))

        return [reading.rescored(weighed) for reading in readings]

    def _lacking_names(
        self, question: Question, surest: SpanCandidate, readings: Sequence[Reading]
    ) -> set[str]:
        """Return the articles that lack more of the question's names than that of the surest answer."""
        excerpts = [
            Excerpt(reading.passage, self._article_of(reading.passage.paragraph.article_id))
            for reading in readings
        ]
        lost = dict(zip((one.article.id for one in excerpts), unmet_names(question, excerpts), strict=True))
        return {name for name, margin in lost.items() if margin > lost[_article(surest)]}

    def _nearness(self, like: str, others: Sequence[SpanCandidate]) -> dict[SpanCandidate, float]:
        """Return the cosine of every span's sentence, without what it answers, and of the words *like*."""
        asked = [like, *(span.sentence_without for span in others)]
        new = [text for text in dict.fromkeys(asked) if text and text not in self._vectors]
        if new and others:
            self._vectors |= zip(new, self._embedder.embed(new), strict=True)
        own = self._vectors.get(like)
        if own is None:
            return {}
        return {
            span: float(own @ self._vectors[span.sentence_without])
            for span in others
            if span.sentence_without
        }


def _words_in(text: str) -> int:
    return sum(term.is_content for term in terms_of(text))


def _agree(one: Value, other: Value) -> bool:
    return not {compare(one, other).fit, compare(other, one).fit}.isdisjoint({Fit.SAME, Fit.FINER})


def _by_distance(surest: Value, other: Value) -> float:
    """Return what it adds to the log-odds of *other* that it lies as far from the surest as it does."""
    folds, days = folds_apart(surest, other), days_apart(surest, other)
    if folds is not None:
        return _BY_FOLDS.at(folds)
    return 0.0 if days is None else _BY_DAYS.at(math.log1p(days))


def _tells_of_another(question: Question, span: SpanCandidate) -> bool:
    sentence = span.sentence_text
    text, start, end = span.passage.paragraph.text, span.start, span.end
    return (
        goes_elsewhere(question, sentence)
        or names_another_person(question, sentence)
        or held_it_before(question, text, start, end)
        or is_of_another_office(question, text, start, end)
        or is_of_the_whole_journey(question, sentence, text[start:end])
    )


def _article(span: SpanCandidate) -> str:
    return span.passage.paragraph.article_id
