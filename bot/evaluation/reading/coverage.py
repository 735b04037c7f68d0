"""What an answer is worth when only the surest questions are answered (El-Yaniv & Wiener, 2010)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.evaluation.reading.squad import Prediction, best_f1

TENTHS = tuple(tenth / 10 for tenth in range(1, 11))


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering the ``count`` questions of the highest margins, ``margin`` the lowest among them.

    ``coverage`` is their share of all, ``risk`` what their F1 lacks to 1; both 0 to 1.
    """

    coverage: float
    count: int
    margin: float
    risk: float


def risk_coverage(
    predictions: Sequence[Prediction], coverages: Iterable[float] = TENTHS
) -> tuple[RiskPoint, ...]:
    """Return the risk at each of *coverages*, each at least one question and at most all.

    An answer to an unanswerable question is all risk. Questions of the same margin are answered together,
    so that a point may lie above the coverage asked for.
    """
    ordered = sorted(predictions, key=lambda prediction: -prediction.margin)
    wrong = [1 - _worth(prediction) for prediction in ordered]
    points = []
    for coverage in coverages if ordered else ():
        count = min(max(round(coverage * len(ordered)), 1), len(ordered))
        margin = ordered[count - 1].margin
        while count < len(ordered) and ordered[count].margin == margin:
            count += 1
        points.append(RiskPoint(count / len(ordered), count, margin, sum(wrong[:count]) / count))
    return tuple(points)


def _worth(prediction: Prediction) -> float:
    return best_f1(prediction.text, prediction.answers) if prediction.answers else 0.0
