"""What finding a passage says about reading it: how near the question it lies, and how many were found before it.

What answers "why" or "what did he say" has no form of its own, nor has "which film": any sentence has words of that kind,
and readers tell little between them. What retrieval knows of the paragraph as a whole is evidence of another kind.
"""

import math
from dataclasses import replace
from typing import NamedTuple

from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.kinds import Kind


class _Weights(NamedTuple):
    """Log-odds for each of the cosine of question and paragraph above the one that says nothing, and each e-fold in rank."""

    near: float
    even: float
    ranked: float = 0.0


_SENTENCES = _Weights(4.0, 0.25, 0.5)
_UNTYPED = _Weights(8.0, 0.5)
_PLACES = _Weights(9.0, 0.4)
_BODIES_AND_SUMS = _Weights(3.0, 0.45)
# Dates, numbers and people are told well enough by their sentences; yes/no questions are settled by sentences one by one.
_NOTHING = _Weights(0.0, 0.0)
_BY_KIND = {
    Kind.PLACE: _PLACES,
    Kind.ORGANISATION: _BODIES_AND_SUMS,
    Kind.MONEY: _BODIES_AND_SUMS,
}


def with_finding(reading: Reading, question: Question) -> Reading:
    """Return *reading* with every score raised or lowered by how near and how well ranked its passage is."""
    passage, weights = reading.passage, _weights(question)
    near, even, ranked = weights
    gain = near * (passage.similarity - even) - ranked * math.log(passage.rank)

    def weighed(span: SpanCandidate) -> SpanCandidate:
        return replace(span, score=score_at(log_odds(span.score) + gain))

    return reading.rescored(weighed) if gain else reading


def _weights(question: Question) -> _Weights:
    if question.wants is Wants.YES_NO:
        return _NOTHING
    if question.wants is Wants.SENTENCES:
        return _SENTENCES
    if not question.kinds:
        return _UNTYPED
    return _BY_KIND.get(question.kinds[0], _NOTHING)
