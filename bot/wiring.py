"""The composition root of answering: builds every part from the settings and puts them together."""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from bot.answering.opposition import opposition
from bot.answering.reader import model as model_code
from bot.answering.reader.abridging_reader import AbridgingReader
from bot.answering.reader.combined_reader import CombinedReader
from bot.answering.reader.model.onnx import SHIPPED, OnnxReaderModel
from bot.answering.reader.model.protocol import EntailmentModel, SpanModel
from bot.answering.reader.model.published import PublishedEntailmentModel, PublishedSpanModel
from bot.answering.reader.model.verifying import careful_reader
from bot.answering.reader.trained_reader import TrainedReader
from bot.answering.reader.typed_reader import TypedReader
from bot.answering.service import AnswerService
from bot.settings import SHIPPED_READER, Settings
from index.embedding.models import file_sha256, model_sha256
from index.embedding.protocol import Embedder
from index.wiring import OpenIndex, embedding_model, open_index


class Models(NamedTuple):
    """The models that answering asks."""

    spans: SpanModel
    entailment: EntailmentModel
    embedder: Embedder


def unchanged(models: Models) -> Models:
    """Ask the models themselves."""
    return models


class SharedModels:
    """The models behind one service or several: each opened when first needed, and once; safe to use from threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._reader: tuple[SpanModel, EntailmentModel] | None = None
        self._hashes: list[str] | None = None

    def reader(self) -> tuple[SpanModel, EntailmentModel]:
        """Return the two models that read; see `open_reader_models`."""
        with self._lock:
            if self._reader is None:
                self._reader = open_reader_models(self._settings)
            return self._reader

    def hashes(self) -> list[str]:
        """Return the SHA-256 of each of them that is a file, as it was when first asked for."""
        with self._lock:
            if self._hashes is None:
                self._hashes = _model_hashes(self._settings)
            return self._hashes


def open_service(
    settings: Settings,
    index_version: str | None = None,
    *,
    fingerprinted: bool = False,
    through: Callable[[Models], Models] = unchanged,
    models: SharedModels | None = None,
    opened: Callable[[], OpenIndex] | None = None,
) -> AnswerService:
    """Open the index, the current version of it or an older one, and put a reader on it.

    A *fingerprinted* service names its reader by the bytes of its models, too, which takes time to read.
    Another index than that is the one that *opened* opens. The reader asks what *through* makes of the models,
    which are opened anew unless *models* has them.

    Raises:
        ArticleIndexError: there is no index, or it is refused.
        ReaderModelError: a model of the reader cannot be used.
    """
    shared = models or SharedModels(settings)
    with ThreadPoolExecutor(1) as beside:  # the models take a third of a second, the index half of one
        loading = beside.submit(shared.reader)
        index = opened() if opened else open_index(settings.index, index_version)
        spans, entailment = loading.result()
    asked = through(Models(spans, entailment, index.embedder))
    reader = AbridgingReader(
        CombinedReader(
            TrainedReader(asked.spans, asked.entailment, asked.embedder), TypedReader(asked.embedder)
        )
    )
    fingerprint = fingerprint_of(reader.name, *shared.hashes(), spans.threshold) if fingerprinted else ""
    return AnswerService(
        index,
        reader,
        detect_language(),
        passages_read=settings.passages_read,
        fingerprint=fingerprint,
        opposed=opposition(asked.entailment),
    )


def model_fingerprints(settings: Settings) -> tuple[str, str]:
    """Return 16 hexadecimal digits each for what reads and what compares: a model's bytes, or its name, and the code."""
    code = [file_sha256(file) for file in sorted(Path(model_code.__path__[0]).glob("*.py"))]

    def fingerprint(model: str, *settled: object) -> str:
        file = _onnx_file(model)
        return fingerprint_of(model if file is None else model_sha256(file), code, settled)

    reader = fingerprint(settings.reader_model, settings.reader_threshold)
    return reader, fingerprint(settings.entailment_model)


def _model_hashes(settings: Settings) -> list[str]:
    """Return the SHA-256 of every model that is a file; published ones are known by their names."""
    files = (_onnx_file(settings.reader_model), _onnx_file(settings.entailment_model))
    return [model_sha256(file) for file in files if file is not None]


def fingerprint_of(*facts: object) -> str:
    """Return 16 hexadecimal digits that stand for *facts*."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=True).encode()).hexdigest()[:16]


def open_reader_models(settings: Settings) -> tuple[SpanModel, EntailmentModel]:
    """Open what reads and what compares; one model does both where the settings name the same file for both.

    Raises:
        ReaderModelError: one of them cannot be used.
    """
    threads, threshold = settings.reader_threads, settings.reader_threshold
    file, other = _onnx_file(settings.reader_model), _onnx_file(settings.entailment_model)
    spans: SpanModel
    if file is None:
        spans = PublishedSpanModel(settings.reader_model, threshold or 0.0, threads)
    else:
        model = OnnxReaderModel(file, threads, threshold)
        spans = careful_reader(model)
        if file == other:
            return spans, model
    if other is None:
        return spans, PublishedEntailmentModel(settings.entailment_model, threads)
    return spans, OnnxReaderModel(other, threads)


def open_models(settings: Settings) -> Models:
    """Open all that answering asks, without an index.

    Raises:
        EmbeddingError: the embedding model cannot be used.
        ReaderModelError: a model of the reader cannot be used.
    """
    spans, entailment = open_reader_models(settings)
    return Models(spans, entailment, embedding_model(settings.index))


def _onnx_file(model: str) -> Path | None:
    """Return the file of a model of Crosscite's own kind, None for a published one."""
    if model == SHIPPED_READER:
        return SHIPPED
    return Path(model) if model.endswith(".onnx") else None


@lru_cache(maxsize=1)
def detect_language() -> Callable[[str], str]:
    """Return a function that names a text's language; the detector is loaded when first called."""

    def detect(text: str) -> str:
        import py3langid  # noqa: PLC0415 - 0.4 s, needed only for questions without an English word

        language: str = py3langid.classify(text)[0]
        return language

    return detect
