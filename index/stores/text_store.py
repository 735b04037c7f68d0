"""The articles themselves, in one SQLite file: whatever is shown comes from here, never from the corpus.

There is one copy of every text: an article's body is kept as what stands between its paragraphs, and
put together again when the article is asked for.
"""

import json
import threading
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from index.articles import Article, ArticleDetails, Paragraph
from index.errors import UnknownArticleError
from index.splitting import paragraph_spans
from index.stores.protocol import key_of
from index.stores.sqlite_file import open_read_only, written_once

_SCHEMA = """
CREATE TABLE articles (id TEXT PRIMARY KEY, version TEXT NOT NULL, details TEXT NOT NULL, gaps TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE paragraphs (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, number INTEGER NOT NULL,
    text TEXT NOT NULL, occurrence INTEGER NOT NULL, UNIQUE (article, number)
)
"""
_PARAGRAPH = "SELECT id, article, number, text, occurrence, key FROM paragraphs"
_AT_ONCE = 500  # keys of one statement; SQLite takes 32,766, older ones 999


class TextStore:
    """Articles and paragraphs of one finished SQLite file."""

    def __init__(self, path: Path) -> None:
        self._connection = open_read_only(path)
        self._lock = threading.Lock()  # one connection serves one cursor at a time

    def article_ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, sorted."""
        return tuple(row[0] for row in self._rows("SELECT id FROM articles ORDER BY id"))

    def article(self, article_id: str) -> Article:
        """Return one article with its paragraphs.

        Raises:
            UnknownArticleError: there is no such article.
        """
        rows = self._rows("SELECT version, details, gaps FROM articles WHERE id = ?", (article_id,))
        if not rows:
            raise UnknownArticleError(article_id)
        version, details, gaps = rows[0]
        found = self._rows(f"{_PARAGRAPH} WHERE article = ? ORDER BY number", (article_id,))
        paragraphs = tuple(Paragraph(*row[:5]) for row in found)
        pieces = zip_longest(json.loads(gaps), (paragraph.text for paragraph in paragraphs), fillvalue="")
        body = "".join(chain.from_iterable(pieces))
        return Article(article_id, ArticleDetails.model_validate_json(details), body, version, paragraphs)

    def paragraphs(self, keys: Sequence[int]) -> dict[int, Paragraph]:
        """Return the paragraphs of those *keys* that are known."""
        found: dict[int, Paragraph] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found |= {
                row[5]: Paragraph(*row[:5])
                for row in self._rows(f"{_PARAGRAPH} WHERE key IN ({marks})", some)
            }
        return found

    def articles_holding(self, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the ids of the articles that hold each of *texts* as a paragraph; texts in none are left out."""
        wanted, found = sorted(set(texts)), dict[str, set[str]]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for text, article in self._rows(
                f"SELECT text, article FROM paragraphs WHERE text IN ({marks})",  # noqa: S608 - marks alone
                some,
            ):
                found.setdefault(text, set()).add(article)
        return {text: tuple(sorted(articles)) for text, articles in found.items()}

    def texts(self) -> dict[str, int]:
        """Return every distinct paragraph text, with the key of one paragraph that has it."""
        return {row[3]: row[5] for row in self._rows(_PARAGRAPH)}

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Release the file."""
        self._connection.close()


def write_text_store(path: Path, articles: Iterable[Article]) -> None:
    """Write one new file of articles.

    Raises:
        OSError: the file cannot be written.
        StoreError: two paragraphs have one key.
    """
    with written_once(path, _SCHEMA) as connection:
        for article in articles:
            details = article.details.model_dump_json()
            row = (article.id, article.version, details, json.dumps(_gaps(article.body)))
            connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row)
            connection.executemany(
                "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (key_of(item.id), item.id, item.article_id, item.number, item.text, item.occurrence)
                    for item in article.paragraphs
                ),
            )


def _gaps(body: str) -> list[str]:
    """Return what stands before, between and after the paragraphs of *body*."""
    spans = paragraph_spans(body)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(body)]
    return [body[end:start] for end, start in zip(ends, starts, strict=True)]
