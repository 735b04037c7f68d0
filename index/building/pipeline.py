"""Carries a build out: corpus in, a new version folder, and at the very end one pointer moved.

Until the pointer is replaced, nothing that readers look at has changed; after it, everything they need
is on the disk. So whatever stops a build leaves the old index or the new one. *progress* hears of each
step before and after, and may stop the build by raising.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.article_files.adding import clear_hidden, put_in_place
from index.article_files.reading import Corpus, read_corpus
from index.building.locking import alone, writing
from index.building.manifest import MANIFEST_FILE, ModelRecord, parsed_manifest, version_name
from index.building.plan import Plan, plan_articles
from index.building.previous import Previous, read_previous
from index.building.proposal import Approve, Proposal, approve_all
from index.building.report import BuildReport, Progress, told
from index.building.vectors import build_vectors
from index.building.versions import clear_leftovers, prepare_switch, remove_expired, switch, write_version
from index.embedding.exported import export_once
from index.embedding.models import locate_model
from index.errors import NoArticlesError, article_file_message, printable
from index.settings import IndexSettings


def run_build(
    settings: IndexSettings,
    progress: Progress,
    added: Path | None = None,
    approve: Approve = approve_all,
) -> BuildReport:
    """Bring the index up to date with the corpus; see `index.wiring.build_index`."""
    with alone(settings.directory):
        clear_hidden(settings.corpus)
        corpus = read_corpus(settings, progress, added)
        if not corpus.articles:
            raise NoArticlesError(settings.corpus, corpus.errors)
        with told(progress, "model"), writing(settings.models):
            source = locate_model(settings.embedding_model)
            export = export_once(settings.models, source, settings.threads)
        model = ModelRecord(name=source.name, sha256=source.sha256, dimension=export.dimension)
        with writing(settings.directory):
            clear_leftovers(settings.directory)
            with read_previous(settings.directory, model) as previous:
                report = _Update(settings, corpus, model, previous, progress).carried_out(added, approve)
            with told(progress, "tidy"):
                remove_expired(settings.directory, datetime.now(UTC), settings.keep_days)
    return report


@dataclass(frozen=True, slots=True)
class _Update:
    """A build under way: what it starts from, and whom it tells."""

    settings: IndexSettings
    corpus: Corpus
    model: ModelRecord
    previous: Previous
    progress: Progress

    def carried_out(self, added: Path | None, approve: Approve) -> BuildReport:
        corpus, previous = self.corpus, self.previous
        versions = {article.id: article.version for article in corpus.articles}
        plan = plan_articles(previous.versions, versions)
        version, embedded = version_name(self.model, versions), 0
        is_new = previous.manifest is None or not plan.is_empty or previous.manifest.refused != corpus.refused
        if is_new:
            directory = self.settings.directory
            vectors, embedded = build_vectors(
                self.settings, self.model, corpus.articles, previous, self.progress
            )
            folder, sha256 = write_version(
                directory,
                version,
                model=self.model,
                corpus=corpus,
                vectors=vectors,
                progress=self.progress,
                before=previous.folder.name if previous.folder else "",
            )
            with self._removed_if_refused(folder):
                with told(self.progress, "approve"):
                    if previous.manifest is not None and not plan.is_empty:
                        approve(self._proposal(folder, plan))
                prepare_switch(
                    directory, folder, sha256
                )  # a full disk shows before the file is in the corpus
                with told(self.progress, "add"):
                    if added is not None:
                        put_in_place(added, self.settings.corpus)
            with told(self.progress, "switch"):
                switch(directory)
        return BuildReport(
            version=version,
            is_new=is_new,
            plan=plan,
            paragraphs=sum(len(article.paragraphs) for article in corpus.articles),
            embedded=embedded,
            warnings=previous.warnings + corpus.warnings,
            errors=corpus.errors,
        )

    def _proposal(self, folder: Path, plan: Plan) -> Proposal:
        known = self.previous.manifest.articles if self.previous.manifest else {}
        files = {name: printable(known[name].file) for name in plan.removed}
        refused = self.corpus.refused
        unreadable = tuple(
            article_file_message(Path(file), refused[file]) for file in files.values() if file in refused
        )
        manifest = parsed_manifest(self.settings.directory, (folder / MANIFEST_FILE).read_bytes())
        return Proposal(folder, manifest, plan, unreadable)

    @contextmanager
    def _removed_if_refused(self, folder: Path) -> Iterator[None]:
        try:
            yield
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
