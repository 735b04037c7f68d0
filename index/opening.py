"""Opens a version of the index for asking: the files checked, the model loaded beside them.

Imports neither torch nor sentence-transformers.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.articles import Article
from index.building.freshness import differs
from index.building.manifest import (
    TEXTS_FILE,
    VECTORS_FILE,
    WORDS_FILE,
    Manifest,
    check_files,
    read_manifest,
)
from index.building.older import find_version
from index.building.proposal import Proposal
from index.embedding.exported import open_embedder
from index.errors import IndexDamagedError, IndexModelError, ModelNotFoundError, StoreError
from index.retrieval.passages import Passage
from index.retrieval.search import Searcher
from index.settings import IndexSettings
from index.stores.fts_store import FtsStore
from index.stores.text_store import TextStore


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What an index version is and holds; ``created`` is UTC, ``refused`` maps file names to reasons."""

    version: str
    created: datetime
    directory: Path
    articles: int
    paragraphs: int
    model: str
    model_sha256: str
    refused: dict[str, str]
    corpus_is_newer: bool


class OpenIndex:
    """One version of the index, opened for asking; safe to use from several threads.

    ``edition`` tells its build from every other one that is kept, also from one of the same articles.
    """

    def __init__(
        self,
        settings: IndexSettings,
        edition: str,
        manifest: Manifest,
        texts: TextStore,
        searcher: Searcher,
    ) -> None:
        self.version = manifest.version
        self.edition = edition
        self.embedder = searcher.embedder
        self._settings = settings
        self._manifest = manifest
        self._texts = texts
        self._searcher = searcher

    def search(self, question: str, limit: int) -> list[Passage]:
        """Return the *limit* passages most worth reading, best first; the same ones every time.

        Raises:
            EmbeddingError: the embedding model failed.
        """
        return self._searcher.search(question, limit)

    def article(self, article_id: str) -> Article:
        """Return an article as it was when the index was built.

        Raises:
            UnknownArticleError: the index holds no such article.
        """
        return self._texts.article(article_id)

    def article_ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, sorted."""
        return self._texts.article_ids()

    def articles_holding(self, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the ids of the articles that hold each of *texts* as a paragraph; texts in none are left out."""
        return self._texts.articles_holding(texts)

    def close(self) -> None:
        """Release the files; nothing can be asked afterwards."""
        self._searcher.close()

    def status(self) -> IndexStatus:
        """Return what this version is and holds, and whether the corpus changed since."""
        return status_of(self._settings, self._manifest)


def open_index(settings: IndexSettings, version: str | None = None) -> OpenIndex:
    """Open the current version, or an older *version*, after checking every byte of it.

    Its files may be removed while it is open: what was opened stays readable.

    Raises:
        IndexUnusableError: there is none, it is damaged, or it was built with another model.
    """
    directory = settings.directory
    folder, manifest = read_manifest(directory) if version is None else find_version(directory, version)
    return _opened(settings, folder, manifest)


def open_proposed(settings: IndexSettings, proposal: Proposal) -> OpenIndex:
    """Open a version that is not yet the current one; raises what `open_index` does."""
    return _opened(settings, proposal.folder, proposal.manifest)


def _opened(settings: IndexSettings, folder: Path, manifest: Manifest) -> OpenIndex:
    directory, model = settings.directory, manifest.model
    if model.name != settings.embedding_model:
        reason = f"it was built with the model {model.name}, not {settings.embedding_model}"
        raise IndexModelError(directory, reason)
    with ThreadPoolExecutor(1) as beside:  # the model takes half a second, the files may take as long
        loading = beside.submit(open_embedder, settings.models, model.name, model.sha256, settings.threads)
        from index.stores.faiss_store import open_faiss_store  # noqa: PLC0415 - 0.1 s, beside the model's

        check_files(directory, folder, manifest)
        try:
            texts = TextStore(folder / TEXTS_FILE)
            words = FtsStore(folder / WORDS_FILE)
            vectors = open_faiss_store(folder / VECTORS_FILE)
        except StoreError as error:
            raise IndexDamagedError(directory, error.user_message) from error
        try:
            embedder = loading.result()
        except ModelNotFoundError as error:
            raise IndexModelError(directory, error.user_message.rstrip(".")) from error
    return OpenIndex(settings, folder.name, manifest, texts, Searcher(embedder, vectors, words, texts))


def status_of(settings: IndexSettings, manifest: Manifest) -> IndexStatus:
    """Return what the version of *manifest* is and holds, and whether the corpus changed since."""
    return IndexStatus(
        version=manifest.version,
        created=manifest.created,
        directory=settings.directory,
        articles=len(manifest.articles),
        paragraphs=manifest.paragraph_count,
        model=manifest.model.name,
        model_sha256=manifest.model.sha256,
        refused=dict(manifest.refused),
        corpus_is_newer=differs(settings, manifest),
    )
