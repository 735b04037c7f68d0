"""Search snippets, one of which was given a false answer; the same question also without it, and without any.

One question must not find another row's false snippet, so the rows of each label have an index of their own.
"""

from collections.abc import Sequence

from bot.evaluation.data import Row
from bot.evaluation.rates import Measure
from bot.evaluation.suites.cases import Case, Judged, Suite, passages_of, read_from
from bot.evaluation.suites.outcomes import OUTCOME_OF, judge_outcome, marked

_DISPUTED = OUTCOME_OF["conflict"]


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a row."""
    return [
        Case(row["id"], row["question"], OUTCOME_OF[row["label"]], passages_of(row), row, index=row["label"])
        for row in rows
        if row["label"] in OUTCOME_OF
    ]


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return what was marked, and what should not have been."""
    conflicts = [one for one in judged if one.expected == _DISPUTED]
    others = [one for one in judged if one.expected != _DISPUTED]
    return [
        marked("conflict rows: marked", conflicts, floor=0.85, goal=0.95),
        marked("other rows: marked", others, floor=0.05, goal=0.02, at_most=True),
    ]


RGB_FACT = Suite(
    name="rgb_fact",
    read=read_from("rgb_fact", "id", "question", "label", "passages"),
    cases=cases,
    judge=judge_outcome,
    rates=rates,
)
