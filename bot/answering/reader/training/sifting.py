"""Keeps of the drawn examples those that teach most, and weighs them so that the rest is not forgotten.

Half of the examples hold a tenth of the loss of a half-trained model. An example is kept with a chance in proportion
to the size of its gradient, as the scores alone tell it, and counts as the inverse of that chance: what training
aims at is the same, and more examples are seen in the time (Katharopoulos and Fleuret, "Not All Samples Are Created
Equal", 2018).
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import InvalidProtobuf

from bot.answering.reader.training.encoding import Encoded
from bot.answering.reader.training.rows import NOT_ENTAILED
from index.machine import cores_allowed

# The least size that an example is taken to have: the weight of what the judge was wrong about stays bounded.
_LEAST = 0.2


class Sieve:
    """Judges examples by an exported reader, as a rule the one that training begins from.

    Raises:
        OSError: there is no such file.
        ValueError: it is no exported reader.
    """

    def __init__(self, judge: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(
                judge.read_bytes(), options, ["CPUExecutionProvider"]
            )
        except InvalidProtobuf as error:
            raise ValueError(f"{judge} is no exported reader.") from error
        self._workers = ThreadPoolExecutor(cores_allowed(), "sifting")

    def kept(self, examples: Sequence[Encoded], share: float, chance: Random) -> list[Encoded]:
        """Keep about *share*, 0 to 1, of *examples*, in order, each with the weight that it stands for."""
        chances = keeping(np.array([*self._workers.map(self._size, examples)]), share)
        return [
            replace(example, weight=1 / float(kept))
            for example, kept in zip(examples, chances, strict=True)
            if chance.random() < kept
        ]

    def _size(self, example: Encoded) -> float:
        feeds = {"ids": np.array([example.ids]), "segments": np.array([example.segments])}
        outputs = ("starts", "ends") if len(example.targets) > 1 else ("relation",)
        found: Callable[..., Any] = self._session.run
        return size_of_gradient([scores[0] for scores in found(list(outputs), feeds)], example.targets)


def size_of_gradient(scores: Sequence[NDArray[np.float32]], targets: Sequence[int]) -> float:
    """Return the length of the cross entropy's gradient by its scores, 0 to √2, over heads the root of the mean square.

    *scores* holds one vector for each of *targets*.
    """
    squares = []
    for row, target in zip(scores, targets, strict=True):
        slope = np.exp(row - row.max())
        slope /= slope.sum()
        if target == NOT_ENTAILED == len(row):  # any of the others is right: they share what is missing
            slope[1:] -= slope[1:] / slope[1:].sum()
        else:
            slope[target] -= 1
        squares.append(float(slope @ slope))
    return float(np.sqrt(np.mean(squares)))


def keeping(sizes: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Return the chance of each example to be kept, in proportion to *sizes* up to 1, *share* in the mean."""
    bounded = np.maximum(sizes, _LEAST)
    low, high = 0.0, 1 / _LEAST
    for _ in range(50):
        factor = (low + high) / 2
        low, high = (factor, high) if np.minimum(1, factor * bounded).mean() < share else (low, factor)
    return np.minimum(1, high * bounded)
