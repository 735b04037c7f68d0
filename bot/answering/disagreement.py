"""May these versions all hold? One, complementary, or rival; and what exactly the rivals differ in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.answering.agreement import fit_of
from bot.answering.answers import Disagreement, DisagreementKind, Relation
from bot.answering.claims import Claim
from bot.answering.values.comparison import Comparison, Fit
from bot.answering.versions import ClaimGroup

Compatible = Callable[[Claim, Claim], bool]  # whether a moderator decided that two claims are no disagreement


@dataclass(frozen=True, slots=True)
class Verdict:
    """How versions stand to each other, with the disagreement where they are rivals."""

    relation: Relation
    disagreement: Disagreement | None


def nobody_ruled(_first: Claim, _second: Claim) -> bool:
    """Leave every pair as it is."""
    return False


def relate(groups: Sequence[ClaimGroup], *, many: bool, compatible: Compatible = nobody_ruled) -> Verdict:
    """Decide how the versions stand to each other.

    They are rivals only where the question's slot holds one value at a time (*many* is false), two
    versions come from different articles, and no value of the one can hold together with one of the other,
    nor are any two of their claims *compatible* by a ruling.
    """
    if len(groups) == 1:
        return Verdict(Relation.ONE, None)
    if many:
        return Verdict(Relation.COMPLEMENTARY, None)
    pairs: list[tuple[int, int]] = []
    reasons: list[Comparison] = []
    for (i, first), (j, second) in combinations(enumerate(groups), 2):
        reason = _differ(first, second, compatible)
        if reason is not None:
            pairs.append((i, j))
            reasons.append(reason)
    if not pairs:
        return Verdict(Relation.COMPLEMENTARY, None)
    involved = sorted({index for pair in pairs for index in pair})
    values = tuple(groups[index].claims[0].value.canonical or "" for index in involved)
    disagreement = Disagreement(
        DisagreementKind.DISPUTED, _subject(groups, reasons[0]), tuple(pairs), reasons[0].rule, values
    )
    return Verdict(Relation.RIVAL, disagreement)


def _differ(first: ClaimGroup, second: ClaimGroup, compatible: Compatible) -> Comparison | None:
    if set(first.articles) == set(second.articles):
        return None
    if any(compatible(one, other) for one in first.claims for other in second.claims):
        return None
    comparisons = [fit_of(one, other) for one in first.claims for other in second.claims]
    if all(comparison.fit is Fit.DIFFERENT for comparison in comparisons):
        return comparisons[0]
    return None


def _subject(groups: Sequence[ClaimGroup], reason: Comparison) -> str:
    """Name what they disagree on: an end of a period by itself, else the kind of value."""
    if reason.on in {"start", "end"}:
        return f"{reason.on} date"
    return groups[0].claims[0].value.kind.value.replace("_", "/")
