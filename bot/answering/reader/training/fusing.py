"""An exported model with what onnxruntime fuses in it fused already: opening it takes a fifth of the time.

The shipped reader opens in 0.05 s of a processor's time instead of 0.22, and gives the same bits. onnxruntime's level
"extended" is the last that depends on no processor. Its tool for transformers goes on to whole attention and to sums in
front of norms: with those this model reads a third slower.
"""

import tempfile
from pathlib import Path

import onnx
import onnxruntime


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return *model* with constants computed and operations joined."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fused.onnx"
        options.optimized_model_filepath = str(path)
        onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        return onnx.load(str(path))
