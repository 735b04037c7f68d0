"""Runs a model over the rows of a data set, and returns what it said beside what is right."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.answering.questions.analysis import analyse
from bot.answering.questions.statements import open_question
from bot.answering.reader.candidates import Candidate
from bot.answering.reader.judging import judged
from bot.answering.reader.model.protocol import EntailmentModel, Span, SpanModel
from bot.evaluation.data import Row
from bot.evaluation.reading.labels import ANSWERABLE, CONTRADICTION, ENTAILMENT, NEUTRAL, UNANSWERABLE, Judged
from bot.evaluation.reading.squad import Prediction

_LABELS = (ENTAILMENT, NEUTRAL, CONTRADICTION)  # in the order of `Entailment`
_NOWHERE = Span(0, 0, float("-inf"))
_PAIRS_AT_ONCE = 256

_Said = TypeVar("_Said")


def predict_answers(model: SpanModel, found: Sequence[Row]) -> list[Prediction]:
    """Ask the question of every SQuAD-like row of its context."""

    def predict(row: Row) -> Prediction:
        (spans,) = model.spans(row["question"], [row["context"]])
        best = spans[0] if spans else _NOWHERE
        answers = tuple(answer["text"] for answer in row["answers"])
        return Prediction(row["context"][best.start : best.end], best.margin, answers)

    return _side_by_side(predict, found)


def tell_unanswerable(spans: SpanModel, entailment: EntailmentModel, found: Sequence[Row]) -> list[Judged]:
    """Ask the question of every row of all its passages: unanswerable where none has words above the threshold.

    The entailment model is consulted as in answering: a yes/no question is settled by a sentence that its
    statement follows from or contradicts. Rows whose question is ambiguous are left out: they are neither.
    """

    def tell(row: Row) -> Judged:
        question, texts = analyse(row["question"]), [passage["text"] for passage in row["passages"]]
        pages = [
            [Candidate(span.start, span.end, span.margin) for span in page]
            for page in spans.spans(open_question(question), texts)
        ]
        weighed = judged(entailment, question, texts, pages)
        best = max((one.candidate.margin for page in weighed for one in page), default=_NOWHERE.margin)
        return Judged(
            ANSWERABLE if best > spans.threshold else UNANSWERABLE,
            UNANSWERABLE if row["label"] == UNANSWERABLE else ANSWERABLE,
        )

    return _side_by_side(tell, [row for row in found if row["label"] != "ambiguous"])


def judge_pairs(model: EntailmentModel, found: Sequence[Row]) -> list[Judged]:
    """Judge premise and hypothesis of every row: the likeliest of the three labels."""
    found_labels: list[Judged] = []
    for start in range(0, len(found), _PAIRS_AT_ONCE):
        part = found[start : start + _PAIRS_AT_ONCE]
        shares = model.relate([(row["premise"], row["hypothesis"]) for row in part])
        found_labels += [
            Judged(_LABELS[max(range(3), key=share.__getitem__)], row["label"])
            for share, row in zip(shares, part, strict=True)
        ]
    return found_labels


def _side_by_side(ask: Callable[[Row], _Said], found: Sequence[Row]) -> list[_Said]:
    """Ask of several rows at a time, in order: one short context alone keeps only one core busy."""
    with ThreadPoolExecutor(thread_name_prefix="asking") as askers:
        return list(askers.map(ask, found))
