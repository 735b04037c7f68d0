"""Drafts: files that an editor has sent and not yet published, and what they would be as articles."""

import secrets
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.answering.answers import Source
from bot.answering.values.context import article_context
from bot.errors import DraftError, DraftGoneError, DraftTrouble
from index.article_files.folder import list_candidates
from index.article_files.reading import read_article
from index.articles import Article
from index.errors import ArticleFileError, ArticleIndexError
from index.settings import IndexSettings

LARGEST = 1_000_000  # bytes: a hundred times a long article
_LONGEST_NAME = 100  # characters; disks take 255 bytes
_KEPT_DAYS = 7
_MOST_KEPT = 50
_TELLING = 40  # characters; shorter paragraphs, such as bylines, stand in many articles
_SUFFIXES = (".md", ".txt")


class Holding(Protocol):
    """What knows which paragraphs stand in which articles: an opened index."""

    def articles_holding(self, texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the articles that hold each of *texts* as a paragraph."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as the article that it would be.

    ``repeats`` are other articles that hold paragraphs of it word for word, with how many, most first.
    """

    id: str
    path: Path
    article: Article
    source: Source
    warnings: tuple[str, ...]
    repeats: tuple[tuple[str, int], ...] = ()


class DraftsDesk:
    """Keeps drafts in a folder of its own beside the index, so that they outlive the program."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._folder = settings.directory / "drafts"

    def keep(self, name: str, data: bytes, index: Holding | None) -> Draft:
        """Keep a file and return what it would be; *index* tells what of it stands in other articles.

        Raises:
            DraftError: it cannot become an article; nothing is kept.
        """
        _check(name, data)
        self._clear()
        draft_id = secrets.token_hex(8)
        folder = self._folder / draft_id
        try:
            folder.mkdir(parents=True)
            (folder / name).write_bytes(data)
        except (OSError, ValueError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise DraftError(DraftTrouble.NOT_KEPT, getattr(error, "strerror", "") or str(error)) from error
        try:
            return self._read(draft_id, folder / name, index)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def draft(self, draft_id: str) -> Draft:
        """Return a draft that was kept.

        Raises:
            DraftGoneError: it was discarded, published, or is too old.
            DraftError: it can no longer become an article: another has its name now.
        """
        found = sorted((self._folder / draft_id).glob("*"))
        if not found:
            raise DraftGoneError
        return self._read(draft_id, found[0], None)

    def discard(self, draft_id: str) -> bool:
        """Forget a draft; return whether there was one."""
        there = (self._folder / draft_id).is_dir()
        shutil.rmtree(self._folder / draft_id, ignore_errors=True)
        return there

    def _read(self, draft_id: str, path: Path, index: Holding | None) -> Draft:
        try:
            candidates, refused = list_candidates(self._settings.corpus, path)
            failure = next((error for error in refused if error.file == path), None)
            if failure is not None:
                raise DraftError(DraftTrouble.NAME_TAKEN, path.name)
            candidate = next(one for one in candidates if one.path == path)
            article, warnings = read_article(candidate, LARGEST)
        except ArticleFileError as error:
            raise DraftError(DraftTrouble.UNREADABLE, error.reason, error.line) from error
        except ArticleIndexError as error:
            raise DraftError(DraftTrouble.NOT_KEPT, error.user_message) from error
        context = article_context(article.body, article.details.published)
        source = Source(article.id, article.details, context.dateline)
        told = tuple(warning.replace(f"{path}:", "").strip() for warning in warnings)
        return Draft(draft_id, path, article, source, told, _repeats(article, index))

    def _clear(self) -> None:
        """Remove drafts that are old, and the oldest of too many."""
        kept = sorted(((_age(path), path) for path in self._folder.glob("*")), key=lambda pair: pair[0])
        for place, (age, folder) in enumerate(kept):
            if place >= _MOST_KEPT - 1 or age > _KEPT_DAYS * 86_400:
                shutil.rmtree(folder, ignore_errors=True)


def _age(folder: Path) -> float:
    """Return the seconds since a draft was kept; of one that was discarded at this moment, none."""
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0


def _check(name: str, data: bytes) -> None:
    """Refuse what cannot be an article's file, before it is written anywhere."""
    plain = name.isprintable() and not set(name) & set('/\\:*?"<>|') and not name.startswith((".", "~"))
    if not plain or len(name) > _LONGEST_NAME or Path(name).stem.casefold() == "readme":
        raise DraftError(DraftTrouble.NAME)
    if not name.lower().endswith(_SUFFIXES):
        raise DraftError(DraftTrouble.KIND)
    if len(data) > LARGEST:
        raise DraftError(DraftTrouble.TOO_LARGE, f"{len(data):,}")


def _repeats(article: Article, index: Holding | None) -> tuple[tuple[str, int], ...]:
    if index is None:
        return ()
    texts = {paragraph.text for paragraph in article.paragraphs if len(paragraph.text) >= _TELLING}
    counts = Counter(name for names in index.articles_holding(texts).values() for name in names)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
