"""Two prints of one report that are alike but for one fact: one of them was changed, whatever the question takes.

A reprint repeats its original word for word. Where a sentence of it does so up to one number, one name or one "not",
both cannot be what the report said; and the reader's doubt about either is its doubt about both.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim, Claims
from bot.answering.copied_claims import Copies, wording_of
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity

_LEAST_SHARED = 4  # words that two sentences have in common if one was made from the other
_LONGEST_CHANGE = 5  # words that stand for one fact: "the fourteenth of May 1998"
_DENIAL = re.compile(r"(?:not?|never|\w+n['’]t)$", re.IGNORECASE)
_BEFORE_FIGURES = re.compile(r"\D*")
_OPPOSITE = {"yes": "no", "no": "yes"}

_Words = list[tuple[str, int, int]]  # each in lower case, with its offsets in the paragraph


def are_twins(one: Claim, other: Claim, copies: Copies) -> bool:
    """Whether two prints of one report make these claims in sentences that differ in nothing but what they claim.

    The fact may stand there several times: "Interiors (Brad album) is the second album of Brad."
    """
    changes = _changes(one, other, copies)
    if not changes:
        return False
    if _is_denial(changes):
        return True
    return (
        not _can_both_hold(one, other)
        and _are_claimed([removed for removed, _ in changes], one)
        and _are_claimed([added for _, added in changes], other)
    )


def with_twins(
    claims: Claims, readings: Iterable[Reading], copies: Copies, claimed: Callable[[SpanCandidate], Claim]
) -> Claims:
    """Return *claims* with the twins that other prints hold, however surely they were read.

    Of two that affirm or deny a question alike although one denies the other, the less sure one is turned round.
    *claimed* gives the claim that a span makes.
    """
    spans = [span for reading in readings for span in reading.spans]
    found: dict[tuple[str, int, int], Claim] = {claim.place: claim for claim in claims.chosen}
    for claim in claims.chosen:
        for span in spans:
            article = span.passage.paragraph.article_id
            if copies.are_of_one_report(claim.article_id, article):
                twin = claimed(span)
                if twin.place not in found and are_twins(claim, twin, copies):
                    found[twin.place] = twin
    return replace(claims, chosen=tuple(_told_apart(list(found.values()), copies)))


def _told_apart(claims: Sequence[Claim], copies: Copies) -> list[Claim]:
    surest_first = sorted(claims, key=lambda claim: (-claim.span.score, claim.place))
    told: list[Claim] = []
    for claim in surest_first:
        value, other = claim.value, _OPPOSITE.get(claim.value.canonical or "")
        opposed = value.kind is Kind.YES_NO and any(
            surer.value.canonical == value.canonical and _denies(surer, claim, copies) for surer in told
        )
        told.append(replace(claim, value=replace(value, canonical=other)) if opposed and other else claim)
    by_place = {claim.place: claim for claim in told}
    return [by_place[claim.place] for claim in claims]


def _denies(one: Claim, other: Claim, copies: Copies) -> bool:
    return _is_denial(_changes(one, other, copies))


def _changes(one: Claim, other: Claim, copies: Copies) -> Sequence[tuple[_Words, _Words]]:
    """Return every run of words in which the sentences of two prints differ; none where they are no such pair.

    An article that holds both sentences tells them apart itself.
    """
    first, second = one.article_id, other.article_id
    if not copies.are_of_one_report(first, second):
        return []
    said, repeated = _words(one), _words(other)
    plain, again = ([word for word, _, _ in words] for words in (said, repeated))
    if plain == again or abs(len(said) - len(repeated)) > _LONGEST_CHANGE:
        return []
    if len(set(plain) & set(again)) < min(len(set(plain)), len(set(again))) - _LONGEST_CHANGE:
        return []
    matcher = SequenceMatcher(None, plain, again, autojunk=False)
    changes = [
        (said[start:end], repeated[starts:ends])
        for tag, start, end, starts, ends in matcher.get_opcodes()
        if tag != "equal"
    ]
    longest = max(len(words) for change in changes for words in change)
    if longest > _LONGEST_CHANGE or len(said) - sum(len(removed) for removed, _ in changes) < _LEAST_SHARED:
        return []
    if copies.holds(first, wording_of(other.span).sentence) or copies.holds(
        second, wording_of(one.span).sentence
    ):
        return []
    return changes


def _words(claim: Claim) -> _Words:
    """Return the words of the claim's own sentences."""
    start, end = claim.span.sentences
    text = claim.span.passage.paragraph.text
    return [(term.word, term.start, term.end) for term in terms_of(text) if start <= term.start < end]


def _is_denial(changes: Sequence[tuple[_Words, _Words]]) -> bool:
    changed = [word for change in changes for words in change for word in words]
    return len(changed) == 1 and bool(_DENIAL.match(changed[0][0]))


def _can_both_hold(one: Claim, other: Claim) -> bool:
    """Whether a desk may have written the one for the other: "12" and "twelve", a date and its month.

    "Over 100" does not say the same as "over 203", though more than 203 are over 100 too.
    """
    if fit_of(one, other).fit not in {Fit.SAME, Fit.FINER}:
        return False
    first, second = one.value.payload, other.value.payload
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)) or first.stated == second.stated:
        return True
    bounds = [_BEFORE_FIGURES.match(quantity.written) for quantity in (first, second)]
    return len({bound.group() for bound in bounds if bound}) > 1 or first.is_exact


def _are_claimed(changed: Sequence[_Words], claim: Claim) -> bool:
    """Whether what is claimed was changed, and nothing else but the same words elsewhere in the sentence.

    A changed fact beside it changes nothing in the answer; its other words, as the state behind a town, may change with it.
    """
    start, end = claim.span.start, claim.span.end
    claimed = {term.word for term in terms_of(claim.span.text)}
    touching = [any(begin < end and start < stop for _, begin, stop in words) for words in changed]
    return any(touching) and all(
        touches or (bool(words) and {word for word, _, _ in words} <= claimed)
        for touches, words in zip(touching, changed, strict=True)
    )
