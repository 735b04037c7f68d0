"""The door for programs: what an answer is as one JSON object. Names are public: added, never renamed."""

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from bot.answering.answers import Answer, Citation, Disagreement, Quote, RelatedPassage, Version

# A question or a file may hold lone surrogates, which pydantic refuses in a str; they are given back as they
# came. Everything here was built from checked records, so nothing is lost by not checking it again.
Words = SkipValidation[str]
Kind = Literal[
    "date",
    "time",
    "duration",
    "number",
    "ordinal",
    "money",
    "percent",
    "person",
    "place",
    "organisation",
    "yes_no",
    "text",
]
Count = Annotated[int, Field(ge=1)]
Offset = Annotated[int, Field(ge=0)]
SCORE_PLACES = 4  # rounded after everything was decided, for output only


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class QuoteRecord(_Record):
    """A run of whole sentences; offsets are code points of the paragraph, end exclusive."""

    citation: Count
    article: Words
    paragraph: Count
    start: Offset
    end: Count
    text: Words
    highlights: list[tuple[Offset, Count]] = Field(
        description="Relative to the paragraph, like start and end"
    )

    @classmethod
    def from_quote(cls, quote: Quote) -> "QuoteRecord":
        """Take the quote over."""
        return cls(
            citation=quote.citation,
            article=quote.paragraph.article_id,
            paragraph=quote.paragraph.number,
            start=quote.start,
            end=quote.end,
            text=quote.text,
            highlights=list(quote.highlights),
        )


class VersionRecord(_Record):
    """What one or more sources say in answer to the question."""

    text: Words = Field(description="The first highlight of the first quote")
    kind: Kind
    value: Words | None = Field(description="EDTF for dates, yes or no for yes_no, plain for the rest")
    resolved_from: Words | None
    independent_sources: Count
    quotes: Annotated[list[QuoteRecord], Field(min_length=1)]

    @classmethod
    def from_version(cls, version: Version) -> "VersionRecord":
        """Take the version over."""
        return cls.model_validate(
            {
                "text": version.text,
                "kind": version.kind,
                "value": version.value,
                "resolved_from": version.resolved_from,
                "independent_sources": version.independent_sources,
                "quotes": [QuoteRecord.from_quote(quote) for quote in version.quotes],
            }
        )


class WhyRecord(_Record):
    """The rule that told the versions apart and the values it compared."""

    rule: Words
    values: list[Words]
    scores: list[float] = Field(description="The reader's for each version in a pair, 0 to 1")
    surety: float | None = Field(description="The entailment model's, 0 to 1; null where values differ")


class DisagreementRecord(_Record):
    """What the versions disagree on; pairs are indexes into the list of versions."""

    kind: Literal["disputed", "updated", "within_article"]
    on: Words
    pairs: list[tuple[Offset, Offset]]
    why: WhyRecord

    @classmethod
    def from_disagreement(cls, disagreement: Disagreement) -> "DisagreementRecord":
        """Take the disagreement over."""
        return cls(
            kind=disagreement.kind.value,
            on=disagreement.on,
            pairs=list(disagreement.pairs),
            why=WhyRecord(
                rule=disagreement.rule,
                values=list(disagreement.values),
                scores=list(disagreement.scores),
                surety=disagreement.surety,
            ),
        )


class CitationRecord(_Record):
    """The source of the quotes that carry its number."""

    number: Count
    article: Words
    label: Words = Field(description="The title, else the dateline, else the file's name")
    title: Words | None
    publisher: Words | None
    byline: Words | None
    published: str | None = Field(description="YYYY-MM-DD")
    dateline: Words | None
    url: Words | None
    paragraph: Count

    @classmethod
    def from_citation(cls, citation: Citation) -> "CitationRecord":
        """Take the citation over."""
        source, details = citation.source, citation.source.details
        return cls(
            number=citation.number,
            article=source.article_id,
            label=source.label,
            title=details.title,
            publisher=details.publisher,
            byline=details.byline,
            published=details.published.isoformat() if details.published else None,
            dateline=source.dateline,
            url=details.url,
            paragraph=citation.paragraph,
        )


class RelatedRecord(_Record):
    """A paragraph near the question that does not answer it."""

    article: Words
    paragraph: Count
    score: float

    @classmethod
    def from_passage(cls, passage: RelatedPassage) -> "RelatedRecord":
        """Take the passage over."""
        return cls(
            article=passage.paragraph.article_id,
            paragraph=passage.paragraph.number,
            score=round(float(passage.score), SCORE_PLACES),
        )


class NoteRecord(_Record):
    """A remark of the check within one article; it never merged, split or picked a version."""

    article: Words
    rule: Words
    values: list[Words]


class AnswerRecord(_Record):
    """What `crosscite ask --json` prints, and `--batch` for every line."""

    model_config = ConfigDict(title="Answer")

    question: Words
    outcome: Literal["answered", "disputed", "not_in_sources", "small_talk", "unsupported_language"]
    relation: Literal["one", "complementary", "different_things", "rival"] | None
    versions: list[VersionRecord]
    disagreement: DisagreementRecord | None
    citations: list[CitationRecord]
    related: list[RelatedRecord]
    notes: list[NoteRecord]
    index_version: Words

    @classmethod
    def from_answer(cls, answer: Answer) -> "AnswerRecord":
        """Take the answer over, field by field."""
        return cls(
            question=answer.question,
            outcome=answer.outcome.value,
            relation=answer.relation.value if answer.relation else None,
            versions=[VersionRecord.from_version(version) for version in answer.versions],
            disagreement=DisagreementRecord.from_disagreement(answer.disagreement)
            if answer.disagreement
            else None,
            citations=[CitationRecord.from_citation(citation) for citation in answer.citations],
            related=[RelatedRecord.from_passage(passage) for passage in answer.related],
            notes=[
                NoteRecord(article=note.article_id, rule=note.rule, values=list(note.values))
                for note in answer.notes
            ],
            index_version=answer.index_version,
        )


class LineErrorRecord(_Record):
    """What `--batch` prints in place of an answer where a line cannot be answered."""

    model_config = ConfigDict(title="LineError")

    line: Count
    error: Words


def to_line(record: AnswerRecord | LineErrorRecord) -> bytes:
    """Return the record as one line of UTF-8, the same in every process and locale.

    A lone surrogate has no UTF-8 form: it is written as JSON's own escape, so the line stays valid.
    """
    line = json.dumps(record.model_dump(), ensure_ascii=False) + "\n"
    return line.encode("utf-8", "backslashreplace")


def schema() -> str:
    """Return the JSON schema of an answer, indented for reading."""
    return json.dumps(AnswerRecord.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False)
