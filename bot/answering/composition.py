"""Composition: versions in their order, with quotes and numbered citations, become an answer."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.answering.answers import (
    Answer,
    Citation,
    DisagreementKind,
    Note,
    Outcome,
    Quote,
    RelatedPassage,
    Relation,
    Source,
    Version,
)
from bot.answering.claims import Claim
from bot.answering.company import Company, no_company
from bot.answering.copied_claims import Copies
from bot.answering.disagreement import Compatible, Grounds, Verdict, nobody_ruled, relate
from bot.answering.opposition import Opposition, never_opposed
from bot.answering.questions.question import Question
from bot.answering.quoting import sentence_run
from bot.answering.updates import latest_of
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.versions import ClaimGroup
from bot.answering.yes_no import held_against
from index.articles import Paragraph

_QUOTES_PER_ARTICLE = 2  # a third quote of one article saying the same adds nothing


def compose(
    question: Question,
    groups: Sequence[ClaimGroup],
    *,
    many: bool,
    sources: Mapping[str, Source],
    contexts: Mapping[str, ArticleContext],
    copies: Copies,
    notes: Sequence[Note],
    index_version: str,
    compatible: Compatible = nobody_ruled,
    opposed: Opposition = never_opposed,
    company: Company = no_company,
) -> Answer:
    """Put the versions in order, number their citations and say how they stand to each other.

    The order is more independent sources, then the latest known date, then article id, paragraph and
    offset; it means nothing, but that an update comes before what it updates. *copies* tells which of the
    cited articles are of one report: reprints are quoted and cited like any other article, but count as one source.
    """
    reports = copies.reports
    ordered = sorted(groups, key=lambda group: _order(group, contexts, reports))
    grounds = Grounds(question, sources, contexts, copies, compatible, opposed, company)
    verdict: Verdict = relate(ordered, many=many, grounds=grounds)
    if verdict.disagreement and verdict.disagreement.kind is DisagreementKind.UPDATED:
        ordered.sort(key=lambda group: latest_of(group, contexts), reverse=True)
        verdict = relate(ordered, many=many, grounds=grounds)
    citations: dict[tuple[str, int], Citation] = {}
    versions = tuple(_version(question, group, citations, sources, reports) for group in ordered)
    outcome = Outcome.DISPUTED if verdict.relation is Relation.RIVAL else Outcome.ANSWERED
    return Answer(
        question.text,
        outcome,
        index_version,
        verdict.relation,
        versions,
        verdict.disagreement,
        tuple(citations.values()),
        notes=tuple(notes),
    )


def no_answer(question: str, index_version: str, related: Sequence[RelatedPassage] = ()) -> Answer:
    """Return the answer that the sources do not say, with what stands near the question."""
    return Answer(question, Outcome.NOT_IN_SOURCES, index_version, related=tuple(related))


def _order(
    group: ClaimGroup, contexts: Mapping[str, ArticleContext], reports: Mapping[str, str]
) -> tuple[int, int, tuple[str, int, int]]:
    dates = [contexts[name].reference for name in group.articles]
    latest = max((day for day in dates if day is not None), default=date.min)
    return (-_independent(group, reports), -latest.toordinal(), min(claim.place for claim in group.claims))


def _independent(group: ClaimGroup, reports: Mapping[str, str]) -> int:
    """Return how many reports a version rests on."""
    return len({reports[name] for name in group.articles})


def _quoting_order(group: ClaimGroup, reports: Mapping[str, str]) -> list[Claim]:
    """Return the claims: the first, then the surest of every other report, then what repeats a report."""
    lead = group.claims[0]
    claims = sorted(group.claims, key=lambda claim: (claim is not lead, -claim.span.score, claim.place))
    first_of: dict[str, Claim] = {}
    for claim in claims:
        first_of.setdefault(reports[claim.article_id], claim)
    return sorted(claims, key=lambda claim: first_of[reports[claim.article_id]] is not claim)


def _version(
    question: Question,
    group: ClaimGroup,
    citations: dict[tuple[str, int], Citation],
    sources: Mapping[str, Source],
    reports: Mapping[str, str],
) -> Version:
    lead = group.claims[0]
    quotes: list[Quote] = []
    counts: dict[str, int] = {}
    for claim in _quoting_order(group, reports):
        if counts.get(claim.article_id, 0) >= _QUOTES_PER_ARTICLE:
            continue
        quote = _quote(question, claim, citations, sources)
        twin = next((n for n, other in enumerate(quotes) if _same_run(other, quote)), None)
        if twin is not None:
            quotes[twin] = _with_highlights(quotes[twin], quote.highlights)
            continue
        counts[claim.article_id] = counts.get(claim.article_id, 0) + 1
        quotes.append(quote)
    kind, value = lead.value.kind, lead.value.canonical
    if question.proposal is not None:
        kind, value = Kind.YES_NO, held_against(question.proposal, lead.value)
    return Version(kind.value, value, lead.value.resolved_from, tuple(quotes), _independent(group, reports))


def _quote(
    question: Question,
    claim: Claim,
    citations: dict[tuple[str, int], Citation],
    sources: Mapping[str, Source],
) -> Quote:
    paragraph: Paragraph = claim.span.passage.paragraph
    start, end = claim.run or sentence_run(
        paragraph.text, claim.span.start, claim.span.end, {term.stem for term in question.terms}
    )
    key = (paragraph.article_id, paragraph.number)
    if key not in citations:
        citations[key] = Citation(len(citations) + 1, sources[paragraph.article_id], paragraph.number)
    return Quote(paragraph, start, end, ((claim.span.start, claim.span.end),), citations[key].number)


def _same_run(first: Quote, second: Quote) -> bool:
    return (first.paragraph.id, first.start, first.end) == (second.paragraph.id, second.start, second.end)


def _with_highlights(quote: Quote, more: tuple[tuple[int, int], ...]) -> Quote:
    """Add highlights that do not overlap the quote's own."""
    kept = list(quote.highlights)
    for start, end in more:
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return Quote(quote.paragraph, quote.start, quote.end, tuple(kept), quote.citation)
