"""The folder of exported models: ``<models>/<sha256 of the weights>/``, each written once and whole."""

import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from index.embedding.models import ModelSource, file_sha256, model_sha256
from index.embedding.onnx import MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxEmbedder
from index.embedding.protocol import Embedder
from index.errors import EmbeddingError, ModelExportError, ModelNotFoundError
from index.machine import FileState, settled_state

RECORD_FILE = "export.json"
_STAGING = ".exporting-"


class ExportRecord(BaseModel):
    """What was exported; ``runtime`` tells who serves it, ``files`` the sha256 of each file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1]  # of the files; an export of another format is made anew
    model_sha256: str
    runtime: Literal["onnx", "sentence-transformers"]
    dimension: int
    max_tokens: int
    cosine: float | None
    files: dict[str, str]


def read_export(models: Path, sha256: str) -> ExportRecord | None:
    """Return the record of an export that is there; its files are checked when it is opened."""
    try:
        record = ExportRecord.model_validate_json((models / sha256 / RECORD_FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return record if record.model_sha256 == sha256 else None


def is_whole(models: Path, record: ExportRecord) -> bool:
    """Whether the export's files are the ones that were written (90 MB are hashed in 0.1 to 0.2 s)."""
    folder = models / record.model_sha256
    try:
        return all(model_sha256(folder / name) == expected for name, expected in record.files.items())
    except OSError:
        return False


def export_once(models: Path, source: ModelSource, threads: int = 0) -> ExportRecord:
    """Return the record of the whole export of *source*, made now if there is none.

    A model that cannot be exported gets a record that says so, and sentence-transformers serves it.

    Raises:
        ModelNotFoundError: the model cannot be loaded.
        OSError: the folder cannot be written.
    """
    record = read_export(models, source.sha256)
    if record is not None and is_whole(models, record):
        return record
    from filelock import FileLock  # noqa: PLC0415 - asking never gets here

    models.mkdir(parents=True, exist_ok=True)
    with FileLock(models / "lock"):  # a second builder waits, and finds the first one's export
        record = read_export(models, source.sha256)
        if record is not None and is_whole(models, record):
            return record
        for leftover in models.glob(f"{_STAGING}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=models))
        try:
            record = _export(source, staging, threads)
            _put_in_place(staging, models / source.sha256)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return record


def _export(source: ModelSource, staging: Path, threads: int) -> ExportRecord:
    """Export into *staging* and leave a record there."""
    from index.embedding.onnx_export import export_model  # noqa: PLC0415 - it leads to torch
    from index.embedding.sentence_transformer import load_sentence_transformer  # noqa: PLC0415 - slow to load, too

    embedder = load_sentence_transformer(source.name, str(source.folder), threads)
    files: dict[str, str] = {}
    cosine: float | None = None
    try:
        cosine = export_model(embedder, staging)
        files = {name: file_sha256(staging / name) for name in (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE)}
    except ModelExportError:
        for leftover in staging.iterdir():
            leftover.unlink()
    record = ExportRecord(
        format=1,
        model_sha256=source.sha256,
        runtime="onnx" if files else "sentence-transformers",
        dimension=embedder.dimension,
        max_tokens=embedder.max_tokens,
        cosine=cosine,
        files=files,
    )
    (staging / RECORD_FILE).write_text(record.model_dump_json(indent=2), encoding="utf-8")
    return record


def open_embedder(models: Path, name: str, sha256: str, threads: int = 0) -> Embedder:
    """Open the exported model for serving; torch is imported only for one that could not be exported.

    One that is open in this process is opened once, as long as its files are not touched.

    Raises:
        ModelNotFoundError: it was not exported here, or its files are damaged.
    """
    record = read_export(models, sha256)
    if record is None:
        raise ModelNotFoundError(name, f"its exported form is not in {models}")
    if record.runtime == "sentence-transformers":
        from index.embedding.models import locate_model  # noqa: PLC0415 - only for this fallback

        return _loaded_once(name, locate_model(name).folder, sha256, threads)
    damaged = ModelNotFoundError(name, f"its exported form in {models} is damaged")
    wanted = (models / sha256, name, record.dimension, record.max_tokens, threads)
    with ThreadPoolExecutor(1) as beside:  # hashing and loading take a core each, and about as long
        whole = beside.submit(is_whole, models, record)
        try:
            states = tuple(settled_state(models / sha256 / file) for file in record.files)
            embedder = OnnxEmbedder(*wanted) if None in states else _opened_once(*wanted, states)
        except (OSError, EmbeddingError) as error:
            raise damaged from error
        if not whole.result():
            raise damaged
    return embedder


@lru_cache(maxsize=1)
def _loaded_once(name: str, folder: Path, _: str, threads: int) -> Embedder:
    # It leads to torch, which takes seconds to import and no exported model needs.
    from index.embedding.sentence_transformer import load_sentence_transformer  # noqa: PLC0415 - see above

    return load_sentence_transformer(name, str(folder), threads)


@lru_cache(maxsize=2)
def _opened_once(
    folder: Path, name: str, dimension: int, max_tokens: int, threads: int, _: tuple[FileState | None, ...]
) -> OnnxEmbedder:
    return OnnxEmbedder(folder, name, dimension, max_tokens, threads)


def _put_in_place(staging: Path, folder: Path) -> None:
    """Rename *staging* to *folder*, which may hold a damaged export."""
    staging.chmod(0o755)  # mkdtemp's is private, but the bot may run as another user than the editor
    for path in staging.iterdir():
        path.chmod(0o644)
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if folder.exists():
        shutil.rmtree(folder)
    staging.rename(folder)
