"""SQuAD 2.0's own measure: exact match and token F1, with a no-answer threshold (Rajpurkar et al., 2018)."""

import re
import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Prediction:
    """The best span for one question and its margin over "no answer", beside the right answers (none: ())."""

    text: str
    margin: float
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SquadScores:
    """Percentages over a data set, None where it holds no such question.

    ``refused`` is of the unanswerable questions; ``lost`` is what the threshold costs in F1 on the answerable.
    """

    exact: float | None
    f1: float | None
    answerable_f1: float | None
    refused: float | None
    lost: float | None


def squad_scores(predictions: Sequence[Prediction], threshold: float) -> SquadScores:
    """Score *predictions* at *threshold*: what lies above it is answered."""
    exact: list[float] = []
    f1: dict[bool, list[float]] = {True: [], False: []}
    losses: list[float] = []
    for prediction in predictions:
        said = prediction.text if prediction.margin > threshold else ""
        answers = right_answers(prediction)
        exact.append(max(float(normalised(said) == normalised(answer)) for answer in answers))
        f1[bool(prediction.answers)].append(best_f1(said, answers))
        if prediction.answers:
            losses.append(best_f1(prediction.text, answers) - best_f1(said, answers))
    return SquadScores(
        exact=_percent(exact),
        f1=_percent([*f1[True], *f1[False]]),
        answerable_f1=_percent(f1[True]),
        refused=_percent(f1[False]),
        lost=_percent(losses),
    )


def best_threshold(predictions: Sequence[Prediction]) -> float:
    """Return a threshold at which F1 over all is highest, the one that answers least of several.

    It lies halfway between two margins that occur.
    """
    ordered = sorted(predictions, key=lambda prediction: -prediction.margin)
    if not ordered:
        return 0.0
    gain = best = 0.0
    threshold = ordered[0].margin
    for place, prediction in enumerate(ordered):
        gain += _gain(prediction)
        lower = ordered[place + 1].margin if place + 1 < len(ordered) else prediction.margin - 1
        # Questions of the same margin are answered together or not at all.
        if gain > best and lower < prediction.margin:
            best, threshold = gain, _between(lower, prediction.margin)
    return threshold


def right_answers(prediction: Prediction) -> tuple[str, ...]:
    """Return the right answers that hold a word, or the empty one where none does, as the official script."""
    return tuple(answer for answer in prediction.answers if normalised(answer)) or ("",)


def best_f1(said: str, answers: Sequence[str]) -> float:
    """Return the F1 with the nearest of *answers*, 0 to 1."""
    return max(token_f1(said, answer) for answer in answers)


def token_f1(said: str, answer: str) -> float:
    """Return the harmonic mean of precision and recall over words: 0 to 1; 1 for two empty texts."""
    words, right = normalised(said).split(), normalised(answer).split()
    if not words or not right:
        return float(words == right)
    shared = sum((Counter(words) & Counter(right)).values())
    return 2 * shared / (len(words) + len(right))


def normalised(text: str) -> str:
    """Return *text* without case, punctuation, articles and extra blanks, as the official script compares it."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def _gain(prediction: Prediction) -> float:
    """Return what answering the question adds to the sum of F1 over refusing it."""
    answers = right_answers(prediction)
    return best_f1(prediction.text, answers) - best_f1("", answers)


def _between(lower: float, upper: float) -> float:
    """Return the middle, or *lower* where rounding or infinity leaves none."""
    middle = (lower + upper) / 2
    return middle if lower < middle < upper else lower


def _percent(values: Sequence[float]) -> float | None:
    return 100 * sum(values) / len(values) if values else None
