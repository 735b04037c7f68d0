"""Reciprocal-rank fusion."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.retrieval.fusion import SMOOTHING, fuse

RANKINGS = st.lists(st.lists(st.integers(0, 9), unique=True), max_size=4)


def test_known_values() -> None:
    """One over smoothing plus rank, summed over the rankings."""
    assert fuse([["a", "b"], ["b"]], smoothing=10) == pytest.approx({"a": 1 / 11, "b": 1 / 12 + 1 / 11})
    assert fuse([[], []]) == {}


@given(RANKINGS)
def test_every_item_gets_its_exact_sum(rankings: list[list[int]]) -> None:
    """Nothing is lost or invented, and the sums are those of exact arithmetic."""
    expected: dict[int, Fraction] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            expected[item] = expected.get(item, Fraction(0)) + Fraction(1, SMOOTHING + rank)
    assert fuse(rankings) == pytest.approx({item: float(score) for item, score in expected.items()})


@given(RANKINGS)
def test_first_everywhere_is_first(rankings: list[list[int]]) -> None:
    """What every ranking puts first has the highest score."""
    rankings = [["best", *ranking] for ranking in rankings]  # type: ignore[list-item]
    scores = fuse(rankings)
    assert all(scores["best"] > score for item, score in scores.items() if item != "best")  # type: ignore[index, comparison-overlap]
