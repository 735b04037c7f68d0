"""How predicted labels agree with the right ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

ENTAILMENT, NEUTRAL, CONTRADICTION = "entailment", "neutral", "contradiction"
UNANSWERABLE, ANSWERABLE = "unanswerable", "answerable"


class Judged(NamedTuple):
    """The label that a model gave to one row, beside the right one."""

    predicted: str
    right: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Accuracy, and F1 of one label, both 0 to 1, None where nothing can be said; ``count`` rows in all."""

    accuracy: float | None
    f1: float | None
    count: int


def agreement(judged: Sequence[Judged], label: str) -> Agreement:
    """Return accuracy, and F1 of *label*."""
    hits = sum(one.predicted == one.right == label for one in judged)
    said = sum(one.predicted == label for one in judged)
    true = sum(one.right == label for one in judged)
    same = sum(one.predicted == one.right for one in judged)
    return Agreement(
        accuracy=same / len(judged) if judged else None,
        f1=2 * hits / (said + true) if said + true else None,
        count=len(judged),
    )
