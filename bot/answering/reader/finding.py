"""What finding a passage says about reading it: how near the question it lies, and how many were found before it.

What answers "why" or "what did he say" has no form of its own, nor has "which film": any sentence has words of that kind,
and readers tell little between them. What retrieval knows of the paragraph as a whole is evidence of another kind.
"""

import math
from dataclasses import replace

from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.kinds import Kind

_NEAR = 1.1  # log-odds for the cosine of question and paragraph
_RANKED = 0.37  # log-odds for each e-fold in the paragraph's rank
# What is lost besides, the more the less the form of an answer tells. All of them, and what the comparison of words counts
# for (`combined_reader.py`), were fitted as one model of which words answer, if any do, to 611 questions about 92 invented
# stories and 495 about the corpus and 16 others.
_SENTENCES, _UNTYPED, _OTHERS = -0.1, 1.1, 0.4
_BY_KIND = {
    Kind.PERSON: 0.6,
    Kind.ORGANISATION: 0.6,
    Kind.PLACE: 0.1,
    Kind.DATE: 0.0,
    Kind.TIME: 0.0,
}


def with_finding(reading: Reading, question: Question) -> Reading:
    """Return *reading* with every score raised or lowered by how near and how well ranked its passage is.

    Yes/no questions are settled by sentences one by one.
    """
    if question.wants is Wants.YES_NO:
        return reading
    passage = reading.passage
    gain = _NEAR * passage.similarity - _RANKED * math.log(passage.rank) - _lost(question)

    def weighed(span: SpanCandidate) -> SpanCandidate:
        return replace(span, score=score_at(log_odds(span.score) + gain))

    return reading.rescored(weighed)


def _lost(question: Question) -> float:
    if question.wants is Wants.SENTENCES:
        return _SENTENCES
    return _BY_KIND.get(question.kinds[0], _OTHERS) if question.kinds else _UNTYPED
