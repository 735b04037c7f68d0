"""The outcomes that a data set's labels stand for, and how well they were told apart."""

from collections.abc import Sequence

from bot.answering.answers import Answer, Outcome
from bot.evaluation.rates import Measure, Score, Share
from bot.evaluation.suites.cases import Case, Judged, Verdict, is_disputed

OUTCOME_OF = {
    "conflict": Outcome.DISPUTED.value,
    "no_conflict": Outcome.ANSWERED.value,
    "ambiguous": Outcome.ANSWERED.value,
    "unanswerable": Outcome.NOT_IN_SOURCES.value,
}


def judge_outcome(case: Case, answer: Answer) -> Verdict:
    """Judge by the outcome alone."""
    got = answer.outcome.value
    return Verdict(got, got == case.expected, {"marked": is_disputed(answer)})


def macro_f1(judged: Sequence[Judged], labels: Sequence[str]) -> float | None:
    """Return the mean of every label's F1, 0 to 1; a label that nothing has counts as 0, None of no rows."""
    if not judged:
        return None
    return sum(_f1(judged, label) for label in labels) / len(labels)


def precision_and_recall(
    judged: Sequence[Judged], label: str, floors: tuple[float, float], goals: tuple[float, float]
) -> list[Measure]:
    """Return both shares of one label, floors and goals in that order."""
    hits = sum(one.verdict.got == one.expected == label for one in judged)
    said = sum(one.verdict.got == label for one in judged)
    true = sum(one.expected == label for one in judged)
    return [
        Share(f"{label}: precision", hits, said, floors[0], goals[0]),
        Share(f"{label}: recall", hits, true, floors[1], goals[1]),
    ]


def marked(
    measure: str,
    judged: Sequence[Judged],
    *,
    floor: float | None = None,
    goal: float | None = None,
    at_most: bool = False,
) -> Share:
    """Return how many of *judged* are marked as a disagreement."""
    return Share(measure, sum(one.is_so("marked") for one in judged), len(judged), floor, goal, at_most)


def outcome_score(judged: Sequence[Judged], floor: float, goal: float) -> Score:
    """Return the macro-F1 over the three outcomes."""
    labels = list(dict.fromkeys(OUTCOME_OF.values()))
    rows = f"{len(judged):,} questions"
    return Score("three-way outcome, macro-F1", macro_f1(judged, labels), rows, floor, goal)


def _f1(judged: Sequence[Judged], label: str) -> float:
    hits = sum(one.verdict.got == one.expected == label for one in judged)
    said = sum(one.verdict.got == label for one in judged)
    true = sum(one.expected == label for one in judged)
    return 2 * hits / (said + true) if said + true else 0.0
