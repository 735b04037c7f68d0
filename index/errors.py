"""Everything that can go wrong in index/, each with one sentence for the person at the terminal.

ArticleIndexError
├── CorpusError                   the corpus cannot be indexed at all
│   ├── CorpusNotFoundError       there is no such folder
│   └── NoArticlesError           no file in it could be indexed
├── ArticleFileError              one file cannot be indexed; the others still are
├── EmbeddingError                texts cannot be turned into vectors
│   ├── ModelNotFoundError        there is no such embedding model
│   ├── ModelMismatchError        the model's file is not the one it should be
│   └── ModelExportError          the model has no faithful ONNX form
├── StoreError                    a store cannot be written or read
├── BuildError                    the build stopped; the old index is untouched
│   ├── BuildInProgressError      another build is running
│   ├── BuildRefusedError         what was built is not good enough to be put to use
│   ├── IndexNotWritableError     the disk is full, the folder read-only
│   └── NoEarlierVersionError     there is no version to go back to
├── IndexUnusableError            the index on disk is refused
│   ├── IndexMissingError         nothing was built here yet
│   ├── IndexDamagedError         a file is missing or not the one that was written
│   ├── IndexFormatError          it was written by a newer or older Crosscite
│   └── IndexModelError           it was built with another embedding model
├── IndexVersionGoneError         a replaced version was removed
├── ArticleStillIndexedError      an article that is to be taken down can still be found
└── UnknownArticleError           the index holds no such article
"""

from pathlib import Path


class ArticleIndexError(Exception):
    """Root of the tree; ``user_message`` says in one sentence what happened and what to do."""

    @property
    def user_message(self) -> str:
        """One line for the person at the terminal."""
        return " ".join(str(self).split())


class CorpusError(ArticleIndexError):
    """The corpus cannot be indexed at all."""


class CorpusNotFoundError(CorpusError):
    """There is no such corpus folder, or it cannot be listed."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"The corpus folder {folder} cannot be read: {reason}; name another with --corpus or "
            "CROSSCITE_INDEX_CORPUS."
        )


class NoArticlesError(CorpusError):
    """No file of the corpus could be indexed; the old index stays."""

    def __init__(self, folder: Path, errors: tuple[str, ...]) -> None:
        self.errors = errors  # one line per file that was refused
        found = "it holds no .md or .txt file, so put some there or name another folder with --corpus"
        if errors:
            found = "its only file" if len(errors) == 1 else f"none of its {len(errors)} files"
            found += " cannot be indexed" if len(errors) == 1 else " can be indexed"
        super().__init__(f"There are no articles in {folder}: {found}; the old index, if any, is untouched.")


class ArticleFileError(ArticleIndexError):
    """One file cannot be indexed; ``line`` counts from 1 and is None where the whole file is meant."""

    def __init__(self, file: Path, reason: str, line: int | None = None) -> None:
        self.file = file
        self.line = line
        self.reason = reason
        super().__init__(article_file_message(file, reason, line))


class EmbeddingError(ArticleIndexError):
    """Texts cannot be turned into vectors."""


class ModelNotFoundError(EmbeddingError):
    """There is no such embedding model, or it cannot be loaded."""

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(f"The embedding model {model} cannot be loaded: {reason}.")


class ModelMismatchError(EmbeddingError):
    """The model's file is not the one it should be."""

    def __init__(self, file: Path, expected: str, found: str) -> None:
        super().__init__(
            f"{file} is damaged or not the expected model (sha256 {found[:12]}…, not {expected[:12]}…); "
            "reinstall the model and run `crosscite build`."
        )


class ModelExportError(EmbeddingError):
    """The model has no faithful ONNX form; sentence-transformers serves it instead."""


class StoreError(ArticleIndexError):
    """A store cannot be written or read."""


class BuildError(ArticleIndexError):
    """The build stopped; the old index is untouched."""


class BuildInProgressError(BuildError):
    """Another process is building this index."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"Another build is writing {directory}; wait until it ends and try again.")


class BuildRefusedError(BuildError):
    """What was built is not put to use; ``reasons`` has a line for each thing that speaks against it."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        what = "one thing speaks" if len(reasons) == 1 else f"{len(reasons)} things speak"
        super().__init__(
            f"The new index is not put to use, {what} against it; the old one answers on: put right what is "
            "named, or build without the check."
        )


class NoEarlierVersionError(BuildError):
    """There is no version to go back to."""

    def __init__(self, directory: Path) -> None:
        super().__init__(
            f"The index in {directory} keeps no version from before the current one: put the articles "
            "back as they were and run `crosscite build`."
        )


class IndexNotWritableError(BuildError):
    """The disk is full, the folder read-only, or something else stands in its place."""

    def __init__(self, directory: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The index in {directory} cannot be written: {reason}; the old index is untouched.")


class IndexUnusableError(ArticleIndexError):
    """The index on disk is refused; every message says what to do."""


class IndexMissingError(IndexUnusableError):
    """Nothing was built here yet."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"There is no index in {directory}: run `crosscite build` first.")


class IndexDamagedError(IndexUnusableError):
    """A file of the index is missing or is not the one that was written."""

    def __init__(self, directory: Path, reason: str) -> None:
        super().__init__(f"The index in {directory} is damaged ({reason}): run `crosscite build`.")


class IndexFormatError(IndexUnusableError):
    """The index was written by a newer or older Crosscite."""

    def __init__(self, directory: Path, found: object, supported: int) -> None:
        super().__init__(
            f"The index in {directory} has format {found}, this Crosscite reads format {supported}: "
            "run `crosscite build`, or upgrade Crosscite."
        )


class IndexModelError(IndexUnusableError):
    """The index was built with another embedding model than the one at hand."""

    def __init__(self, directory: Path, reason: str) -> None:
        super().__init__(f"The index in {directory} cannot be searched ({reason}): run `crosscite build`.")


class IndexVersionGoneError(ArticleIndexError):
    """A replaced version of the index was removed since."""

    def __init__(self, directory: Path, version: str) -> None:
        super().__init__(
            f"The index in {directory} no longer keeps its version {version}: ask the current one, and set "
            "CROSSCITE_INDEX_KEEP_DAYS higher to keep later ones longer."
        )


class ArticleStillIndexedError(ArticleIndexError):
    """An article that is to be taken down can still be found."""

    def __init__(self, article_id: str, file: str) -> None:
        super().__init__(
            f"{article_id} is still indexed: remove {file} from the corpus and run `crosscite build` first."
        )


class UnknownArticleError(ArticleIndexError):
    """The index holds no such article."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        super().__init__(
            f"The index holds no article named {article_id!r}; an article is named as its file, "
            "without .md or .txt."
        )


def article_file_message(file: Path, reason: str, line: int | None = None) -> str:
    """Return the one line that names file and line; odd characters in the name are escaped."""
    name = printable(str(file))
    return f"{name}:{line}: {reason}" if line else f"{name}: {reason}"


def printable(name: str) -> str:
    """Return a file's name, escaped where it has characters that cannot be printed or stored."""
    return name if name.isprintable() else ascii(name)
