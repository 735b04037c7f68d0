"""What a reader is measured by: each rate with how many rows it is of, and the floor and the goal set for it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluation.rates import Standing, standing
from bot.evaluation.reading.coverage import RiskPoint, risk_coverage
from bot.evaluation.reading.labels import CONTRADICTION, UNANSWERABLE, Judged, agreement
from bot.evaluation.reading.squad import Prediction, SquadScores, squad_scores


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One rate, of 1 or with ``percent`` of 100, None if there was nothing to measure it on.

    With ``at_most`` less is better. ``rows`` counts and names what the rate is of.
    """

    measure: str
    value: float | None
    rows: str
    floor: float | None = None
    goal: float | None = None
    percent: bool = False
    at_most: bool = False

    @property
    def standing(self) -> Standing:
        """Whether the goal, the floor or neither is reached."""
        return standing(self.value, self.floor, self.goal, at_most=self.at_most)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the models said, set by set; a set that was not read is empty."""

    squad: Sequence[Prediction] = ()
    natconfqa: Sequence[Judged] = ()
    mnli: Sequence[Judged] = ()
    negnli: Sequence[Judged] = ()
    feversym: Sequence[Judged] = ()


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """All rates at one threshold, and the risk at ten coverages of SQuAD 2.0 dev.

    ``answered`` is the share of its questions that the threshold lets through, 0 to 1, None if none were read.
    """

    models: tuple[str, ...]
    threshold: float
    rows: tuple[ReadingRow, ...]
    risk: tuple[RiskPoint, ...]
    answered: float | None

    @property
    def reaches_floors(self) -> bool:
        """Whether no rate that was measured misses its floor."""
        return all(row.standing is not Standing.MISSED for row in self.rows)


def assemble(models: Sequence[str], threshold: float, findings: Findings) -> ReadingReport:
    """Put the rates together; *models* are named once each, *threshold* is the span model's own."""
    squad = findings.squad
    above = sum(prediction.margin > threshold for prediction in squad)
    return ReadingReport(
        models=tuple(dict.fromkeys(models)),
        threshold=threshold,
        rows=(
            *_squad_rows(squad, squad_scores(squad, threshold)),
            _natconfqa_row(findings.natconfqa),
            _mnli_row(findings.mnli),
            _contradiction_row("negnli, contradiction F1", findings.negnli, floor=0.60, goal=0.80),
            _contradiction_row("feversym, contradiction F1", findings.feversym, floor=0.60, goal=0.75),
        ),
        risk=risk_coverage(squad),
        answered=above / len(squad) if squad else None,
    )


def _squad_rows(predictions: Sequence[Prediction], scores: SquadScores) -> tuple[ReadingRow, ...]:
    answerable = sum(bool(prediction.answers) for prediction in predictions)
    every = counted(len(predictions), "question")
    with_answer = counted(answerable, "answerable question")
    without = counted(len(predictions) - answerable, "unanswerable question")
    refused = None if scores.refused is None else scores.refused / 100
    return (
        ReadingRow("SQuAD 2.0 dev, exact match", scores.exact, every, percent=True),
        ReadingRow("SQuAD 2.0 dev, F1", scores.f1, every, floor=72.9, goal=77, percent=True),
        ReadingRow("SQuAD 2.0 dev, F1 on the answerable", scores.answerable_f1, with_answer, percent=True),
        ReadingRow("SQuAD 2.0 dev, unanswerable refused", refused, without, floor=0.74, goal=0.82),
        ReadingRow(
            "SQuAD 2.0 dev, F1 lost on the answerable",
            scores.lost,
            with_answer,
            floor=8,
            goal=5,
            percent=True,
            at_most=True,
        ),
    )


def _natconfqa_row(judged: Sequence[Judged]) -> ReadingRow:
    found = agreement(judged, UNANSWERABLE)
    rows = f"{counted(found.count, 'question')}, {_of(judged, UNANSWERABLE)}"
    return ReadingRow("natconfqa, unanswerable F1", found.f1, rows, floor=0.55, goal=0.75)


def _mnli_row(judged: Sequence[Judged]) -> ReadingRow:
    found = agreement(judged, CONTRADICTION)
    rows = counted(found.count, "pair")
    return ReadingRow("MultiNLI dev, accuracy", found.accuracy, rows, floor=0.74, goal=0.80)


def _contradiction_row(measure: str, judged: Sequence[Judged], floor: float, goal: float) -> ReadingRow:
    found = agreement(judged, CONTRADICTION)
    rows = f"{counted(found.count, 'pair')}, {_of(judged, CONTRADICTION)}"
    return ReadingRow(measure, found.f1, rows, floor=floor, goal=goal)


def _of(judged: Sequence[Judged], label: str) -> str:
    return f"{sum(one.right == label for one in judged):,} of them {label}"


def counted(count: int, thing: str) -> str:
    """Return a number with what it counts, as in "1,234 questions"."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
