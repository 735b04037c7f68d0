"""Questions on health and climate whose passages conflict, agree or do not say: the three-way outcome.

Rows that the annotators found ambiguous are neither, and left out.
"""

from collections.abc import Sequence

from bot.evaluation.data import Row
from bot.evaluation.rates import Measure
from bot.evaluation.suites.cases import Case, Judged, Suite, passages_of, read_from
from bot.evaluation.suites.outcomes import OUTCOME_OF, judge_outcome, outcome_score, precision_and_recall


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a row."""
    return [
        Case(row["id"], row["question"], OUTCOME_OF[row["label"]], passages_of(row), row)
        for row in rows
        if row["label"] in {"conflict", "no_conflict", "unanswerable"}
    ]


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return the macro-F1, and precision and recall of each outcome."""
    return [
        outcome_score(judged, floor=0.50, goal=0.75),
        *precision_and_recall(judged, "disputed", floors=(0.60, 0.45), goals=(0.90, 0.85)),
    ]


NATCONFQA = Suite(
    name="natconfqa",
    read=read_from("natconfqa", "id", "question", "label", "passages"),
    cases=cases,
    judge=judge_outcome,
    rates=rates,
)
