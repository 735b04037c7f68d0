"""What one article claims: the value that it gives, or its several.

Every function takes all that was read in one article, at least one claim, the surest first.
"""

import re
from collections.abc import Sequence

from bot.answering.claims import Claim
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.exactness import vagueness
from bot.answering.values.kinds import Kind

_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})
_FORMAL = frozenset(Kind) - _NAMES - {Kind.TEXT}
CLOSE = 0.95  # of an article's best score: its other values this near answer as well as the best
_SUPPORTING = 0.95  # of it: a second quote for the same value this near is worth showing
_DENYING = 0.8  # of it: a sentence that says no, this near one that says yes, counts against it
_LIST_GAP = 80  # characters between two names of a list, others and what they are among them
# No word but names, what people are, and what joins them.
_LISTED = re.compile(
    r"(?:\s*(?:,|;|&|/|\band\b|\bor\b|\bas well as\b|\bplus\b|\(|\)|\*|\bthe\b|\ba\b|\ban\b|\bof\b|\bboth\b|"
    r"[A-Z][\w.’'-]*|[a-z]+(?:er|or|ist|ian|ant|ent|ain|man|chief|lot)\b))*\s*"
)
# Share and number of words that two sentences of one article have in common if they tell the same.
_ALIKE, _LEAST_ALIKE = 0.5, 3
_VALUES_SHOWN = 8


def gives_several(claims: Sequence[Claim]) -> bool:
    """Whether one article itself lists two different names in answer: then both may hold."""
    best = claims[0]
    if best.value.kind not in _NAMES:
        return False
    return any(
        claim.span.score >= CLOSE * best.span.score
        and compare(best.value, claim.value).fit is Fit.DIFFERENT
        and _are_listed(best, claim)
        for claim in claims[1:]
    )


def _are_listed(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one list ("Ana Diaz, the mayor, and Bram Holt"), not in one sentence only."""
    first, second = sorted((one, other), key=lambda claim: claim.place)
    if first.place[:2] != second.place[:2]:
        return False
    between = first.span.passage.paragraph.text[first.span.end : second.span.start]
    return len(between) <= _LIST_GAP and bool(_LISTED.fullmatch(between))


def all_close(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that answer about as well as the best, at most eight."""
    return [claim for claim in claims if claim.span.score >= CLOSE * claims[0].span.score][:_VALUES_SHOWN]


def best_and_same(claims: Sequence[Claim], wanted: frozenset[Kind]) -> list[Claim]:
    """Return the best claim, with the article's others that say the same.

    Where the values *wanted* have a form of their own, it is the best whose value could be resolved; where that is
    a date, the closer one inside it that answers, too ("this week", and "from 21 to 23 May" further down).
    """
    best = claims[0]
    if wanted and wanted <= _FORMAL:
        best = next((claim for claim in claims if claim.value.canonical is not None), best)
    if best.value.kind is Kind.DATE:
        best = next((claim for claim in claims if _is_closer(claim, best)), best)
    same = [
        claim
        for claim in claims
        if claim is not best
        and claim.span.score >= _SUPPORTING * best.span.score
        and compare(best.value, claim.value).fit in {Fit.SAME, Fit.FINER}
    ]
    return [best, *same, *_against_itself(best, claims), *_denied(best, claims)]


def _denied(best: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the surest claim in which an article says no where its best says yes, or yes where that says no."""
    if best.value.kind is not Kind.YES_NO:
        return []
    return [
        claim
        for claim in claims
        if claim.value != best.value
        and not _holds(claim, best)
        and claim.span.score >= _DENYING * best.span.score
    ][:1]


def _is_closer(claim: Claim, best: Claim) -> bool:
    fit = compare(best.value, claim.value).fit
    return fit is Fit.FINER and vagueness(claim.value) < vagueness(best.value)


def _against_itself(best: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims in which an article gives another value in a sentence that otherwise says the same."""
    if best.value.kind not in _FORMAL:
        return []
    said = _words_around(best)
    return [
        claim
        for claim in claims
        if compare(best.value, claim.value).fit is Fit.DIFFERENT
        and not _holds(claim, best)
        and len(said & _words_around(claim)) >= max(_LEAST_ALIKE, _ALIKE * len(said | _words_around(claim)))
    ]


def _holds(claim: Claim, other: Claim) -> bool:
    """Whether both claims stand in one sentence: then it tells them apart itself ("from 15 to 9 percent")."""
    return claim.place[:2] == other.place[:2] and claim.span.sentences == other.span.sentences


def _words_around(claim: Claim) -> frozenset[str]:
    """Return the stems of a claim's own sentences, without its value and without any figures."""
    text, span = claim.span.passage.paragraph.text, claim.span
    start, end = span.sentences
    return frozenset(
        term.stem
        for term in terms_of(text)
        if term.is_content
        and start <= term.start < end
        and not span.start <= term.start < span.end
        and not term.word[0].isdigit()
    )
