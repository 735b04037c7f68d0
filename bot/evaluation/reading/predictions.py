"""Runs a model over the rows of a data set, and returns what it said beside what is right."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.answering.questions.analysis import analyse
from bot.answering.reader.model.protocol import EntailmentModel, Span, SpanModel
from bot.answering.reader.protocol import Excerpt, Reader
from bot.evaluation.data import Row
from bot.evaluation.reading.labels import ANSWERABLE, CONTRADICTION, ENTAILMENT, NEUTRAL, UNANSWERABLE, Judged
from bot.evaluation.reading.squad import Prediction
from index.articles import Article, ArticleDetails, number_paragraphs
from index.retrieval.passages import Passage

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


def tell_unanswerable(reader: Reader, found: Sequence[Row]) -> list[Judged]:
    """Ask the question of every row of all its passages, as in answering: unanswerable where *reader* finds nothing.

    Rows whose question is ambiguous are left out: they are neither.
    """

    def tell(row: Row) -> Judged:
        question = analyse(row["question"])
        asked = [question] if question.otherwise is None else [question, question.otherwise]
        excerpts = [_excerpt(passage["text"], rank) for rank, passage in enumerate(row["passages"], 1)]
        answered = any(reading.answers for one in asked for reading in reader.read(one, excerpts))
        return Judged(
            ANSWERABLE if answered else UNANSWERABLE,
            UNANSWERABLE if row["label"] == UNANSWERABLE else ANSWERABLE,
        )

    return _side_by_side(tell, [row for row in found if row["label"] != "ambiguous"])


def _excerpt(text: str, rank: int) -> Excerpt:
    """Return a passage as the only paragraph of an article of its own."""
    name = str(rank)
    (paragraph,) = number_paragraphs(name, [text])
    return Excerpt(Passage(paragraph, 1.0, rank), Article(name, ArticleDetails(), text, "", (paragraph,)))


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
