"""The seams to the two stores that find paragraphs: by meaning and by words.

Both name a paragraph by an *int64* key that is never negative, see `key_of`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored paragraph that was found; a higher score is better, across one search only."""

    key: int
    score: float


class VectorStore(Protocol):
    """Vectors of length 1 by key, searched exactly.

    Decided where FAISS leaves it open, and held by the contract suite: a search for more than there is
    returns all there is (never a padding of -1); adding a key that is present, or twice at once, is
    refused and changes nothing (FAISS would keep both); removing an unknown key is allowed and not
    counted; the keys of the others stay what they were (a plain index would shift them).
    """

    def __len__(self) -> int:
        """Return how many vectors are stored."""
        ...

    def add(self, keys: Keys, vectors: Vectors) -> None:
        """Store *vectors*, shape ``(len(keys), dimension)``.

        Raises:
            StoreError: a key is present already, negative or given twice, or the shapes do not fit.
        """
        ...

    def remove(self, keys: Keys) -> int:
        """Forget vectors and return how many there were."""
        ...

    def search(self, vector: Vectors, limit: int) -> list[Hit]:
        """Return the *limit* nearest by inner product, best first, equals by key."""
        ...

    def vectors(self, keys: Keys) -> Vectors:
        """Return the stored vectors of *keys*, in that order.

        Raises:
            StoreError: a key is unknown.
        """
        ...

    def save(self, path: Path) -> None:
        """Write the store to one new file.

        Raises:
            OSError: the file cannot be written.
        """
        ...


class LexicalStore(Protocol):
    """Texts by key, searched by their words; words are compared without case, accents and endings.

    A text that shares no word with the question is not found at all. Words that nearly every text has
    ("the", "of") do not count unless the question holds no other. A question is never a query language.
    """

    def __len__(self) -> int:
        """Return how many texts are stored."""
        ...

    def search(self, question: str, limit: int) -> list[Hit]:
        """Return the *limit* best by BM25, best first, equals by key."""
        ...

    def close(self) -> None:
        """Release the file; a second time does nothing."""
        ...


def key_of(paragraph_id: str) -> int:
    """Return the key of a paragraph: the first 63 bits of its id, which is a hash already.

    Two of 100,000 paragraphs share one with a probability of 5 in 10,000,000,000; stores refuse that.
    """
    return int(paragraph_id[:16], 16) >> 1


def as_keys(keys: Sequence[int]) -> Keys:
    """Return *keys* as the array that stores take."""
    return np.array(keys, dtype=np.int64)
