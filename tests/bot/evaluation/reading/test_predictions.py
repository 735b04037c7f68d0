"""What a model says to the rows of a set, with models whose every answer is known."""

from collections.abc import Sequence

import pytest

from bot.answering.reader.model.protocol import Entailment, EntailmentModel, Span, SpanModel
from bot.answering.reader.trained_reader import TrainedReader
from bot.evaluation.data import Row
from bot.evaluation.reading.labels import Judged
from bot.evaluation.reading.predictions import judge_pairs, predict_answers, tell_unanswerable
from bot.evaluation.reading.squad import Prediction
from tests.bot.answering.reader.scripted_models import Nearness

VERDICTS = {
    "yes": Entailment(0.6, 0.3, 0.1),
    "perhaps": Entailment(0.2, 0.5, 0.3),
    "even": Entailment(0.4, 0.4, 0.2),
    "no": Entailment(0.1, 0.3, 0.6),
    "elsewhere": Entailment(0.05, 0.9, 0.05),
}


class NumberModel:
    """Points at every number of a text, the greatest first, and is as sure as the number is great."""

    name = "numbers"
    threshold = 12.85  # less what the reader gives words for being retrieved: 10.0

    def spans(
        self,
        question: str,  # noqa: ARG002 - the protocol's
        texts: Sequence[str],
        places: Sequence[Sequence[tuple[int, int]]] = (),
    ) -> list[tuple[Span, ...]]:
        """Read every text, whatever is asked; other words are as sure as 0."""
        given = places or [()] * len(texts)
        return [
            (*self._read(text), *(Span(*place, 0.0) for place in sorted(set(page))))
            for text, page in zip(texts, given, strict=True)
        ]

    def _read(self, text: str) -> tuple[Span, ...]:
        words = [(text.index(word), word) for word in text.split() if word.isdigit()]
        found = [Span(start, start + len(word), float(word)) for start, word in words]
        return tuple(sorted(found, key=lambda span: -span.margin))


class FirstWordModel:
    """Takes its verdict from the premise's first word, and says the opposite of a denial."""

    name = "first words"

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge every premise by itself."""
        found = [(VERDICTS[premise.split()[0]], hypothesis) for premise, hypothesis in pairs]
        return [
            Entailment(*reversed(verdict)) if hypothesis.startswith("It is not true") else verdict
            for verdict, hypothesis in found
        ]


SPANS: SpanModel = NumberModel()
ENTAILMENT: EntailmentModel = FirstWordModel()
READER = TrainedReader(SPANS, ENTAILMENT, Nearness())


def test_the_best_span_is_the_answer() -> None:
    """Its words are the context's own; without any span nothing is said, with the least of margins."""
    found: list[Row] = [
        {
            "question": "?",
            "context": "é 3 or 12 days",
            "answers": [{"text": "12", "start": 7}, {"text": "3"}],
        },
        {"question": "?", "context": "some days", "answers": []},
    ]
    assert predict_answers(SPANS, found) == [
        Prediction("12", 12.0, ("12", "3")),
        Prediction("", float("-inf"), ()),
    ]


def test_answers_come_in_the_rows_order() -> None:
    """However many are asked at a time, each answer stands beside its own question."""
    found = [{"question": "?", "context": f"{n} days", "answers": [{"text": str(n)}]} for n in range(500)]
    assert predict_answers(SPANS, found) == [Prediction(str(n), float(n), (str(n),)) for n in range(500)]


@pytest.mark.parametrize(
    ("texts", "label", "judged"),
    [
        (["some days", "9 days"], "unanswerable", Judged("unanswerable", "unanswerable")),
        (["some days", "10 days"], "conflict", Judged("unanswerable", "answerable")),
        (["some days", "3 or 11 days"], "no_conflict", Judged("answerable", "answerable")),
        (["11 days", "2 days"], "unanswerable", Judged("answerable", "unanswerable")),
        ([], "unanswerable", Judged("unanswerable", "unanswerable")),
    ],
)
def test_a_question_is_open_where_no_passage_answers(texts: list[str], label: str, judged: Judged) -> None:
    """One span above the model's own threshold, in any passage, answers it; one on the threshold does not."""
    row = {"question": "?", "label": label, "passages": [{"text": text} for text in texts]}
    assert tell_unanswerable(READER, [row]) == [judged]


@pytest.mark.parametrize(
    ("text", "predicted"),
    [
        ("yes the ferry sinks", "answerable"),
        ("no the ferry sinks", "answerable"),
        ("elsewhere a ferry", "unanswerable"),
    ],
)
def test_a_yes_or_no_question_is_settled_by_a_sentence(text: str, predicted: str) -> None:
    """A sentence that speaks of what is asked answers it, though no words were pointed at; another does not."""
    row = {"question": "Does the ferry sink?", "label": "conflict", "passages": [{"text": text}]}
    assert tell_unanswerable(READER, [row]) == [Judged(predicted, "answerable")]


def test_an_ambiguous_question_is_left_out() -> None:
    """It is neither answered nor open, so no answer to it is right or wrong."""
    rows: list[Row] = [{"question": "?", "label": name, "passages": []} for name in ("ambiguous", "conflict")]
    assert tell_unanswerable(READER, rows) == [Judged("unanswerable", "answerable")]


def test_the_likeliest_label_is_taken() -> None:
    """In the order of the protocol's fields, the first of two that are level; pairs stay in order."""
    premises = ["yes", "perhaps", "even", "no"] * 150
    rows = [{"premise": f"{word} .", "hypothesis": "", "label": str(n)} for n, word in enumerate(premises)]
    labels = ["entailment", "neutral", "entailment", "contradiction"] * 150
    assert judge_pairs(ENTAILMENT, rows) == [Judged(label, str(n)) for n, label in enumerate(labels)]
