"""The seam to embedding models."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

_SURROGATE = re.compile("[\ud800-\udfff]")


class Embedder(Protocol):
    """Turns texts into vectors whose dot product is their cosine similarity.

    A text's vector depends on the text alone: whatever stands beside it in a call, the vector is the
    same to 1e-5. Text beyond ``max_tokens`` is not read. An empty text has a vector too. A lone
    surrogate, which no tokenizer takes, counts as U+FFFD.
    """

    @property
    def name(self) -> str:
        """The model's name for the manifest: a new name forces a full rebuild."""
        ...

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        ...

    @property
    def max_tokens(self) -> int:
        """Word pieces that are read of a text, special tokens included."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Words, in lower case, that the model's vocabulary holds whole: no misspellings."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed *texts*, in order.

        Returns:
            Shape ``(len(texts), dimension)``; every row has length 1.

        Raises:
            EmbeddingError: the model could not be run.
        """
        ...


def whole_words(vocabulary: Iterable[str]) -> frozenset[str]:
    """Return the entries of a WordPiece vocabulary that are words by themselves: no parts, marks or tokens."""
    return frozenset(entry for entry in vocabulary if entry.isalpha())


def readable(text: str) -> str:
    """Return *text* with each lone surrogate as U+FFFD, so that tokenizers written in Rust take it."""
    return _SURROGATE.sub("\ufffd", text)
