"""Two readers' opinions on the same words: the trained one reads them, the typed one counts what they share.

A small model knows what kind of words answer, and that many do not; which of an article's four dates goes with
the verb that was asked about it tells less surely than a comparison of words does. Their faults differ.
"""

from collections.abc import Sequence

from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.questions.statements import statement_of
from bot.answering.reader.finding import with_finding
from bot.answering.reader.protocol import Excerpt, Reader, Reading, SpanCandidate

# Log-odds between the typed reader's best and worst score, above the one that speaks neither for words nor against them, and
# below; and the most that it can add and take: who words a question otherwise than an article shares little with it.
_EVEN = 0.455
_ABOVE, _MOST = 4.8, 1.5
_BELOW, _LEAST = 4.0, 1.0
_UNSEEN = 0.12  # the trained reader's score for words that it did not point at
_UNTYPED = 0.3  # the typed reader's score for words that it did not point at
_NO_ANSWER = 0.5


class CombinedReader:
    """A `Reader` that adds the log-odds of two."""

    def __init__(self, trained: Reader, typed: Reader) -> None:
        self.name = f"{trained.name} and {typed.name}"
        self._trained = trained
        self._typed = typed

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage with both; one reading per excerpt, in the order given."""
        if _has_no_form(question):
            return [with_finding(one, question) for one in self._trained.read(question, excerpts)]
        pairs = zip(self._trained.read(question, excerpts), self._typed.read(question, excerpts), strict=True)
        merged = [
            Reading(trained.passage, _merged(trained.spans, typed.spans), _NO_ANSWER, trained.closeness)
            for trained, typed in pairs
        ]
        return [with_finding(one, question) for one in merged]


def _has_no_form(question: Question) -> bool:
    """Whether no form of words tells what can answer: then the typed reader has nothing to say."""
    if question.wants is Wants.YES_NO:
        return statement_of(question.text) is not None
    return question.wants is Wants.VALUE and not question.kinds


def _merged(trained: Sequence[SpanCandidate], typed: Sequence[SpanCandidate]) -> tuple[SpanCandidate, ...]:
    """Return the spans of both, best first; of two on the same words the typed reader's limits are kept."""
    found: dict[tuple[int, int], SpanCandidate] = {}
    for span in typed:
        shared = max(
            (other for other in trained if _overlap(span, other)),
            key=lambda other: (_likeness(span, other), other.score),
            default=None,
        )
        score = _together(shared.score if shared else _UNSEEN, span.score)
        affirms = shared.affirms if shared else None
        found[span.start, span.end] = SpanCandidate(span.passage, span.start, span.end, score, affirms)
    for span in trained:
        if not any(_overlap(span, other) for other in typed):
            score = _together(span.score, _UNTYPED)
            found[span.start, span.end] = SpanCandidate(
                span.passage, span.start, span.end, score, span.affirms
            )
    return tuple(sorted(found.values(), key=lambda span: (-span.score, span.start, span.end)))


def _together(trained: float, typed: float) -> float:
    more = (_ABOVE if typed > _EVEN else _BELOW) * (typed - _EVEN)
    return score_at(log_odds(trained) + max(-_LEAST, min(_MOST, more)))


def _likeness(one: SpanCandidate, other: SpanCandidate) -> float:
    """Return the share of the characters of both that both hold."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _overlap(one: SpanCandidate, other: SpanCandidate) -> bool:
    return one.start < other.end and other.start < one.end
