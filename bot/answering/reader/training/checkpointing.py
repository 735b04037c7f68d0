"""The state of a run on disk: what is needed to go on, or to export, and what it was made with."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import torch

from bot.answering.reader.model.durable import replacing
from bot.answering.reader.training.batching import PAIRS_PER_STEP, QUESTIONS_PER_STEP
from bot.answering.reader.training.model import TwoHeads

CHECKPOINT = "checkpoint.pt"


@dataclass(slots=True)
class Progress:
    """How far a run is, and the settings that may not change on the way; the number of steps may."""

    seed: int
    rate: float
    seen: int = 0  # steps before this run, whose examples it does not draw
    seen_pairs: int = 0  # and the pairs in them
    pairs_per_step: int = PAIRS_PER_STEP
    sifted: bool = False  # whether the examples were chosen among more
    with_statements: bool = False  # whether there are pairs of `mining` among them
    groups_per_step: int = 0
    frozen: int = 0  # layers that are not trained
    passes: int = 1  # times that a text goes through each layer
    with_stories: bool = False  # whether invented ones are among the questions
    only_pairs: bool = False  # whether there are no questions
    steps: int = 0
    questions: int = 0  # examples seen
    pairs: int = 0


def save(work: Path, model: TwoHeads, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Put the run's state in the place of the last one.

    Raises:
        OSError: it could not be written; the last one is as it was.
    """
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), **asdict(progress)}
    try:
        with replacing(work / CHECKPOINT) as file:
            torch.save(state, file)
    except RuntimeError as error:  # what torch makes of a failed write
        raise OSError(f"{work / CHECKPOINT} could not be written: {error}") from error


def read(path: Path) -> dict[str, Any]:
    """Read a run's state: ``model``, ``optimizer`` and the fields of `Progress`.

    Raises:
        OSError: there is none.
        ValueError: it is damaged.
    """
    if path.exists() and not is_zipfile(path):  # torch says a page about other files
        raise ValueError(f"{path} is damaged; remove it to begin anew.")
    try:
        return dict(torch.load(path, weights_only=True))
    except (RuntimeError, EOFError) as error:
        raise ValueError(f"{path} is damaged; remove it to begin anew.") from error


def load(path: Path, model: TwoHeads) -> dict[str, Any]:
    """Read a run's state as `read` does, its weights into *model*.

    Raises:
        OSError: there is none.
        ValueError: it is damaged, or of another model.
    """
    state = read(path)
    _put(state, model, path)
    return state


def _put(state: Mapping[str, Any], model: TwoHeads, path: Path) -> None:
    try:
        model.load_state_dict(state["model"])
    except RuntimeError as error:
        raise ValueError(f"{path} is of another model; name another folder.") from error


def resume(work: Path, model: TwoHeads, optimizer: torch.optim.Optimizer, progress: Progress) -> Progress:
    """Load the last state into *model* and *optimizer*; return how far it was, *progress* if there is none.

    Raises:
        ValueError: it is damaged, of other settings than those of *progress*, or of another model.
    """
    if not (work / CHECKPOINT).exists():
        return progress
    state = read(work / CHECKPOINT)
    # States of before the settings were kept have none; every step was a full one, but for a few cut answers.
    steps = int(state["steps"])
    found = Progress(
        seed=int(state.get("seed", progress.seed)),
        rate=float(state.get("rate", progress.rate)),
        seen=int(state.get("seen", 0)),
        seen_pairs=int(state.get("seen_pairs", progress.seen_pairs)),
        pairs_per_step=int(state.get("pairs_per_step", PAIRS_PER_STEP)),
        sifted=bool(state.get("sifted", False)),
        with_statements=bool(state.get("with_statements", False)),
        groups_per_step=int(state.get("groups_per_step", 0)),
        frozen=int(state.get("frozen", 0)),
        passes=int(state.get("passes", 1)),
        with_stories=bool(state.get("with_stories", False)),
        only_pairs=bool(state.get("only_pairs", False)),
        steps=steps,
        questions=int(state.get("questions", steps * QUESTIONS_PER_STEP)),
        pairs=int(state.get("pairs", steps * PAIRS_PER_STEP)),
    )
    if _settings(found) != _settings(progress):
        raise ValueError(
            f"{work} holds a run of {_settings(found)}, not of {_settings(progress)}: go on with its settings "
            "(--steps may change), or name another folder."
        )
    _put(state, model, work / CHECKPOINT)
    optimizer.load_state_dict(state["optimizer"])
    return found


def _settings(progress: Progress) -> str:
    return (
        f"--seed {progress.seed} --rate {progress.rate} --seen {progress.seen} --seen-pairs {progress.seen_pairs} "
        f"--pairs {progress.pairs_per_step}{' --sift' if progress.sifted else ''}"
        f"{' --statements' if progress.with_statements else ''}"
        f"{' --stories' if progress.with_stories else ''}"
        f"{' --only-pairs' if progress.only_pairs else ''}"
        f"{f' --groups {progress.groups_per_step}' if progress.groups_per_step else ''}"
        f"{f' --frozen {progress.frozen}' if progress.frozen else ''}"
        f"{f' --passes {progress.passes}' if progress.passes > 1 else ''}"
    )
