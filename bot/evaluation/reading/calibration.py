"""Finds the margin above which words count as an answer, and writes it into the reader's file.

``python -m bot.evaluation.reading.calibration --model FILE --data DIR`` is the last step in making a reader.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bot.answering.reader.model.durable import replacing
from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.verifying import careful_reader
from bot.errors import CrossciteError, EvaluationDataError
from bot.evaluation.data import evaluation_file, rows, thinned
from bot.evaluation.reading.coverage import risk_coverage
from bot.evaluation.reading.predictions import predict_answers
from bot.evaluation.reading.squad import Prediction, best_f1, right_answers, squad_scores
from bot.evaluation.reading.suite import FILES, SQUAD

LEAST_REFUSED = 74.0  # percent of the unanswerable questions
MOST_LOST = 8.0  # F1 on the answerable ones, in percent
AS_GOOD = (
    0.25  # F1, in percent, by which a threshold that answers more may be worse: less than its standard error
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A threshold, and whether it keeps both limits."""

    threshold: float
    keeps_limits: bool


def calibrate(predictions: Sequence[Prediction]) -> Calibration:
    """Return the threshold of the highest F1 among those that refuse enough and lose little, else among all.

    It lies halfway between two margins that occur. The curve is flat at its top, so the lowest threshold is taken that
    is as good but for `AS_GOOD` and refuses enough: a question that could be answered is lost for good.
    There must be answerable and unanswerable questions among *predictions*.
    """
    ordered = sorted(predictions, key=lambda prediction: -prediction.margin)
    gains = [_gain(prediction) for prediction in ordered]
    answerable = [bool(prediction.answers) for prediction in ordered]
    total, lost = 0.0, math.fsum(gain for gain, can in zip(gains, answerable, strict=True) if can)
    refused = unanswerable = answerable.count(False)
    most_lost = MOST_LOST / 100 * answerable.count(True)
    least_refused = LEAST_REFUSED / 100 * unanswerable
    tried = [(lost <= most_lost, total, True, ordered[0].margin)]
    for place, prediction in enumerate(ordered):
        total += gains[place]
        if answerable[place]:
            lost -= gains[place]
        else:
            refused -= 1
        lower = ordered[place + 1].margin if place + 1 < len(ordered) else -math.inf
        if lower == prediction.margin:
            continue  # questions of the same margin are answered together or not at all
        threshold = (prediction.margin + (lower if math.isfinite(lower) else prediction.margin - 1)) / 2
        refuses = refused >= least_refused
        tried.append((refuses and lost <= most_lost, total, refuses, threshold))
    keeps, best, refuses, _ = max(tried)
    bar = best - AS_GOOD / 100 * len(ordered)
    return Calibration(
        min(one[3] for one in tried if one[0] is keeps and one[1] >= bar and one[2] >= refuses), keeps
    )


def write_threshold(model: Path, threshold: float) -> None:
    """Put *threshold* into the metadata of a reader's file, whose weights stay as they are.

    Raises:
        OSError: it could not be written; the file is as it was.
    """
    import onnx  # noqa: PLC0415 - a tenth of a second, for this alone

    graph = onnx.load(str(model))
    facts = {entry.key: entry.value for entry in graph.metadata_props}
    onnx.helper.set_model_props(graph, facts | {"threshold": f"{threshold:.4f}"})
    with replacing(model) as file:
        file.write(graph.SerializeToString())


@click.command()
@click.option(
    "--model", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write."
)
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder of the evaluation data.")
@click.option("--limit", type=click.IntRange(min=2), help="Ask at most so many questions, every n-th.")
def main(*, model: Path, data: Path, limit: int | None) -> None:
    """Calibrate MODEL on the development set of SQuAD 2.0."""
    try:
        reader = careful_reader(OnnxReaderModel(model))
        predictions = predict_answers(reader, thinned(_squad(data), limit))
        found = calibrate(predictions)
        write_threshold(model, found.threshold)
    except CrossciteError as error:
        raise click.ClickException(error.user_message) from error
    except OSError as error:
        raise click.ClickException(f"The threshold is not written: {error}") from error
    scores = squad_scores(predictions, found.threshold)
    click.echo(f"{model}: threshold {found.threshold:.4f}, from {len(predictions):,} questions")
    for name in ("exact", "f1", "answerable_f1", "refused", "lost"):
        click.echo(f"  {name:<14} {getattr(scores, name):6.2f} %")
    if not found.keeps_limits:
        click.echo(
            f"  No threshold refuses {LEAST_REFUSED:g} % and loses {MOST_LOST:g} % at most: highest F1 taken."
        )
    click.echo("  answered   margin   risk")
    for point in risk_coverage(predictions):
        click.echo(f"  {100 * point.coverage:6.1f} % {point.margin:8.3f} {point.risk:6.3f}")


def _squad(data: Path) -> Sequence[dict[str, object]]:
    path = evaluation_file(data, SQUAD)
    if path is None:
        raise EvaluationDataError(f"There is no {data / 'dev' / SQUAD}.jsonl.xz.")
    return rows(path, *FILES[SQUAD])


def _gain(prediction: Prediction) -> float:
    """Return what answering the question adds to the sum of F1 over refusing it, -1 to 1."""
    answers = right_answers(prediction)
    return best_f1(prediction.text, answers) - best_f1("", answers)


if __name__ == "__main__":
    main()
