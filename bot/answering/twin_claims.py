"""The claims that an answer takes in because another print of the same report was changed into them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.answering.claims import Claim, Claims
from bot.answering.copied_claims import Copies
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.twins import are_twins, deny_each_other
from bot.answering.values.kinds import Kind

_AS_SURE = (
    0.95  # share of the score of a clause that other words of its sentence have, if they answer as well
)
_OPPOSITE = {"yes": "no", "no": "yes"}

_Place = tuple[str, int, int]


def with_twins(
    claims: Claims, readings: Iterable[Reading], copies: Copies, claimed: Callable[[SpanCandidate], Claim]
) -> Claims:
    """Return *claims* with the twins that other prints hold, however surely they were read.

    Of two that affirm or deny a question alike although one denies the other, the less sure one is turned round.
    *claimed* gives the claim that a span makes.
    """
    spans = [span for reading in readings for span in reading.spans]
    found: dict[_Place, Claim] = {claim.place: claim for claim in claims.chosen}
    for _, twin in _pairs(claims.chosen, spans, copies, claimed):
        found.setdefault(twin.place, twin)
    inside = [
        one for pair in _pairs(_as_sure(claims, spans, claimed), spans, copies, claimed) for one in pair
    ]
    retold = {_sentences(claim) for claim in inside}
    kept = {
        place: claim
        for place, claim in found.items()
        if not (_is_text(claim) and _sentences(claim) in retold)
    }
    return replace(
        claims, chosen=tuple(_told_apart(list((kept | {one.place: one for one in inside}).values()), copies))
    )


def _pairs(
    claims: Iterable[Claim],
    spans: Sequence[SpanCandidate],
    copies: Copies,
    claimed: Callable[[SpanCandidate], Claim],
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each of *claims* with every twin of it."""
    for claim in claims:
        for span in spans:
            if copies.are_of_one_report(claim.article_id, span.passage.paragraph.article_id):
                twin = claimed(span)
                if are_twins(claim, twin, copies):
                    yield claim, twin


def _as_sure(
    claims: Claims, spans: Sequence[SpanCandidate], claimed: Callable[[SpanCandidate], Claim]
) -> list[Claim]:
    """Return what else was read hardly less surely in a sentence of which some clause was chosen.

    "The name is Old English, and means 'wolf's stone'": prints that share the one and differ in the other are at odds.
    """
    return [
        claimed(span)
        for claim in claims.chosen
        if _is_text(claim)
        for span in spans
        if span.passage == claim.span.passage
        and span != claim.span
        and span.score >= _AS_SURE * claim.span.score
        and span.sentences == claim.span.sentences
    ]


def _is_text(claim: Claim) -> bool:
    return claim.value.kind is Kind.TEXT


def _sentences(claim: Claim) -> tuple[str, int, tuple[int, int]]:
    paragraph = claim.span.passage.paragraph
    return paragraph.article_id, paragraph.number, claim.span.sentences


def _told_apart(claims: Sequence[Claim], copies: Copies) -> list[Claim]:
    surest_first = sorted(claims, key=lambda claim: (-claim.span.score, claim.place))
    told: list[Claim] = []
    for claim in surest_first:
        value, other = claim.value, _OPPOSITE.get(claim.value.canonical or "")
        opposed = value.kind is Kind.YES_NO and any(
            surer.value.canonical == value.canonical and deny_each_other(surer, claim, copies)
            for surer in told
        )
        told.append(replace(claim, value=replace(value, canonical=other)) if opposed and other else claim)
    by_place = {claim.place: claim for claim in told}
    return [by_place[claim.place] for claim in claims]
