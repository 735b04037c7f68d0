"""A model of Crosscite's own kind, one ONNX file, that goes by single words: what it says is known beforehand."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import WordLevel

NAME, THRESHOLD = "word-reader", 1.0
# None is worth just what the typed reader can take.
MARGINS = {"four": 5.5, "two": 2.0, "six": 0.5}
OTHER_MARGIN = -8.0  # of any other word
UNDECIDED = -3.0  # a margin that leaves it to the typed reader whether words answer
# A pair is entailed, but neutral with the first of these words and contradicted with the second.
MAYBE, NOT = "maybe", "not"
_ENTRIES = ["[UNK]", "[CLS]", "[SEP]", *MARGINS, MAYBE, NOT]


def write_word_reader(path: Path, other: float = OTHER_MARGIN) -> Path:
    """Write the model, with the margin of any *other* word, to *path* and return it."""
    ends = [MARGINS.get(entry, other) / 2 for entry in _ENTRIES]  # a margin is a start and an end
    # Half of the odds are for what is entailed: checking words with it neither adds nor takes.
    relations = {"[CLS]": [math.log(2), 0, 0], MAYBE: [0, 2, 0], NOT: [0, 0, 3]}
    leanings = [relations.get(entry, [0, 0, 0]) for entry in _ENTRIES]
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["ends_of", "ids"], ["read"]),
            helper.make_node("Cast", ["segments"], ["second"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["read", "second"], ["starts"]),  # the first piece, "not here", scores 0
            helper.make_node("Identity", ["starts"], ["ends"]),
            helper.make_node("Gather", ["leaning_of", "ids"], ["leanings"]),
            helper.make_node("ReduceSum", ["leanings", "pieces"], ["relation"], keepdims=0),
        ],
        NAME,
        [_described("ids", TensorProto.INT64), _described("segments", TensorProto.INT64)],
        [_described(name, TensorProto.FLOAT) for name in ("starts", "ends", "relation")],
        [
            numpy_helper.from_array(np.asarray(ends, np.float32), "ends_of"),
            numpy_helper.from_array(np.asarray(leanings, np.float32), "leaning_of"),
            numpy_helper.from_array(np.asarray([1], np.int64), "pieces"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(
        model, {"name": NAME, "threshold": str(THRESHOLD), "tokenizer": _tokenizer().to_str()}
    )
    onnx.save(model, str(path))
    return path


def _described(name: str, kind: int) -> Any:
    return helper.make_tensor_value_info(name, kind, ["texts", 3 if name == "relation" else "pieces"])


def _tokenizer() -> Any:
    vocabulary = {entry: n for n, entry in enumerate(_ENTRIES)}
    tokenizer: Any = Tokenizer(WordLevel(vocabulary, _ENTRIES[0]))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    return tokenizer
