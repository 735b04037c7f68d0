"""Eight bits lose little, and no sum of products leaves its range."""

import numpy as np
import onnx
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from onnx import helper, numpy_helper
from onnxruntime import InferenceSession

from bot.answering.reader.training.quantising import Floats, quantised, scaled_columns, scaled_rows

_VALUES = st.floats(-8, 8, width=32).filter(lambda value: value == 0 or abs(value) > 1e-6)
_MATRICES = st.tuples(st.integers(1, 9), st.integers(1, 5)).flatmap(
    lambda shape: arrays(np.float32, shape, elements=_VALUES)
)


@given(_MATRICES)
def test_rows_are_rounded_to_their_own_scale(table: Floats) -> None:
    """A row of small values is not rounded away by another of large ones."""
    bytes_, scales = scaled_rows(table)
    assert np.all(np.abs(bytes_ * scales - table) <= np.abs(table).max(axis=1, keepdims=True) / 127 * 0.501)


@given(_MATRICES)
def test_neighbours_cannot_saturate_sixteen_bits(weights: Floats) -> None:
    """Whatever bytes they are multiplied by, two neighbouring products add up to less than 2 ** 15."""
    bytes_, scales = scaled_columns(weights)
    assert np.all(np.abs(bytes_ * scales - weights) <= 0.501 * scales)
    for start in range(0, len(weights), 2):
        pair = bytes_[start : start + 2].astype(int)
        assert 255 * np.maximum(pair, 0).sum(axis=0).max(initial=0) < 2**15
        assert 255 * np.maximum(-pair, 0).sum(axis=0).max(initial=0) < 2**15


def test_large_token_does_not_coarsen_the_others() -> None:
    """Every token keeps its own scale: what the model reads of words does not depend on its first piece."""
    chance = np.random.default_rng(0)
    table, matrix = chance.normal(size=(50, 32)), chance.normal(size=(32, 16))
    table[0] *= 1000
    model = _model(table.astype(np.float32), matrix.astype(np.float32))
    words = [[0, *range(1, 50), 50]]
    (plain,), (small,) = (
        InferenceSession(one.SerializeToString(), providers=["CPUExecutionProvider"]).run(
            None, {"ids": words}
        )
        for one in (model, quantised(model))
    )
    assert np.abs(plain[0, 50]).max() == 0
    assert np.all(small[0, 50] == 0)
    spread = plain[0, 1:50].std()
    assert np.abs(small[0, 1:50] - plain[0, 1:50]).max() < 0.05 * spread
    assert quantised(model).ByteSize() < model.ByteSize() / 2


def test_narrow_matrices_and_products_of_states_stay_as_they_are() -> None:
    """Only what is worth it is rounded."""
    model = _model(np.ones((4, 8), np.float32), np.ones((8, 2), np.float32))
    assert [node.op_type for node in quantised(model).graph.node] == [
        "Gather",
        "Gather",
        "Cast",
        "Mul",
        "MatMul",
    ]


def _model(table: Floats, matrix: Floats) -> onnx.ModelProto:
    """Look words up in *table*, under which one row of nothing is put, and multiply them by *matrix*."""
    table = np.vstack([table, np.zeros_like(table[:1])])
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "ids"], ["states"]),
            helper.make_node("MatMul", ["states", "m"], ["out"]),
        ],
        "words",
        [helper.make_tensor_value_info("ids", onnx.TensorProto.INT64, ["texts", "pieces"])],
        [helper.make_tensor_value_info("out", onnx.TensorProto.FLOAT, ["texts", "pieces", matrix.shape[1]])],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(matrix, "m")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
