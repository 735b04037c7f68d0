"""Passages of a data set as articles of a corpus: one file each, named by its content."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from bot.evaluation.data import Row

_DIGITS = 16  # of the hash in a name: two of 10,000 passages share one with a probability of 3 in 10^12


@dataclass(frozen=True, slots=True)
class PassageArticle:
    """One passage as the article it becomes; ``content`` is the file, front matter and text."""

    id: str
    content: bytes
    suffix: str = ".md"

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.id + self.suffix


def as_article(passage: Row) -> PassageArticle:
    """Return a passage with ``text`` and perhaps ``title``, ``source`` and ``date`` as an article.

    The same passage becomes the same article wherever it occurs. A date that is none is left out. What no
    article may hold is replaced: a lone surrogate by a question mark, NUL by U+FFFD.
    """
    details = {
        "title": _words(passage.get("title")),
        "publisher": _words(passage.get("source")),
        "published": _day(passage.get("date")),
    }
    known = {key: value for key, value in details.items() if value is not None}
    front = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=100_000) if known else ""
    text = str(passage.get("text") or "").replace("\0", "\N{REPLACEMENT CHARACTER}")
    content = f"---\n{front}---\n{text}".encode("utf-8", "replace")
    return PassageArticle(f"p-{hashlib.sha256(content).hexdigest()[:_DIGITS]}", content)


def write_articles(folder: Path, articles: dict[str, PassageArticle]) -> None:
    """Make *folder* hold exactly *articles*, by id; a file that is right already is left alone.

    Raises:
        OSError: one cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {article.file: article.content for article in articles.values()}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, content in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


def _words(value: object) -> str | None:
    words = " ".join(str(value).split()) if value is not None else ""
    return words.encode("utf-8", "replace").decode() or None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
