"""The model as ONNX, in 32 bits: what is quantised and shipped, and what shipped weights are restored by."""

import io
import warnings

import onnx
import torch
from torch import Tensor, nn

from bot.answering.reader.training.model import TwoHeads

_OPSET = 17


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
    return _named_once(onnx.load_from_string(file.getvalue()))


def _named_once(model: onnx.ModelProto) -> onnx.ModelProto:
    """Let what several layers share have one name: the exporter makes a copy for each but the first."""
    constants = {tensor.name for tensor in model.graph.initializer}
    nodes = list(model.graph.node)
    copies = [node for node in nodes if node.op_type == "Identity" and node.input[0] in constants]
    names = {node.output[0]: node.input[0] for node in copies}
    kept = [node for node in nodes if node not in copies]
    for node in kept:
        node.input[:] = [names.get(name, name) for name in node.input]
    del model.graph.node[:]
    model.graph.node.extend(kept)
    return model
