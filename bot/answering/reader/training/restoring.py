"""The weights of a shipped file as weights to train: for whoever has no checkpoint to go on from.

Rounding to 8 bits cost them little, and the first steps of training make that good.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import numpy_helper

from bot.answering.reader.training.graph import exported
from bot.answering.reader.training.model import TwoHeads


def restore(path: Path, model: TwoHeads) -> None:
    """Put the weights of the exported file *path*, quantised or not, into *model*, which it must have been made of.

    An export names some matrices by numbers of its own, so *model* is exported as it is to see which is which.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no such export, or one of another model.
    """
    try:
        held = _tables(onnx.load(str(path)))
    except DecodeError as error:
        raise ValueError(f"{path} is no exported reader.") from error
    with torch.no_grad():
        for weight in model.parameters():  # no two may be alike, or they could be taken for each other
            weight.copy_(torch.randn_like(weight))
        fresh = {
            name: tensor for name, tensor in _tables(exported(model)).items() if tensor.dtype == np.float32
        }
        for name, weight in model.named_parameters():
            mine = weight.numpy()
            found = next(
                (
                    (place, turned)
                    for place, tensor in fresh.items()
                    for turned in (False, True)
                    if np.array_equal(tensor.T if turned else tensor, mine)
                ),
                None,
            )
            if found is None or found[0] not in held or held[found[0]].shape != fresh[found[0]].shape:
                raise ValueError(f"{path} holds no weights for {name}; it is of another model.")
            value = held[found[0]]
            weight.copy_(torch.from_numpy((value.T if found[1] else value).astype(np.float32)))


def _tables(graph: onnx.ModelProto) -> Mapping[str, NDArray[np.generic]]:
    """Return every constant by its name, those in 8 bits multiplied by their scales."""
    tables = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.graph.initializer}
    for name in [name for name in tables if name.endswith(".bytes")]:
        whole = name.removesuffix(".bytes")
        tables[whole] = tables[name].astype(np.float32) * tables[f"{whole}.scales"]
    return tables
