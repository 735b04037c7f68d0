"""Versions: claims that say the same, put together; a vaguer claim joins only what it fits without doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim
from bot.answering.copied_claims import ALL_APART, Copies
from bot.answering.reprints import words_of
from bot.answering.twins import are_twins
from bot.answering.values.comparison import Fit
from bot.answering.values.exactness import vagueness


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one version, the most exact value first."""

    claims: tuple[Claim, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that make them, without repetition, in order of name."""
        return tuple(sorted({claim.article_id for claim in self.claims}))


def group_claims(claims: Sequence[Claim], copies: Copies = ALL_APART) -> list[ClaimGroup]:
    """Group *claims* into versions; *copies* tells which articles are of one report.

    Equal values are one version. Compatible ones ("January", "January 18") are put together unless one of them
    fits two that do not fit each other: being compatible is not transitive. A reprint says what it copies,
    whatever its own date would make of it; a print that changed the fact says something else.
    """
    groups = _equal(claims, copies)
    fitting = [
        [
            place
            for place, other in enumerate(groups)
            if other is not group and _fits(group, other) and not _are_changed(group, other, copies)
        ]
        for group in groups
    ]
    vague = {
        place
        for place, others in enumerate(fitting)
        if any(other not in fitting[one] for one, other in combinations(others, 2))
    }
    merged: dict[int, list[Claim]] = {}
    for place, group in enumerate(groups):
        homes = (
            []
            if place in vague
            else [other for other in fitting[place] if other in merged and other not in vague]
        )
        merged.setdefault(homes[0] if homes else place, []).extend(group)
    return [ClaimGroup(tuple(sorted(group, key=_vagueness))) for group in merged.values()]


def _equal(claims: Sequence[Claim], copies: Copies) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next(
            (
                group
                for group in groups
                if (_same(group[0], claim) or any(_is_copy(one, claim, copies) for one in group))
                and not _are_changed(group, [claim], copies)
            ),
            None,
        )
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _are_changed(group: Sequence[Claim], other: Sequence[Claim], copies: Copies) -> bool:
    return any(are_twins(first, second, copies) for first in group for second in other)


def _same(first: Claim, second: Claim) -> bool:
    return fit_of(first, second).fit is Fit.SAME


def _is_copy(first: Claim, second: Claim, copies: Copies) -> bool:
    """Whether two articles of one report make the claim with the same words of the same sentence."""
    if not copies.are_of_one_report(first.article_id, second.article_id):
        return False
    said, repeated = (f" {' '.join(words_of(claim.span.text))} " for claim in (first, second))
    return (said in repeated or repeated in said) and words_of(first.span.sentence_text) == words_of(
        second.span.sentence_text
    )


def _fits(group: Sequence[Claim], version: Sequence[Claim]) -> bool:
    return all(fit_of(one, other).fit in {Fit.SAME, Fit.FINER} for one in group for other in version)


def _vagueness(claim: Claim) -> tuple[bool, float]:
    """Return what sorts the most exact value first, and last what could not be resolved."""
    return claim.value.canonical is None, vagueness(claim.value)
