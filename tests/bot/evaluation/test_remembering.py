"""What a model said is said again without the model, and what it never was asked is asked."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answering.reader.model.protocol import Entailment, Span
from bot.errors import EvaluationDataError
from bot.evaluation.remembering import Memory, RememberedEntailment, RememberedSpans, RememberedVectors


class Counting:
    """All three models at once: what it says depends on what it is asked, and it counts the texts."""

    name, threshold, dimension, max_tokens = "counting", 0.5, 2, 8
    words = frozenset({"may"})

    def __init__(self) -> None:
        self.asked: list[str] = []

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Point at a text's first letter, and surer the longer the question; a place is as sure as it is long."""
        self.asked += texts
        given = [[Span(start, end, float(end - start)) for start, end in page] for page in places]
        free = [(Span(0, 1, len(question) / 3),) if text else () for text in texts]
        return [(*spans, *page) for spans, page in zip(free, given or [[]] * len(texts), strict=True)]

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Call equal texts entailed."""
        self.asked += [first for first, _ in pairs]
        return [Entailment(1.0, 0.0, 0.0) if one == two else Entailment(0.1, 0.2, 0.7) for one, two in pairs]

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Turn a text's length into an angle."""
        self.asked += texts
        return np.array([(np.cos(len(text)), np.sin(len(text))) for text in texts], np.float32)


@pytest.fixture
def model() -> Counting:
    """Return a model that was asked nothing."""
    return Counting()


def test_a_call_is_answered_alike_and_once(model: Counting, tmp_path: Path) -> None:
    """Also by another process: the file alone remembers; another call, or another order, is another one."""
    first = RememberedSpans(model, Memory(tmp_path / "said.sqlite", "m"))
    said = first.spans("When?", ["May", "\ud800", ""])
    again = RememberedSpans(model, Memory(tmp_path / "said.sqlite", "m"))
    assert again.spans("When?", ["May", "\ud800", ""]) == said == [(Span(0, 1, 5 / 3),)] * 2 + [()]
    assert model.asked == ["May", "\ud800", ""]
    assert again.spans("When?", ["\ud800", "May", ""]) == said
    assert again.spans("Who?", []) == []
    assert len(model.asked) == 6


def test_places_are_part_of_the_call(model: Counting, tmp_path: Path) -> None:
    """Margins of other words are another question to the model, and come back behind the free spans."""
    remembered = RememberedSpans(model, Memory(tmp_path / "said.sqlite", "m"))
    free = (Span(0, 1, 5 / 3),)
    said = [remembered.spans("When?", ["May"], places) for places in ((), [[(0, 3)]], [[(0, 2), (1, 3)]])]
    assert said == [[free], [(*free, Span(0, 3, 3.0))], [(*free, Span(0, 2, 2.0), Span(1, 3, 2.0))]]
    assert model.asked == ["May"] * 3
    assert remembered.spans("When?", ["May"], ([(0, 3)],)) == said[1]
    assert model.asked == ["May"] * 3


def test_other_models_remember_nothing_of_these(model: Counting, tmp_path: Path) -> None:
    """A memory belongs to what decides on the answers, and to one kind of call."""
    pair = ("May", "May")
    for models in ("m", "n"):
        remembered = RememberedEntailment(model, Memory(tmp_path / "said.sqlite", models))
        assert remembered.relate([pair]) == [Entailment(1.0, 0.0, 0.0)]
        assert remembered.relate([pair]) == [Entailment(1.0, 0.0, 0.0)]
    assert model.asked == ["May", "May"]


def test_vectors_are_remembered_one_by_one(model: Counting, tmp_path: Path) -> None:
    """Only the new text of a call is embedded, in whatever company; their order is that of the call."""
    remembered = RememberedVectors(model, Memory(tmp_path / "said.sqlite", "m"))
    expected = model.embed(["May", "June", "May", "August"])
    model.asked = []
    remembered.embed(["June"])
    np.testing.assert_array_equal(remembered.embed(["May", "June", "May", "August"]), expected)
    assert model.asked == ["June", "May", "August"]
    assert remembered.embed([]).shape == (0, 2)


def test_a_file_that_is_no_memory_is_named(tmp_path: Path) -> None:
    """The message says what to do."""
    (tmp_path / "said.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(EvaluationDataError, match=r"said\.sqlite: .*Remove the file"):
        Memory(tmp_path / "said.sqlite", "m")
