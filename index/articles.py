"""What an article is: its details, its body and its numbered paragraphs. Frozen, and free of I/O."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator


class ArticleDetails(BaseModel):
    """What the front matter says of an article; every field may be unknown."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,  # YAML reads `title: 1984` as a number
    )

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unknown(cls, value: Any) -> Any:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("published", mode="before")
    @classmethod
    def _day_of_a_moment(cls, value: Any) -> Any:
        """Keep the day of a time stamp, as the publisher's own clock has it; the rest is unused."""
        if isinstance(value, bool | int | float):
            raise ValueError("a date such as 2024-01-12 is needed")  # else 2024 would be seconds since 1970
        if isinstance(value, str) and len(value.strip()) > len("2024-01-12"):
            value = datetime.fromisoformat(value.strip())
        return value.date() if isinstance(value, datetime) else value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-blank line of an article's body, unaltered.

    ``number`` counts from 1 within the article; ``id`` is a hash of the article's id, the text and how
    many equal paragraphs stand before it, so it stays the same when other paragraphs come or go.
    """

    id: str
    article_id: str
    number: int
    text: str
    occurrence: int = 0

    @property
    def is_intact(self) -> bool:
        """Whether the text is still the one that the id was computed from."""
        return self.id == paragraph_id(self.article_id, self.text, self.occurrence)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the editor gave it; ``version`` is a hash of its body and details."""

    id: str
    details: ArticleDetails
    body: str
    version: str
    paragraphs: tuple[Paragraph, ...]


def paragraph_id(article_id: str, text: str, occurrence: int) -> str:
    """Return the 32 hexadecimal digits that name a paragraph."""
    return _digest(article_id, str(occurrence), text)[:32]


def article_version(details: ArticleDetails, body: str) -> str:
    """Return the content hash of an article: 64 hexadecimal digits."""
    return _digest(details.model_dump_json(), body)


def number_paragraphs(article_id: str, texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Turn an article's paragraph texts, in order, into numbered and named paragraphs."""
    seen: Counter[str] = Counter()
    paragraphs = []
    for number, text in enumerate(texts, start=1):
        occurrence = seen[text]
        seen[text] += 1
        name = paragraph_id(article_id, text, occurrence)
        paragraphs.append(Paragraph(name, article_id, number, text, occurrence))
    return tuple(paragraphs)


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))  # lengths keep ("ab", "c") apart from ("a", "bc")
        digest.update(data)
    return digest.hexdigest()
