"""A rate says how sure it is, and how it stands to what was set for it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.rates import Score, Share, Standing, wilson


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [(0, 15, 0.0, 0.2039), (4, 4, 0.5101, 1.0), (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)],
)
def test_an_interval_is_wilsons(hits: int, count: int, low: float, high: float) -> None:
    """The last two are Newcombe's worked examples (1998, table I); the others follow from the formula."""
    assert wilson(hits, count) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_an_interval_holds_the_share_and_mirrors_its_opposite(rows: tuple[int, int]) -> None:
    """It stays within 0 and 1, is never a point, and that of the misses is the same, turned round."""
    hits, count = rows
    low, high = wilson(hits, count)
    assert 0 <= low <= hits / count <= high <= 1
    assert low < high
    mirrored_low, mirrored_high = wilson(count - hits, count)
    assert math.isclose(mirrored_low, 1 - high, abs_tol=1e-12)
    assert math.isclose(mirrored_high, 1 - low, abs_tol=1e-12)


def test_standing_counts_from_the_limit_itself() -> None:
    """A limit that is met exactly is reached, upwards, downwards and in counts; of nothing nothing is said."""
    assert Share("m", 17, 20, 0.85, 0.95).standing is Standing.FLOOR
    assert Share("m", 16, 20, 0.85, 0.95).standing is Standing.MISSED
    assert Share("m", 1, 20, 0.05, 0.02, at_most=True).standing is Standing.FLOOR
    assert Share("m", 2, 20, 0.05, 0.02, at_most=True).standing is Standing.MISSED
    assert Share("m", 0, 20, 0.05, 0.02, at_most=True).standing is Standing.GOAL
    assert Share("m", 3, 4, 3, 4, counted=True).standing is Standing.FLOOR
    assert Share("m", 2, 15, 1, 0, at_most=True, counted=True).standing is Standing.MISSED
    assert Share("m", 0, 0, 0.5, 0.6).standing is Standing.OPEN
    assert Share("m", 1, 2).standing is Standing.OPEN
    assert Score("m", 0.5, "2 questions", 0.5, 0.75).standing is Standing.FLOOR
    assert Score("m", None, "0 questions", 0.5, 0.75).standing is Standing.OPEN
