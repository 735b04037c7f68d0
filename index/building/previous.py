"""The version that a build starts from, if it can be trusted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from index.building.manifest import (
    TEXTS_FILE,
    VECTORS_FILE,
    Manifest,
    ModelRecord,
    check_files,
    read_manifest,
)
from index.errors import ArticleIndexError, IndexMissingError
from index.stores.faiss_store import FaissStore, open_faiss_store
from index.stores.text_store import TextStore


@dataclass(frozen=True, slots=True)
class Previous:
    """What may be reused: everything, or nothing where the version is missing, damaged or of another model.

    ``known`` maps each text that has a vector to the key of one.
    """

    manifest: Manifest | None = None
    folder: Path | None = None
    vectors: FaissStore | None = None
    known: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def versions(self) -> dict[str, str]:
        """Article id → content hash."""
        articles = {} if self.manifest is None else self.manifest.articles
        return {article_id: record.version for article_id, record in articles.items()}


@contextmanager
def read_previous(directory: Path, model: ModelRecord) -> Iterator[Previous]:
    """Open the current version for reuse under *model*."""
    texts: TextStore | None = None
    try:
        folder, manifest = read_manifest(directory)
        check_files(directory, folder, manifest)
        if manifest.model != model:
            change = f"The embedding model changed from {manifest.model.name} to {model.name}"
            previous = Previous(folder=folder, warnings=(f"{change}: all is embedded anew.",))
        else:
            texts = TextStore(folder / TEXTS_FILE)
            previous = Previous(manifest, folder, open_faiss_store(folder / VECTORS_FILE), texts.texts())
    except IndexMissingError:
        previous = Previous()
    except ArticleIndexError as error:
        previous = Previous(warnings=(f"The old index is not used, all is built anew: {error.user_message}",))
    try:
        yield previous
    finally:
        if texts is not None:
            texts.close()
