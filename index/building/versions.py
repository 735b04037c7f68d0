"""Version folders on disk: written beside the old one, synced, put in place, pointed at, removed in time."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from index.article_files.reading import Corpus
from index.building.manifest import (
    CONTENT_FILES,
    CURRENT_FILE,
    FOLDER_NAME,
    FORMAT,
    MANIFEST_FILE,
    TEXTS_FILE,
    VECTORS_FILE,
    VERSIONS_FOLDER,
    WORDS_FILE,
    Manifest,
    ModelRecord,
    SourceRecord,
    current_folder,
)
from index.building.plan import abandoned, expired
from index.building.report import Progress, told
from index.embedding.models import file_sha256
from index.errors import IndexUnusableError
from index.machine import sync_to_disk
from index.stores.faiss_store import FaissStore
from index.stores.fts_store import write_fts_store
from index.stores.protocol import key_of
from index.stores.text_store import write_text_store

_STAGING = ".building-"
_NEXT_POINTER = ".current-next"


def write_version(
    directory: Path,
    version: str,
    *,
    model: ModelRecord,
    corpus: Corpus,
    vectors: FaissStore,
    progress: Progress,
    before: str = "",
) -> tuple[Path, str]:
    """Write a version into a folder of its own, down to the disk, without pointing at it.

    *before* is the folder of the version that it is to take the place of.

    Returns:
        The folder, and the sha256 of its manifest.

    Raises:
        OSError: something cannot be written; what was written is removed.
    """

    def fill(staging: Path) -> bytes:
        with told(progress, "texts"):
            write_text_store(staging / TEXTS_FILE, corpus.articles)
        with told(progress, "words"):
            write_fts_store(staging / WORDS_FILE, _words(corpus))
        with told(progress, "vectors"):
            vectors.save(staging / VECTORS_FILE)
        with told(progress, "manifest"):
            manifest = _manifest(staging, version, model, corpus).model_copy(update={"before": before})
            data = manifest.model_dump_json(indent=1).encode()
            (staging / MANIFEST_FILE).write_bytes(data)
        return data

    return place_version(directory, version, fill, progress)


def place_version(
    directory: Path, version: str, fill: Callable[[Path], bytes], progress: Progress
) -> tuple[Path, str]:
    """Let *fill* write a version into a folder, and return the manifest's bytes; bring it down to the disk.

    Returns and raises what `write_version` does.
    """
    versions = directory / VERSIONS_FOLDER
    versions.mkdir(exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=versions))
    try:
        data = fill(staging)
        with told(progress, "sync"):
            for path in staging.iterdir():
                sync_to_disk(path)
            sync_to_disk(staging)
        with told(progress, "place"):
            folder = _free_name(versions, version)
            staging.chmod(0o755)  # mkdtemp's is private, but the bot may run as another user than the editor
            staging.rename(folder)
            sync_to_disk(versions)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return folder, hashlib.sha256(data).hexdigest()


def switch_to(directory: Path, folder: Path, manifest_sha256: str) -> None:
    """Make *folder* the current version, in one step that either happened or not.

    Raises:
        OSError: it did not happen.
    """
    prepare_switch(directory, folder, manifest_sha256)
    switch(directory)


def prepare_switch(directory: Path, folder: Path, manifest_sha256: str) -> None:
    """Do all of `switch_to` that needs room on the disk."""
    pointer = directory / _NEXT_POINTER
    pointer.write_text(f"{folder.name} {manifest_sha256}\n", encoding="ascii")
    sync_to_disk(pointer)


def switch(directory: Path) -> None:
    """Do the step itself."""
    (directory / _NEXT_POINTER).replace(directory / CURRENT_FILE)
    sync_to_disk(directory)


def clear_leftovers(directory: Path) -> None:
    """Remove what a killed build left; only the holder of the lock may."""
    (directory / _NEXT_POINTER).unlink(missing_ok=True)
    for staging in (directory / VERSIONS_FOLDER).glob(f"{_STAGING}*"):
        shutil.rmtree(staging, ignore_errors=True)
    current, created = _made(directory)
    if current is not None:
        _remove(directory, abandoned(created, current))


def remove_expired(directory: Path, now: datetime, keep_days: int) -> None:
    """Remove versions that were replaced more than *keep_days* ago; failing to is no reason to complain."""
    current, created = _made(directory)
    if current is not None:
        _remove(directory, expired(created, current, now, keep_days))


def _made(directory: Path) -> tuple[str | None, dict[str, datetime]]:
    """Return the current version's folder, None if there is none to be sure of, and when each was made."""
    try:
        current, _ = current_folder(directory)
    except IndexUnusableError:
        return None, {}
    folders = (path for path in (directory / VERSIONS_FOLDER).glob("*") if path.is_dir())
    created = {path.name: _created(path) for path in folders if FOLDER_NAME.fullmatch(path.name)}
    return (current.name if current.name in created else None), created


def _remove(directory: Path, names: Iterable[str]) -> None:
    for name in names:
        shutil.rmtree(directory / VERSIONS_FOLDER / name, ignore_errors=True)


def _created(folder: Path) -> datetime:
    try:
        return Manifest.model_validate_json((folder / MANIFEST_FILE).read_bytes()).created
    except (OSError, ValidationError):  # damaged, or of another format: when the folder was last changed
        return datetime.fromtimestamp(folder.stat().st_mtime, UTC)


def _words(corpus: Corpus) -> list[tuple[int, str]]:
    return [(key_of(item.id), item.text) for article in corpus.articles for item in article.paragraphs]


def _manifest(staging: Path, version: str, model: ModelRecord, corpus: Corpus) -> Manifest:
    return Manifest(
        format=FORMAT,
        version=version,
        created=datetime.now(UTC),
        model=model,
        corpus=corpus.folder,
        articles={
            article.id: SourceRecord(
                **asdict(corpus.sources[article.id]),
                version=article.version,
                paragraphs=len(article.paragraphs),
            )
            for article in corpus.articles
        },
        refused=corpus.refused,
        files={name: file_sha256(staging / name) for name in CONTENT_FILES},
    )


def _free_name(versions: Path, version: str) -> Path:
    """Return a folder that does not exist: a corpus that returns to an earlier state repeats a version."""
    folder, repetition = versions / version, 1
    while folder.exists():
        repetition += 1
        folder = versions / f"{version}-{repetition}"
    return folder
