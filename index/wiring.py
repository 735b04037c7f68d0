"""Puts the parts together: the two doors to the index, building and asking.

Asking imports neither torch nor sentence-transformers, and building only when a model is exported.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.articles import Article
from index.building.freshness import corpus_is_newer, differs
from index.building.manifest import (
    TEXTS_FILE,
    VECTORS_FILE,
    WORDS_FILE,
    Manifest,
    check_files,
    current_folder,
    read_manifest,
)
from index.building.older import find_version, remove_holding
from index.building.plan import Plan, plan_articles
from index.building.proposal import Approve, Proposal, approve_all
from index.building.report import STEPS, BuildReport, Progress
from index.embedding.exported import open_embedder
from index.embedding.protocol import Embedder
from index.errors import IndexDamagedError, IndexModelError, ModelNotFoundError, StoreError
from index.retrieval.passages import Passage
from index.retrieval.search import Searcher
from index.settings import IndexSettings
from index.stores.fts_store import FtsStore
from index.stores.text_store import TextStore

__all__ = [
    "STEPS",
    "Approve",
    "BuildReport",
    "IndexStatus",
    "OpenIndex",
    "Plan",
    "Proposal",
    "build_index",
    "changed_since",
    "corpus_is_newer",
    "current_edition",
    "go_back",
    "index_status",
    "is_being_built",
    "open_index",
    "open_proposed",
    "remove_older_versions",
]

OpenEmbedder = Callable[[Path, str, str, int], Embedder]  # as `open_embedder`


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


def silent(step: str, done: int, total: int) -> None:
    """Report no progress."""


def build_index(
    settings: IndexSettings,
    progress: Progress = silent,
    *,
    added: Path | None = None,
    approve: Approve = approve_all,
) -> BuildReport:
    """Bring the index up to date with the corpus.

    Only texts that are new are embedded; without changes nothing is written and no model loaded. A file
    that cannot be indexed is told in the report, the others still are. *progress* is called with a step of
    `STEPS`, how much of it is done and its total.

    A file that is *added* is copied into the corpus when all else is done: then it is in both, or in neither.
    What would take the place of another version is shown to *approve* first, which raises to keep the old one.

    Raises:
        ArticleFileError: the file that is to be added cannot be.
        CorpusError: there is no corpus, or nothing in it can be indexed.
        EmbeddingError: the embedding model is missing or damaged.
        BuildError: another build is running, or the index cannot be written. In every case the old index,
            if any, stays as it was.
    """
    from index.building.pipeline import run_build  # noqa: PLC0415 - asking needs none of what it imports

    return run_build(settings, progress, added, approve)


def go_back(settings: IndexSettings, progress: Progress = silent) -> tuple[IndexStatus, Plan]:
    """Put the version before the current one in its place; return what it is, and what that changed.

    The articles' files are left as they are: the next build indexes them again.

    Raises:
        IndexUnusableError: there is no index, or the version before it is damaged.
        BuildError: there is none before it, a build is running, or the index cannot be written.
    """
    from index.building.undoing import go_back as restored  # noqa: PLC0415 - asking needs none of it

    left, current = restored(settings, progress)
    return _status(settings, current), plan_articles(_versions(left), _versions(current))


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
        return _status(self._settings, self._manifest)


def current_edition(settings: IndexSettings) -> str:
    """Return the edition of the current version, from the pointer alone: a file of a hundred bytes.

    Raises:
        IndexUnusableError: there is none.
    """
    return current_folder(settings.directory)[0].name


def open_index(
    settings: IndexSettings, version: str | None = None, open_model: OpenEmbedder = open_embedder
) -> OpenIndex:
    """Open the current version, or an older *version*, after checking every byte of it.

    Its files may be removed while it is open: what was opened stays readable.

    Raises:
        IndexUnusableError: there is none, it is damaged, or it was built with another model.
    """
    directory = settings.directory
    folder, manifest = read_manifest(directory) if version is None else find_version(directory, version)
    return _opened(settings, folder, manifest, open_model)


def open_proposed(
    settings: IndexSettings, proposal: Proposal, open_model: OpenEmbedder = open_embedder
) -> OpenIndex:
    """Open a version that is not yet the current one; raises what `open_index` does."""
    return _opened(settings, proposal.folder, proposal.manifest, open_model)


def _opened(settings: IndexSettings, folder: Path, manifest: Manifest, open_model: OpenEmbedder) -> OpenIndex:
    directory, model = settings.directory, manifest.model
    if model.name != settings.embedding_model:
        reason = f"it was built with the model {model.name}, not {settings.embedding_model}"
        raise IndexModelError(directory, reason)
    with ThreadPoolExecutor(1) as beside:  # the model takes half a second, the files may take as long
        loading = beside.submit(open_model, settings.models, model.name, model.sha256, settings.threads)
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


def is_being_built(settings: IndexSettings) -> bool:
    """Whether somebody is building the index at this moment."""
    from index.building.locking import is_locked  # noqa: PLC0415 - asking needs no locks

    return is_locked(settings.directory)


def changed_since(settings: IndexSettings, version: str) -> Plan:
    """Return what the current version has that an older *version* had not, and the other way round.

    Raises:
        IndexMissingError: there is no index.
        IndexVersionGoneError: that version was removed.
    """
    _, before = find_version(settings.directory, version)
    return plan_articles(_versions(before), _versions(read_manifest(settings.directory)[1]))


def _versions(manifest: Manifest) -> dict[str, str]:
    return {article_id: record.version for article_id, record in manifest.articles.items()}


def remove_older_versions(settings: IndexSettings, article_id: str) -> int:
    """Remove every replaced version that holds an article which was taken down; return how many.

    Raises:
        ArticleStillIndexedError: the current version holds it; nothing was removed.
        IndexUnusableError: there is no index.
        OSError: a version cannot be removed.
    """
    return remove_holding(settings.directory, article_id)


def index_status(settings: IndexSettings) -> IndexStatus:
    """Return what the current version is and holds, without opening or checking the rest of it.

    Raises:
        IndexUnusableError: there is none, or its manifest is damaged.
    """
    return _status(settings, read_manifest(settings.directory)[1])


def _status(settings: IndexSettings, manifest: Manifest) -> IndexStatus:
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
