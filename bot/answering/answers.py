"""What an answer is made of. A quote is a span, never a string, so a misquote cannot be built."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import DamagedQuoteError
from index.articles import ArticleDetails, Paragraph


class Outcome(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    DISPUTED = "disputed"
    NOT_IN_SOURCES = "not_in_sources"
    SMALL_TALK = "small_talk"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


class Relation(StrEnum):
    """How the versions of an answer stand to each other."""

    ONE = "one"
    COMPLEMENTARY = "complementary"
    DIFFERENT_THINGS = "different_things"
    RIVAL = "rival"


class DisagreementKind(StrEnum):
    """Between whom, and how, the versions disagree."""

    DISPUTED = "disputed"
    UPDATED = "updated"
    WITHIN_ARTICLE = "within_article"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a citation names it."""

    article_id: str
    details: ArticleDetails
    dateline: str | None = None

    @property
    def label(self) -> str:
        """The title, else the dateline, else the file's name."""
        return self.details.title or self.dateline or self.article_id


@dataclass(frozen=True, slots=True)
class Citation:
    """The numbered source of one or more quotes; numbers count from 1 within an answer."""

    number: int
    source: Source
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of whole sentences of one paragraph.

    Offsets are code points of the paragraph's text, end exclusive; highlights lie within the run.

    Raises:
        DamagedQuoteError: an offset is outside the paragraph, or the text is not the one that was indexed.
    """

    paragraph: Paragraph
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]
    citation: int

    def __post_init__(self) -> None:
        inside = 0 <= self.start < self.end <= len(self.paragraph.text)
        if not inside or any(not self.start <= a < b <= self.end for a, b in self.highlights):
            raise DamagedQuoteError(self.paragraph.article_id, self.paragraph.number)
        if not self.paragraph.is_intact:
            raise DamagedQuoteError(self.paragraph.article_id, self.paragraph.number)

    @property
    def text(self) -> str:
        """The quoted run, word for word."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Version:
    """What one or more sources say in answer to the question; at least one quote.

    ``value`` is EDTF for dates, plain for the rest, None where nothing could be resolved.
    """

    kind: str
    value: str | None
    resolved_from: str | None
    quotes: tuple[Quote, ...]
    independent_sources: int

    @property
    def text(self) -> str:
        """The first highlight of the first quote."""
        quote = self.quotes[0]
        start, end = quote.highlights[0]
        return quote.paragraph.text[start:end]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What versions disagree on and why: ``pairs`` are indexes into the answer's versions.

    ``values`` and ``scores`` are those of the versions in a pair, in their order: what each states, and how sure
    the reader was of its first quote, 0 to 1. ``surety`` is the entailment model's that the first pair's
    sentences contradict each other; None where values were compared.
    """

    kind: DisagreementKind
    on: str
    pairs: tuple[tuple[int, int], ...]
    rule: str
    values: tuple[str, ...]
    scores: tuple[float, ...] = ()
    surety: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the check within one article, shown under "Why"; it never merges, splits or picks."""

    article_id: str
    rule: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedPassage:
    """A paragraph near the question that does not answer it."""

    paragraph: Paragraph
    source: Source
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say, or that they do not say: then there are no versions."""

    question: str
    outcome: Outcome
    index_version: str
    relation: Relation | None = None
    versions: tuple[Version, ...] = ()
    disagreement: Disagreement | None = None
    citations: tuple[Citation, ...] = ()
    related: Sequence[RelatedPassage] = ()
    notes: tuple[Note, ...] = ()
