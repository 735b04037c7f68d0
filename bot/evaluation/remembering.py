"""What models said, kept on disk: a suite that is run again, after a change of what follows them, takes a tenth.

Calls are remembered whole: an int8 model scales what it computes by all that it is given at once, so the same text
in other company comes out slightly different. Vectors are remembered one by one, which their protocol allows.
"""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering.reader.model.protocol import Entailment, EntailmentModel, Span, SpanModel
from bot.errors import EvaluationDataError
from index.embedding.protocol import Embedder

_SCHEMA = "CREATE TABLE IF NOT EXISTS said (key BLOB PRIMARY KEY, answer BLOB NOT NULL) WITHOUT ROWID"
_PATIENCE = 60.0  # seconds to wait for another run that writes


class Memory:
    """Answers by what was asked; safe to use from several threads and processes.

    ``models`` stands for all that decides on the answers: other models have another memory in the same file.

    Raises:
        EvaluationDataError: the file cannot be opened.
    """

    def __init__(self, file: Path, models: str) -> None:
        self._models = models
        self._lock = threading.Lock()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA synchronous = OFF")  # what is lost is asked again
            self._connection.execute(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise EvaluationDataError(f"{file}: {error}. Remove the file and start again.") from error

    def key(self, *asked: object) -> bytes:
        """Return the name of a call."""
        return hashlib.sha256(json.dumps([self._models, *asked]).encode()).digest()

    def find(self, key: bytes) -> bytes | None:
        """Return what was answered, None if it never was."""
        with self._lock:
            found = self._connection.execute("SELECT answer FROM said WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def keep(self, key: bytes, answer: bytes) -> None:
        """Remember an answer."""
        with self._lock:
            self._connection.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (key, answer))


class RememberedSpans:
    """A `SpanModel` that asks the one behind it only what it was never asked."""

    def __init__(self, model: SpanModel, memory: Memory) -> None:
        self.name, self.threshold = model.name, model.threshold
        self._model, self._memory = model, memory

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read as the one behind does."""
        key = self._memory.key("spans", question, list(texts), [list(page) for page in places])
        if (kept := self._memory.find(key)) is not None:
            return [tuple(Span(*span) for span in spans) for spans in json.loads(kept)]
        found = self._model.spans(question, texts, places)
        plain = [[(span.start, span.end, float(span.margin)) for span in spans] for spans in found]
        self._memory.keep(key, json.dumps(plain).encode())
        return found


class RememberedEntailment:
    """An `EntailmentModel` that asks the one behind it only what it was never asked."""

    def __init__(self, model: EntailmentModel, memory: Memory) -> None:
        self.name = model.name
        self._model, self._memory = model, memory

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge as the one behind does."""
        key = self._memory.key("entailment", [list(pair) for pair in pairs])
        if (kept := self._memory.find(key)) is not None:
            return [Entailment(*shares) for shares in json.loads(kept)]
        found = self._model.relate(pairs)
        plain = [[float(share) for share in shares] for shares in found]
        self._memory.keep(key, json.dumps(plain).encode())
        return found


class RememberedVectors:
    """An `Embedder` that asks the one behind it only for texts that it never embedded."""

    def __init__(self, embedder: Embedder, memory: Memory) -> None:
        self._embedder, self._memory = embedder, memory
        self.name, self.dimension = embedder.name, embedder.dimension
        self.max_tokens, self.words = embedder.max_tokens, embedder.words

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed as the one behind does, to 1e-5."""
        keys = [self._memory.key("vector", self.name, text) for text in texts]
        kept = [self._memory.find(key) for key in keys]
        missing = list(dict.fromkeys(text for text, found in zip(texts, kept, strict=True) if found is None))
        fresh: dict[str, NDArray[np.float32]] = {}
        if missing:
            fresh = dict(zip(missing, self._embedder.embed(missing), strict=True))
            for text, vector in fresh.items():
                self._memory.keep(self._memory.key("vector", self.name, text), vector.tobytes())
        rows = [
            fresh[text] if found is None else np.frombuffer(found, np.float32)
            for text, found in zip(texts, kept, strict=True)
        ]
        return np.stack(rows) if rows else np.empty((0, self.dimension), np.float32)
