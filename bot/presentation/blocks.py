"""What an answer looks like, before it is known where: the layout as data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Outcome,
    RelatedPassage,
    Relation,
    Source,
    Version,
)
from bot.presentation.clippings import TERMINAL_BUDGET, Budget, Clipping, opening, shorten
from bot.presentation.wording import ENGLISH, Wording
from index.articles import Paragraph

PARAGRAPH_MARK = " · ¶ "
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


def page_of(
    answer: Answer, *, why: bool = False, budget: Budget = TERMINAL_BUDGET, wording: Wording = ENGLISH
) -> Page:
    """Lay out *answer*, with its reasons where *why* is asked for."""
    citations = {citation.number: citation for citation in answer.citations}
    return Page(
        heading=heading_of(answer, wording),
        versions=tuple(_version(version, citations, budget, wording) for version in answer.versions),
        sources=sources_of(answer),
        related=tuple(
            QuoteBlock(
                opening(passage.paragraph.text, (0, len(passage.paragraph.text)), budget.whole),
                place_of(passage.source, passage.paragraph.number),
                passage.paragraph,
            )
            for passage in related_of(answer)
        ),
        why=reasons_of(answer, wording) if why else (),
    )


def heading_of(answer: Answer, wording: Wording = ENGLISH) -> str:
    """Return the one fixed sentence that says what came of the question."""
    outcomes = {
        Outcome.SMALL_TALK: wording.small_talk,
        Outcome.UNSUPPORTED_LANGUAGE: wording.unsupported_language,
        Outcome.NOT_IN_SOURCES: wording.not_in_sources,
    }
    if answer.outcome in outcomes:
        return outcomes[answer.outcome]
    if answer.relation is Relation.RIVAL:
        disagreement = answer.disagreement
        kind = disagreement.kind if disagreement else DisagreementKind.DISPUTED
        return wording.disagreement(kind, disagreement.on if disagreement else None)
    in_one, in_several = {
        Relation.COMPLEMENTARY: (wording.complementary_in_one, wording.complementary),
        Relation.DIFFERENT_THINGS: (wording.different_things, wording.different_things),
    }.get(answer.relation or Relation.ONE, (wording.one_source, wording.sources))
    return in_one if len(_articles(answer.versions)) == 1 else in_several


def related_of(answer: Answer) -> Sequence[RelatedPassage]:
    """Return the passages that are shown where there is no answer; they are a hint, not a list of results."""
    return answer.related[:_RELATED_LIMIT] if answer.outcome is Outcome.NOT_IN_SOURCES else ()


def title_of(version: Version) -> Clipping:
    """Return the words that answer, as a heading; the quote below shows more."""
    first = version.quotes[0]
    return opening(first.paragraph.text, first.highlights[0], _TITLE_LIMIT)


def reports_of(version: Version, wording: Wording = ENGLISH) -> str:
    """Return how many independent reports hold a version; copies of a report are not counted as reports."""
    return wording.counted(version.independent_sources, len(_articles((version,))))


def place_of(source: Source, paragraph: int) -> str:
    """Return where a paragraph stands, as a citation says it."""
    return f"{short_label(source)}{PARAGRAPH_MARK}{paragraph}"


def short_label(source: Source) -> str:
    """Return the outlet's name, else the label: a citation has to fit below its quote."""
    return source.details.publisher or source.label


def details_of(source: Source) -> str:
    """Return whichever of outlet, byline, dateline, date and address the article gives beside its label."""
    details = source.details
    published = details.published.isoformat() if details.published else None
    given = (details.publisher, details.byline, source.dateline, published, details.url)
    return " · ".join(detail for detail in given if detail and detail != source.label)


def sources_of(answer: Answer) -> tuple[SourceBlock, ...]:
    """List each article once, in the order of its first number, with all that it says of itself."""
    by_article: dict[str, list[Citation]] = {}
    for citation in answer.citations:
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


def reasons_of(answer: Answer, wording: Wording = ENGLISH) -> tuple[str, ...]:
    """Return how the words were read, the rule that told the versions apart, and the remarks; never empty."""
    lines = [
        wording.read_as(version.text, version.value, version.resolved_from)
        for version in answer.versions
        if version.value
    ]
    if answer.disagreement:
        lines += _weighed(answer.disagreement, wording)
    lines += [f"{note.article_id}: {_reason(note.rule, note.values, wording)}" for note in answer.notes]
    return tuple(lines) or (wording.no_reason,)


def _weighed(disagreement: Disagreement, wording: Wording) -> list[str]:
    """Return the rule that told versions apart, and how sure the models were of what it was applied to."""
    lines = [_reason(disagreement.rule, disagreement.values, wording)]
    if disagreement.scores:
        lines.append(wording.sure.format(scores=" · ".join(f"{score:.2f}" for score in disagreement.scores)))
    if disagreement.surety is not None:
        lines.append(wording.opposed.format(surety=f"{disagreement.surety:.2f}"))
    return lines


def _version(
    version: Version, citations: dict[int, Citation], budget: Budget, wording: Wording
) -> VersionBlock:
    cited = [_cited(citations[quote.citation]) for quote in version.quotes]
    return VersionBlock(
        title=title_of(version),
        reports=reports_of(version, wording),
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


def _articles(versions: Iterable[Version]) -> set[str]:
    return {quote.paragraph.article_id for version in versions for quote in version.quotes}


def _cited(citation: Citation) -> str:
    return f"[{citation.number}] {place_of(citation.source, citation.paragraph)}"


def _reason(rule: str, values: Sequence[str], wording: Wording) -> str:
    said, known = wording.reason(rule), " · ".join(value for value in values if value)
    return f"{said}: {known}" if known else said
