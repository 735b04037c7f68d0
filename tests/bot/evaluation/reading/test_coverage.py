"""What the surest answers are worth."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.reading.coverage import TENTHS, RiskPoint, risk_coverage
from bot.evaluation.reading.squad import Prediction


def test_the_surest_are_answered_first() -> None:
    """An answer where there is none is all risk, one with a word too many a part of it."""
    found = risk_coverage(
        [
            Prediction("Rome", 1.0, ()),
            Prediction("Rome", 4.0, ("Rome",)),
            Prediction("old Rome", 3.0, ("Paris", "Rome")),
            Prediction("Rome", 2.0, ("Paris",)),
        ],
        (0.25, 0.5, 0.75, 1.0),
    )
    assert [astuple(point) for point in found] == [
        (0.25, 1, 4.0, 0.0),
        (0.5, 2, 3.0, pytest.approx(1 / 6)),
        (0.75, 3, 2.0, pytest.approx((1 / 3 + 1) / 3)),
        (1.0, 4, 1.0, pytest.approx((1 / 3 + 2) / 4)),
    ]


def test_the_same_margin_is_answered_together() -> None:
    """No threshold could tell such questions apart, so a point takes them all or none."""
    tied = [Prediction("Rome", 2.0, ("Rome",)), Prediction("Rome", 2.0, ())]
    assert risk_coverage(tied, (0.5,)) == (RiskPoint(1.0, 2, 2.0, 0.5),)
    assert risk_coverage(tied[::-1], (0.5,)) == (RiskPoint(1.0, 2, 2.0, 0.5),)


def test_without_questions_there_are_no_points() -> None:
    """Nothing answered carries no risk that could be told."""
    assert risk_coverage([]) == ()


@given(st.lists(st.tuples(st.floats(-9, 9), st.booleans()), min_size=1, max_size=30))
def test_the_last_point_answers_everything(drawn: list[tuple[float, bool]]) -> None:
    """At ten coverages, counts never fall, and at full coverage the risk is the share of wrong answers."""
    predictions = [Prediction("Rome", margin, ("Rome",) if right else ()) for margin, right in drawn]
    points = risk_coverage(predictions)
    assert len(points) == len(TENTHS) == 10
    counts = [point.count for point in points]
    assert counts == sorted(counts)
    assert points[-1].count == len(drawn)
    assert points[-1].risk == pytest.approx(sum(not right for _, right in drawn) / len(drawn))
