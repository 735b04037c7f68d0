"""Carries a build out: corpus in, a new version folder, and at the very end one pointer moved.

Until the pointer is replaced, nothing that readers look at has changed; after it, everything they need
is on the disk. So whatever stops a build leaves the old index or the new one. *progress* hears of each
step before and after, and may stop the build by raising.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.article_files.reading import Corpus, read_corpus
from index.building.manifest import ModelRecord, version_name
from index.building.plan import plan_articles
from index.building.previous import Previous, read_previous
from index.building.report import BuildReport, Progress, told
from index.building.vectors import build_vectors
from index.building.versions import clear_leftovers, remove_expired, switch_to, write_version
from index.embedding.exported import export_once
from index.embedding.models import locate_model
from index.errors import BuildInProgressError, IndexNotWritableError, NoArticlesError
from index.settings import IndexSettings


def run_build(settings: IndexSettings, progress: Progress) -> BuildReport:
    """Bring the index up to date with the corpus; see `index.wiring.build_index`."""
    with _alone(settings.directory):
        corpus = read_corpus(settings, progress)
        if not corpus.articles:
            raise NoArticlesError(settings.corpus, corpus.errors)
        with told(progress, "model"), _writing(settings.models):
            source = locate_model(settings.embedding_model)
            export = export_once(settings.models, source, settings.threads)
        model = ModelRecord(name=source.name, sha256=source.sha256, dimension=export.dimension)
        with _writing(settings.directory):
            clear_leftovers(settings.directory)
            with read_previous(settings.directory, model) as previous:
                report = _update(settings, corpus, model, previous, progress)
            with told(progress, "tidy"):
                remove_expired(settings.directory, datetime.now(UTC), settings.keep_days)
    return report


def _update(
    settings: IndexSettings, corpus: Corpus, model: ModelRecord, previous: Previous, progress: Progress
) -> BuildReport:
    versions = {article.id: article.version for article in corpus.articles}
    plan = plan_articles(previous.versions, versions)
    version, embedded = version_name(model, versions), 0
    is_new = previous.manifest is None or not plan.is_empty or previous.manifest.refused != corpus.refused
    if is_new:
        vectors, embedded = build_vectors(settings, model, corpus.articles, previous, progress)
        folder, sha256 = write_version(
            settings.directory, version, model=model, corpus=corpus, vectors=vectors, progress=progress
        )
        with told(progress, "switch"):
            switch_to(settings.directory, folder, sha256)
    return BuildReport(
        version=version,
        is_new=is_new,
        added=len(plan.added),
        changed=len(plan.changed),
        kept=len(plan.kept),
        removed=len(plan.removed),
        paragraphs=sum(len(article.paragraphs) for article in corpus.articles),
        embedded=embedded,
        warnings=previous.warnings + corpus.warnings,
        errors=corpus.errors,
    )


@contextmanager
def _alone(directory: Path) -> Iterator[None]:
    """Hold the lock of the index; the system frees it when the process ends, however it ends."""
    with _writing(directory):
        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise BuildInProgressError(directory) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    """Turn a full disk or a read-only folder into one line."""
    try:
        yield
    except OSError as error:
        raise IndexNotWritableError(directory, error.strerror or str(error)) from error
