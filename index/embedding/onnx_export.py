"""Writes a sentence-transformers model as ONNX, once, and proves that it still is the same model.

The whole pipeline of the model (transformer, pooling, normalising) goes into one graph, so that serving
needs a tokenizer and a matrix runtime and nothing else. The export is tied to torch's tracing exporter
(``dynamo=False``): it needs only the ``onnx`` package, and takes two seconds.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.onnx import MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxEmbedder
from index.embedding.sentence_transformer import SentenceTransformerEmbedder
from index.errors import ModelExportError

FAITHFUL = 0.9999  # the least cosine between both forms of the model; a right export reaches 1.000000
_OPSET = 17

# Short, long, beyond the limit, empty, foreign and odd: what a wrong mask, cut or tokenizer would show on.
SAMPLES = (
    "When will Koizumi meet Hegseth?",
    "Adm. Samuel Paparo, commander of the U.S. Indo-Pacific Command, spoke in Washington, D.C.",
    "",
    "Der Präsident reist am 15. Januar nach Honolulu; 会談は木曜日に行われる。 🙂",
    "The alliance serves as a cornerstone of regional security. " * 60,
    "“$1,234.50” – 7.5% of 2,000,000 men & women\tsaid\x0bno",
)


def export_model(embedder: SentenceTransformerEmbedder, folder: Path) -> float:
    """Write *embedder*'s graph and tokenizer into *folder* and compare both forms.

    Returns:
        The least cosine over the samples.

    Raises:
        ModelExportError: the model cannot be written as ONNX, or its vectors differ.
        OSError: the folder cannot be written.
    """
    try:
        _write(embedder, folder)
    except OSError:
        raise
    except Exception as error:
        raise ModelExportError(f"{embedder.name} cannot be written as ONNX: {error}") from error
    exported = OnnxEmbedder(folder, embedder.name, embedder.dimension, embedder.max_tokens)
    cosines = np.sum(exported.embed(SAMPLES) * embedder.embed(SAMPLES), axis=1)
    least = float(np.min(cosines))
    if not least >= FAITHFUL:
        raise ModelExportError(f"{embedder.name} changes when written as ONNX: cosine {least:.6f}.")
    return least


def _write(embedder: SentenceTransformerEmbedder, folder: Path) -> None:
    import onnx  # noqa: PLC0415 - a package that only exporting needs
    import torch  # noqa: PLC0415 - seconds; building pays them once per model

    model = embedder.model
    tokenizer = model.tokenizer
    (folder / TOKENIZER_FILE).write_text(tokenizer.backend_tokenizer.to_str(), encoding="utf-8")
    names = [name for name in tokenizer.model_input_names if name != "mm_token_type_ids"]

    class Graph(torch.nn.Module):  # type: ignore[misc]
        """The model's own modules in their order, ending in vectors of length 1."""

        def __init__(self) -> None:
            super().__init__()
            self.parts = torch.nn.ModuleList(list(model))

        def forward(self, *inputs: Any) -> Any:
            features: dict[str, Any] = dict(zip(names, inputs, strict=True))
            features["modality"] = "text"
            for part in self.parts:
                features = part(features)
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)

    encoded = tokenizer(["a short text", "one that is a little longer"], padding=True, return_tensors="pt")
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the tracer warns of Python branches that the comparison covers
        torch.onnx.export(
            Graph().eval(),
            tuple(encoded[name] for name in names),
            str(folder / MODEL_FILE),
            input_names=names,
            output_names=["vectors"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names} | {"vectors": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    graph = onnx.load(str(folder / MODEL_FILE))
    (folder / MODEL_FILE).unlink()
    onnx.save(
        graph,
        str(folder / MODEL_FILE),
        save_as_external_data=True,
        location=WEIGHTS_FILE,
        size_threshold=1024,
    )
