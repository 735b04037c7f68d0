"""Puts the parts together: the two doors to the index, building and asking.

Asking imports neither torch nor sentence-transformers, and building only when a model is exported.
"""

from pathlib import Path

from index.building.freshness import corpus_is_newer
from index.building.manifest import Manifest, current_folder, read_manifest
from index.building.older import find_version, remove_holding
from index.building.plan import Plan, plan_articles
from index.building.proposal import Approve, Proposal, approve_all
from index.building.report import STEPS, BuildReport, Progress
from index.embedding.exported import export_once, open_embedder
from index.embedding.protocol import Embedder
from index.opening import IndexStatus, OpenIndex, open_index, open_proposed, status_of
from index.settings import IndexSettings

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
    "embedding_model",
    "go_back",
    "index_status",
    "is_being_built",
    "open_index",
    "open_proposed",
    "remove_older_versions",
]


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


def embedding_model(settings: IndexSettings) -> Embedder:
    """Open the model that an index of these *settings* is built with, which needs no index; it is exported once.

    Raises:
        ModelNotFoundError: it cannot be loaded.
        EmbeddingError: it could not be run.
        BuildError: the folder of models cannot be written.
    """
    from index.building.locking import writing  # noqa: PLC0415 - asking needs none of it
    from index.embedding.models import locate_model  # noqa: PLC0415 - nor of this

    with writing(settings.models):
        source = locate_model(settings.embedding_model)
        export_once(settings.models, source, settings.threads)
    return open_embedder(settings.models, source.name, source.sha256, settings.threads)


def go_back(settings: IndexSettings, progress: Progress = silent) -> tuple[IndexStatus, Plan]:
    """Put the version before the current one in its place; return what it is, and what that changed.

    The articles' files are left as they are: the next build indexes them again.

    Raises:
        IndexUnusableError: there is no index, or the version before it is damaged.
        BuildError: there is none before it, a build is running, or the index cannot be written.
    """
    from index.building.undoing import go_back as restored  # noqa: PLC0415 - asking needs none of it

    left, current = restored(settings, progress)
    return status_of(settings, current), plan_articles(_versions(left), _versions(current))


def current_edition(settings: IndexSettings) -> str:
    """Return the edition of the current version, from the pointer alone: a file of a hundred bytes.

    Raises:
        IndexUnusableError: there is none.
    """
    return current_folder(settings.directory)[0].name


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
    return status_of(settings, read_manifest(settings.directory)[1])
