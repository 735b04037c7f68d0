"""What an answer looks like, before it is known where: the fixed words, once, and the layout as data.

The words are few, plain and calm, and never about the story. Everything else that is shown is an article's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Outcome,
    Relation,
    Source,
    Version,
)
from bot.presentation.clippings import TERMINAL_BUDGET, Budget, Clipping, opening, shorten
from index.articles import Paragraph

SMALL_TALK = "Ask about the story: the answer is what its sources say, word for word."
UNSUPPORTED_LANGUAGE = "Ask in English: questions in other languages cannot be read yet."
NOT_IN_SOURCES = "The sources do not say."
RELATED = "Related, but not an answer:"
ONE_SOURCE = "One source says:"
SOURCES = "The sources say:"
COMPLEMENTARY = "The sources give several answers, which may all hold."
COMPLEMENTARY_IN_ONE = "One source gives several answers, which may all hold."
DIFFERENT_THINGS = "The sources speak of different things."
SOURCES_TITLE = "Sources"
WHY_TITLE = "Why"
NO_REASON = "Nothing had to be weighed."
READ_AS = "is read as"
FURTHER = "also"
PARAGRAPH_MARK = " · ¶ "
_OUTCOMES = {
    Outcome.SMALL_TALK: SMALL_TALK,
    Outcome.UNSUPPORTED_LANGUAGE: UNSUPPORTED_LANGUAGE,
    Outcome.NOT_IN_SOURCES: NOT_IN_SOURCES,
}
# Where one article speaks, and where more do.
_RELATIONS = {
    Relation.ONE: (ONE_SOURCE, SOURCES),
    Relation.COMPLEMENTARY: (COMPLEMENTARY_IN_ONE, COMPLEMENTARY),
    Relation.DIFFERENT_THINGS: (DIFFERENT_THINGS, DIFFERENT_THINGS),
}
_DISAGREEMENTS = {
    DisagreementKind.DISPUTED: "The sources disagree{on}.",
    DisagreementKind.UPDATED: "Later reports differ from earlier ones{on}.",
    DisagreementKind.WITHIN_ARTICLE: "One source disagrees with itself{on}.",
}
_SUBJECTS = {
    "date": "the date",
    "start date": "the start date",
    "end date": "the end date",
    "time": "the time",
    "duration": "the length of time",
    "number": "the number",
    "ordinal": "the position",
    "money": "the amount",
    "percent": "the percentage",
    "person": "the person",
    "place": "the place",
    "organisation": "the organisation",
}
_TITLE_LIMIT = 120  # characters of an answer that serve as its heading; the quote below shows more
_QUOTES_LIMIT = 3  # quotes of one version that are shown; further ones are cited
_RELATED_LIMIT = 3


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quote as it is shown, the line that cites it, and the paragraph that holds it in full."""

    clipping: Clipping
    citation: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class VersionBlock:
    """One version: the words that answer, how many reports hold it, and its quotes."""

    title: Clipping
    reports: str
    quotes: tuple[QuoteBlock, ...]
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A source as the list below the versions names it, and where its paragraphs can be read in full."""

    numbers: str
    label: str
    details: str
    article_id: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer, laid out: what is empty is not shown."""

    heading: str
    versions: tuple[VersionBlock, ...] = ()
    sources: tuple[SourceBlock, ...] = ()
    related: tuple[QuoteBlock, ...] = ()
    why: tuple[str, ...] = ()


def page_of(answer: Answer, *, why: bool = False, budget: Budget = TERMINAL_BUDGET) -> Page:
    """Lay out *answer*, with its reasons where *why* is asked for."""
    citations = {citation.number: citation for citation in answer.citations}
    related = answer.related if answer.outcome is Outcome.NOT_IN_SOURCES else ()
    return Page(
        heading=heading_of(answer),
        versions=tuple(_version(version, citations, budget) for version in answer.versions),
        sources=_sources(answer.citations),
        related=tuple(
            QuoteBlock(
                opening(passage.paragraph.text, (0, len(passage.paragraph.text)), budget.whole),
                _place(passage.source, passage.paragraph.number),
                passage.paragraph,
            )
            for passage in related[:_RELATED_LIMIT]
        ),
        why=_why(answer) if why else (),
    )


def heading_of(answer: Answer) -> str:
    """Return the one fixed sentence that says what came of the question."""
    if answer.outcome in _OUTCOMES:
        return _OUTCOMES[answer.outcome]
    if answer.relation is Relation.RIVAL:
        return _disagreement(answer.disagreement)
    in_one, in_several = _RELATIONS[answer.relation or Relation.ONE]
    return in_one if len(_articles(answer.versions)) == 1 else in_several


def short_label(source: Source) -> str:
    """Return the outlet's name, else the label: a citation has to fit below its quote."""
    return source.details.publisher or source.label


def details_of(source: Source) -> str:
    """Return whichever of outlet, byline, dateline, date and address the article gives beside its label."""
    details = source.details
    published = details.published.isoformat() if details.published else None
    given = (details.publisher, details.byline, source.dateline, published, details.url)
    return " · ".join(detail for detail in given if detail and detail != source.label)


def _disagreement(disagreement: Disagreement | None) -> str:
    kind = disagreement.kind if disagreement else DisagreementKind.DISPUTED
    subject = _SUBJECTS.get(disagreement.on) if disagreement else None
    return _DISAGREEMENTS[kind].format(on=f" on {subject}" if subject else "")


def _version(version: Version, citations: dict[int, Citation], budget: Budget) -> VersionBlock:
    first = version.quotes[0]
    cited = [_cited(citations[quote.citation]) for quote in version.quotes]
    return VersionBlock(
        title=opening(first.paragraph.text, first.highlights[0], _TITLE_LIMIT),
        reports=_reports(version),
        quotes=tuple(
            QuoteBlock(
                shorten(quote.paragraph.text, (quote.start, quote.end), quote.highlights, budget),
                citation,
                quote.paragraph,
            )
            for quote, citation in zip(version.quotes[:_QUOTES_LIMIT], cited, strict=False)
        ),
        further=tuple(dict.fromkeys(cited[_QUOTES_LIMIT:])),
    )


def _reports(version: Version) -> str:
    reports, articles = version.independent_sources, len(_articles((version,)))
    count = "1 report" if reports == 1 else f"{reports} reports"
    return f"{count}, in {articles} articles" if articles > reports else count


def _articles(versions: Iterable[Version]) -> set[str]:
    return {quote.paragraph.article_id for version in versions for quote in version.quotes}


def _place(source: Source, paragraph: int) -> str:
    return f"{short_label(source)}{PARAGRAPH_MARK}{paragraph}"


def _cited(citation: Citation) -> str:
    return f"[{citation.number}] {_place(citation.source, citation.paragraph)}"


def _sources(citations: Sequence[Citation]) -> tuple[SourceBlock, ...]:
    """List each article once, in the order of its first number, with all that it says of itself."""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.source.article_id, []).append(citation)
    return tuple(
        SourceBlock(
            numbers=" ".join(f"[{citation.number}]" for citation in cited),
            label=cited[0].source.label,
            details=details_of(cited[0].source),
            article_id=article_id,
            paragraphs=tuple(dict.fromkeys(citation.paragraph for citation in cited)),
        )
        for article_id, cited in by_article.items()
    )


def _why(answer: Answer) -> tuple[str, ...]:
    lines = [
        f"“{version.text}” {READ_AS} {version.value}"
        + (f" ({version.resolved_from})" if version.resolved_from else "")
        for version in answer.versions
        if version.value
    ]
    if answer.disagreement:
        lines.append(_reason(answer.disagreement.rule, answer.disagreement.values))
    lines += [f"{note.article_id}: {_reason(note.rule, note.values)}" for note in answer.notes]
    return tuple(lines) or (NO_REASON,)


def _reason(rule: str, values: Sequence[str]) -> str:
    known = " · ".join(value for value in values if value)
    return f"{rule}: {known}" if known else rule
