"""Any sentence-transformers model, run by torch: exact, slow to start.

It is what the ONNX export is checked against, and what serves a model that cannot be exported. The
imports stand inside the functions because torch alone takes seconds, and asking must not pay for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.protocol import readable, whole_words
from index.errors import ModelNotFoundError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 8  # measured on two cores: 29 paragraphs a second, against 21 to 22 with the library's default of 32


class SentenceTransformerEmbedder:
    """An `Embedder` over a sentence-transformers model on the CPU."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self.model: Any = model

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        # sentence-transformers 6 renamed the method
        ask = (
            getattr(self.model, "get_embedding_dimension", None)
            or self.model.get_sentence_embedding_dimension
        )
        return int(ask())

    @property
    def max_tokens(self) -> int:
        """Word pieces that are read of a text."""
        return int(self.model.max_seq_length)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that the model's vocabulary holds whole."""
        return whole_words(self.model.tokenizer.get_vocab())

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed *texts*, in order; see the protocol."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self.model.encode(
            [readable(text) for text in texts],
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.ascontiguousarray(vectors, np.float32)


def load_sentence_transformer(name: str, location: str, threads: int = 0) -> SentenceTransformerEmbedder:
    """Load the model at *location*, a folder or a published name, for the CPU.

    Raises:
        ModelNotFoundError: sentence-transformers cannot load it.
    """
    import torch  # noqa: PLC0415 - seconds; see the module's docstring
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - slow to load, too

    if threads:
        torch.set_num_threads(threads)
    try:
        model = SentenceTransformer(location, device="cpu", model_kwargs={"attn_implementation": "eager"})
    except Exception as error:
        first_line = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ModelNotFoundError(name, first_line.rstrip(".")) from error
    return SentenceTransformerEmbedder(name, model)
