"""Whether the corpus changed since the index was built: a look at the files, a read only where in doubt."""

from index.article_files.folder import list_candidates
from index.article_files.reading import Source, look_at, read_article
from index.building.manifest import Manifest, read_manifest
from index.errors import ArticleFileError, CorpusError, printable
from index.settings import IndexSettings


def corpus_is_newer(settings: IndexSettings) -> bool:
    """Return whether a build would change the index.

    A file with its old size and time counts as unchanged; any other is read and compared by content, so
    that a fresh checkout of the same corpus does not count. A corpus that is not there is not newer.

    Raises:
        IndexUnusableError: there is no index, or its manifest is damaged.
    """
    return differs(settings, read_manifest(settings.directory)[1])


def differs(settings: IndexSettings, manifest: Manifest) -> bool:
    """Return whether the corpus differs from the one that *manifest* was built from."""
    folder = settings.corpus
    if "corpus" not in settings.model_fields_set and manifest.corpus and manifest.corpus.is_dir():
        folder = manifest.corpus  # nobody named a corpus: the default one may be another story's
    try:
        candidates, failures = list_candidates(folder)
    except CorpusError:
        return False
    refused = {printable(error.file.name): error.reason for error in failures}
    seen = set()
    for candidate in candidates:
        known = manifest.articles.get(candidate.article_id)
        try:
            source = look_at(candidate)
            if known is not None:
                seen.add(candidate.article_id)
                if source == Source(known.file, known.size, known.modified_ns):
                    continue
            article, _ = read_article(candidate, settings.max_article_bytes)
        except ArticleFileError as error:
            refused[printable(candidate.path.name)] = error.reason
            seen.discard(candidate.article_id)
            continue
        if known is None or article.version != known.version:
            return True
    return seen != manifest.articles.keys() or refused != manifest.refused
