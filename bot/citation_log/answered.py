"""What the log holds of an answer: what it came from, and where the quotes stand, without a word of them."""

from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator


class FrozenDetail(BaseModel):
    """What stays of an event for good."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LoggedPassage(NamedTuple):
    """A paragraph that retrieval brought, as JSON an array; ``score`` orders those of one search.

    ``article`` is an index into the event's ``articles``, here and in quotes.
    """

    article: int
    paragraph: int
    paragraph_id: str
    score: float


class LoggedQuote(NamedTuple):
    """A quote as a span, as JSON an array; offsets are code points of the paragraph, end exclusive."""

    citation: int
    article: int
    paragraph: int
    paragraph_id: str
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]


class LoggedVersion(FrozenDetail):
    """One version of an answer; its value is among the quoted fields."""

    kind: str
    resolved_from: str | None
    independent_sources: int
    quotes: tuple[LoggedQuote, ...]


class LoggedDisagreement(FrozenDetail):
    """What the versions differ in; the values compared are among the quoted fields."""

    kind: str
    on: str
    pairs: tuple[tuple[int, int], ...]
    rule: str
    scores: tuple[float, ...] = ()
    surety: float | None = None


class LoggedNote(FrozenDetail):
    """A remark within one article, named by its id; its values are among the quoted fields."""

    article: str
    rule: str


class Answered(FrozenDetail):
    """An answer, everything that it came from, and the hash of what programs are given of it.

    ``reader`` and ``settings`` are fingerprints; ``timings`` are milliseconds; ``sha256`` is that of the
    answer as `crosscite ask --json` prints it, its question left out, which replaying compares. ``rulings`` is
    the number of the newest ruling there was, 0 without one. ``articles`` are (id, version) of all retrieved.
    """

    channel: str | None = None
    way: str = "terminal"
    relation: str | None
    index_version: str
    reader: str
    settings: str
    code_version: str
    rulings: int
    articles: tuple[tuple[str, str], ...]
    retrieved: tuple[LoggedPassage, ...]
    versions: tuple[LoggedVersion, ...]
    disagreement: LoggedDisagreement | None
    related: tuple[LoggedPassage, ...]
    notes: tuple[LoggedNote, ...]
    sha256: str
    timings: dict[str, float]

    @model_validator(mode="after")
    def _check_articles(self) -> Self:
        used = self._cited | {passage.article for passage in self.retrieved}
        if not used <= set(range(len(self.articles))):
            raise ValueError("an article that is not there")
        return self

    @property
    def cited(self) -> tuple[tuple[str, str], ...]:
        """(article, version) of every article quoted or shown as related, without repetition, sorted."""
        return tuple(sorted(self.articles[place] for place in self._cited))

    @property
    def _cited(self) -> set[int]:
        return {quote.article for version in self.versions for quote in version.quotes} | {
            passage.article for passage in self.related
        }
