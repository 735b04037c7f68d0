"""Versions: claims that say the same, put together; a vaguer claim joins a version only if it fits just one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim
from bot.answering.values.comparison import Fit


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one version, the most exact value first."""

    claims: tuple[Claim, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that make them, without repetition, in order of name."""
        return tuple(sorted({claim.article_id for claim in self.claims}))


def group_claims(claims: Sequence[Claim]) -> list[ClaimGroup]:
    """Group *claims* into versions.

    Equal values are one version. Compatible ones ("January", "January 18") are put together only where
    the vaguer fits exactly one version: being compatible is not transitive.
    """
    groups = _equal(claims)
    merged: list[list[Claim]] = []
    for group in sorted(groups, key=lambda g: (-_compatible_count(g, groups) == 0, -_exactness(g[0]))):
        fitting = [version for version in merged if _fits(group, version)]
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            merged.append(list(group))
    return [ClaimGroup(tuple(group)) for group in merged]


def _equal(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in groups if _same(group[0], claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _same(first: Claim, second: Claim) -> bool:
    return fit_of(first, second).fit is Fit.SAME


def _fits(group: Sequence[Claim], version: Sequence[Claim]) -> bool:
    return all(fit_of(one, other).fit in {Fit.SAME, Fit.FINER} for one in group for other in version)


def _compatible_count(group: Sequence[Claim], groups: Sequence[Sequence[Claim]]) -> int:
    return sum(_fits(group, other) for other in groups if other is not group)


def _exactness(claim: Claim) -> int:
    """Return how much a value states: its written form's characters that are known."""
    return sum(character.isalnum() and character != "X" for character in claim.value.canonical or "")
