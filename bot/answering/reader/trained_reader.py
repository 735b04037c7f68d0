"""The trained reader: a model points at words, and the question's form decides which of them can answer."""

import math
from collections.abc import Sequence

from bot.answering.questions.question import Question
from bot.answering.questions.statements import open_question
from bot.answering.reader.candidates import candidates
from bot.answering.reader.framing import frame
from bot.answering.reader.judging import Judged, judged
from bot.answering.reader.model.protocol import EntailmentModel, SpanModel
from bot.answering.reader.names import unmet_names
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.terms import terms_of

_NO_ANSWER = 0.5
_SHARE_OF_BEST = 0.6  # of the best score: a far better answer casts doubt on one that merely passes
_SOFTNESS = 2.0  # of the scale on which margins become scores: this much raises even odds to 73 %


class TrainedReader:
    """A `Reader` over a span model and an entailment model; safe to call from several threads if they are."""

    def __init__(self, spans: SpanModel, entailment: EntailmentModel) -> None:
        self.name = spans.name if spans.name == entailment.name else f"{spans.name} with {entailment.name}"
        self._spans = spans
        self._entailment = entailment

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage; one reading per excerpt, in the order given."""
        framed = [frame(excerpt) for excerpt in excerpts]
        found = self._spans.spans(open_question(question), [one.text for one in framed])
        texts = [excerpt.passage.paragraph.text for excerpt in excerpts]
        pages = [
            candidates(question, text, one.own(spans))
            for text, one, spans in zip(texts, framed, found, strict=True)
        ]
        scored = [
            [self._scored(excerpt, one, penalty) for one in page]
            for excerpt, page, penalty in zip(
                excerpts,
                judged(self._entailment, question, texts, pages),
                unmet_names(question, excerpts),
                strict=True,
            )
        ]
        best = max((span.score for page in scored for span in page), default=0.0)
        no_answer = max(_NO_ANSWER, _SHARE_OF_BEST * best)
        return [
            Reading(excerpt.passage, tuple(page), no_answer, _closeness(question, text))
            for excerpt, text, page in zip(excerpts, texts, scored, strict=True)
        ]

    def _scored(self, excerpt: Excerpt, one: Judged, penalty: float) -> SpanCandidate:
        margin = one.candidate.margin - penalty - self._spans.threshold
        score = round(1 / (1 + math.exp(-margin / _SOFTNESS)), 6)
        return SpanCandidate(excerpt.passage, one.candidate.start, one.candidate.end, score, one.affirms)


def _closeness(question: Question, text: str) -> float:
    """Return the share of the question's words that a passage itself uses."""
    asked = {term.stem for term in question.terms}
    said = {term.stem for term in terms_of(text)}
    return round(len(asked & said) / len(asked), 6) if asked else 0.0
