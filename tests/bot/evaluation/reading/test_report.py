"""Floors and goals, and which rates they stand beside."""

import pytest

from bot.evaluation.rates import Standing
from bot.evaluation.reading.labels import Judged
from bot.evaluation.reading.report import Findings, ReadingRow, assemble
from bot.evaluation.reading.squad import Prediction


@pytest.mark.parametrize(
    ("value", "at_most", "standing"),
    [
        (0.75, False, Standing.GOAL),
        (0.7499, False, Standing.FLOOR),
        (0.55, False, Standing.FLOOR),
        (0.5499, False, Standing.MISSED),
        (None, False, Standing.OPEN),
        (5.0, True, Standing.GOAL),
        (5.01, True, Standing.FLOOR),
        (8.0, True, Standing.FLOOR),
        (8.01, True, Standing.MISSED),
        (-0.1, True, Standing.GOAL),
    ],
)
def test_a_bound_is_reached_at_its_very_value(value: float | None, at_most: bool, standing: Standing) -> None:
    """A rate on its floor or goal reaches it, from above or from below."""
    floor, goal = (8.0, 5.0) if at_most else (0.55, 0.75)
    assert ReadingRow("m", value, "1 pair", floor, goal, at_most=at_most).standing is standing


def test_a_rate_without_bounds_has_no_standing() -> None:
    """What is only reported is neither reached nor missed."""
    assert ReadingRow("m", 0.1, "1 pair").standing is Standing.OPEN


def test_the_bounds_are_those_that_were_set() -> None:
    """A floor or a goal is changed here too, on purpose."""
    rows = assemble(["m"], 0.0, Findings()).rows
    assert {row.measure: (row.floor, row.goal, row.at_most) for row in rows} == {
        "SQuAD 2.0 dev, exact match": (None, None, False),
        "SQuAD 2.0 dev, F1": (72.9, 77, False),
        "SQuAD 2.0 dev, F1 on the answerable": (None, None, False),
        "SQuAD 2.0 dev, unanswerable refused": (0.74, 0.82, False),
        "SQuAD 2.0 dev, F1 lost on the answerable": (8, 5, True),
        "natconfqa, unanswerable F1": (0.55, 0.75, False),
        "MultiNLI dev, accuracy": (0.74, 0.80, False),
        "negnli, contradiction F1": (0.60, 0.80, False),
        "feversym, contradiction F1": (0.60, 0.75, False),
    }


def test_sets_that_were_not_read_are_not_measured() -> None:
    """Their rates are none, no floor counts as missed, and there is no risk to tell."""
    report = assemble(["m", "m"], 0.0, Findings())
    assert [row.value for row in report.rows] == [None] * 9
    assert (report.models, report.risk, report.answered, report.reaches_floors) == (("m",), (), None, True)


def test_rates_come_from_their_own_set() -> None:
    """Each with a count of its own, the models named in the order of asking."""
    report = assemble(
        ["spans", "pairs"],
        0.5,
        Findings(
            squad=[Prediction("Rome", 1.0, ("Rome",)), Prediction("Rome", 0.5, ())],
            natconfqa=[Judged("unanswerable", "unanswerable"), Judged("unanswerable", "answerable")],
            mnli=[Judged("neutral", "neutral")] * 3 + [Judged("neutral", "entailment")],
            negnli=[Judged("contradiction", "contradiction")] * 1234,
            feversym=[Judged("entailment", "contradiction")],
        ),
    )
    assert [(row.value, row.rows) for row in report.rows] == [
        (100.0, "2 questions"),
        (100.0, "2 questions"),
        (100.0, "1 answerable question"),
        (1.0, "1 unanswerable question"),
        (0.0, "1 answerable question"),
        (pytest.approx(2 / 3), "2 questions, 1 of them unanswerable"),
        (0.75, "4 pairs"),
        (1.0, "1,234 pairs, 1,234 of them contradiction"),
        (0.0, "1 pair, 1 of them contradiction"),
    ]
    assert (report.models, report.answered, report.reaches_floors) == (("spans", "pairs"), 0.5, False)
