"""Which files of a corpus are articles, and what they are called."""

import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import ArticleFileError, CorpusNotFoundError

_SUFFIXES = {".md", ".txt"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that claims to be an article."""

    path: Path
    article_id: str


def articles_folder(corpus: Path) -> Path:
    """Return the folder that holds the files: ``articles`` in *corpus* where there is one, else *corpus*."""
    nested = corpus / "articles"
    return nested if nested.is_dir() else corpus


def list_candidates(
    corpus: Path, added: Path | None = None
) -> tuple[list[Candidate], list[ArticleFileError]]:
    """List the articles of a corpus by name, and what looks like one but has no usable or free name.

    A file that is to be *added* is listed as if it were there already, and has a name only if no other has it.

    Subfolders are not entered. Hidden files and README files are no articles. Of two files with one id
    (``a.md`` and ``a.txt``; also where only case or Unicode form differ, since some disks cannot tell
    them apart) the first by name is taken.

    Raises:
        CorpusNotFoundError: the folder does not exist or cannot be listed.
    """
    folder = articles_folder(corpus)
    try:
        paths = sorted(folder.iterdir(), key=lambda path: (_folded(path.stem), path.name))
    except OSError as error:
        raise CorpusNotFoundError(folder, error.strerror or str(error)) from error
    candidates: list[Candidate] = []
    refused: list[ArticleFileError] = []
    taken: dict[str, Path] = {}
    for path in _claimed([*paths, added] if added else paths):
        reason = _unusable_name(path)
        other = taken.get(_folded(path.stem))
        if reason is None and other is not None:
            reason = f"its id is already that of {other.name}; rename one of them"
        if reason is not None:
            refused.append(ArticleFileError(path, reason))
            continue
        taken[_folded(path.stem)] = path
        candidates.append(Candidate(path, path.stem))
    return candidates, refused


def passed_over(corpus: Path) -> list[Path]:
    """Return, by name, the files beside the folder ``articles`` that would be articles if they lay in it."""
    if articles_folder(corpus) == corpus:
        return []
    try:
        return sorted(_claimed(corpus.iterdir()), key=lambda path: path.name)
    except OSError:  # whoever may read only the folder has lost nothing
        return []


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a file of at most *limit* bytes.

    Raises:
        ArticleFileError: it is no file, larger, or cannot be read.
    """
    try:
        details = path.stat()
        if stat.S_ISDIR(details.st_mode):
            raise ArticleFileError(path, "it is a folder, not a file: rename or move it")
        if not stat.S_ISREG(details.st_mode):  # reading a pipe would wait for ever
            raise ArticleFileError(path, "it is not a plain file: put a plain one in its place")
        if details.st_size > limit:
            raise ArticleFileError(
                path,
                f"it has {details.st_size:,} bytes, more than the limit of {limit:,}: "
                "split it, or set CROSSCITE_INDEX_MAX_ARTICLE_BYTES higher",
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleFileError(path, f"it cannot be read: {error.strerror or error}") from error


def _claimed(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        hidden = path.name.startswith(".")
        if path.suffix.lower() in _SUFFIXES and not hidden and path.stem.casefold() != "readme":
            yield path


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _unusable_name(path: Path) -> str | None:
    """Say why a file's name cannot be an id that is printed, stored and sent as JSON."""
    try:
        path.stem.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not UTF-8; rename it"
    return None if path.stem.isprintable() else "its name has a character that cannot be printed; rename it"
