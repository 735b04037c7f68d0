"""May these versions all hold? One, complementary, of different things, or rival; and what exactly rivals differ in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bot.answering.agreement import fit_of
from bot.answering.answers import Disagreement, DisagreementKind, Relation, Source
from bot.answering.choosing import are_level
from bot.answering.claims import Claim
from bot.answering.company import Company, keep_other_company, no_company
from bot.answering.copied_claims import ALL_APART, Copies
from bot.answering.namesakes import are_told_apart, is_told
from bot.answering.opposition import Opposition, never_opposed
from bot.answering.questions.question import Question
from bot.answering.referents import are_distinct
from bot.answering.twins import are_twins
from bot.answering.updates import are_update
from bot.answering.values.comparison import Comparison, Fit
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.versions import ClaimGroup

Compatible = Callable[[Claim, Claim], bool]  # whether a moderator decided that two claims are no disagreement

_OPPOSED = 0.9  # probability from which two sentences are held to contradict each other
_DENIAL = "one sentence denies the other"
_CHANGED = "one print of the report was changed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How versions stand to each other, with the disagreement where they are rivals."""

    relation: Relation
    disagreement: Disagreement | None


def nobody_ruled(_first: Claim, _second: Claim) -> bool:
    """Leave every pair as it is."""
    return False


@dataclass(frozen=True, slots=True)
class Grounds:
    """What relating looks at beside the claims: who reported when, what was ruled, which sentences deny each other.

    ``copies`` tells which articles are of one report, ``company`` what each names.
    """

    question: Question
    sources: Mapping[str, Source]
    contexts: Mapping[str, ArticleContext]
    copies: Copies = ALL_APART
    compatible: Compatible = nobody_ruled
    opposed: Opposition = never_opposed
    company: Company = no_company


@dataclass(frozen=True, slots=True)
class _Rivalry:
    """Two versions that cannot both hold, and what told so; ``surety`` is a model's, None where values differ."""

    pair: tuple[int, int]
    reason: Comparison
    surety: float | None = None


@dataclass(slots=True)
class _Found:
    rivals: list[_Rivalry] = field(default_factory=list)
    namesakes: int = 0  # pairs that differ, but may speak of different things


def relate(groups: Sequence[ClaimGroup], *, many: bool, grounds: Grounds) -> Verdict:
    """Decide how the versions stand to each other.

    They are rivals only where the question's slot holds one value at a time (*many* is false) and no value of
    the one can hold together with one of the other, or where words without values deny each other; where they
    speak of the same thing; and where no moderator ruled otherwise. Once two things are told apart by what is written
    behind their name ("(1934 film)", "(1959 film)"), what does not tell which it means is no rival of either. Prints of
    one report that differ in nothing but the fact are rivals whatever the slot holds.
    """
    if len(groups) == 1:
        return Verdict(Relation.ONE, None)
    found = _Found()
    changed = _by_change(groups, grounds)
    found.rivals += [
        one for one in changed if not _is_ruled(groups[one.pair[0]], groups[one.pair[1]], grounds)
    ]
    told = {rivalry.pair for rivalry in changed}
    shared = _share_a_name(groups, grounds.question)
    for rivalry in [*([] if many else _by_value(groups)), *_by_denial(groups, grounds)]:
        first, second = (groups[place] for place in rivalry.pair)
        if rivalry.pair in told or _is_ruled(first, second, grounds):
            continue
        if (
            are_distinct(grounds.question, first.claims, second.claims)
            or are_told_apart(grounds.question, first.claims, second.claims)
            or (shared and not all(is_told(grounds.question, group.claims) for group in (first, second)))
            or _are_strangers(first, second, grounds)
        ):
            found.namesakes += 1
        else:
            found.rivals.append(rivalry)
    if found.rivals:
        return Verdict(Relation.RIVAL, _disagreement(groups, found.rivals, grounds))
    return Verdict(Relation.DIFFERENT_THINGS if found.namesakes else Relation.COMPLEMENTARY, None)


def _share_a_name(groups: Sequence[ClaimGroup], question: Question) -> bool:
    """Whether two versions are of things that have one name."""
    return any(are_told_apart(question, one.claims, other.claims) for one, other in combinations(groups, 2))


def _are_strangers(first: ClaimGroup, second: ClaimGroup, grounds: Grounds) -> bool:
    """Whether no two articles that differ name much in common, so that each tells of another thing of that name."""
    return all(
        keep_other_company(grounds.question, one, other, grounds.company)
        for one in first.claims
        for other in second.claims
    )


def _by_change(groups: Sequence[ClaimGroup], grounds: Grounds) -> list[_Rivalry]:
    """Return the pairs in which one print of a report says what another does but for the fact."""
    return [
        _Rivalry((i, j), Comparison(Fit.DIFFERENT, "answer", _CHANGED))
        for (i, first), (j, second) in combinations(enumerate(groups), 2)
        if any(are_twins(one, other, grounds.copies) for one in first.claims for other in second.claims)
    ]


def _by_value(groups: Sequence[ClaimGroup]) -> list[_Rivalry]:
    """Return the pairs whose every two claims have values that differ."""
    found = []
    for (i, first), (j, second) in combinations(enumerate(groups), 2):
        comparisons = [fit_of(one, other) for one in first.claims for other in second.claims]
        if all(comparison.fit is Fit.DIFFERENT for comparison in comparisons) and _are_level(first, second):
            found.append(_Rivalry((i, j), comparisons[0]))
    return found


def _are_level(first: ClaimGroup, second: ClaimGroup) -> bool:
    """Whether both were read surely enough, or neither: a weak reading does not call a strong one in question."""
    weak, strong = sorted(max(claim.span.score for claim in group.claims) for group in (first, second))
    return are_level(weak, strong)


def _by_denial(groups: Sequence[ClaimGroup], grounds: Grounds) -> list[_Rivalry]:
    """Return the pairs of untyped versions of different articles whose first sentences deny each other."""
    asked = [
        (i, j)
        for (i, first), (j, second) in combinations(enumerate(groups), 2)
        if first.claims[0].value.kind is Kind.TEXT
        and second.claims[0].value.kind is Kind.TEXT
        and not set(first.articles) & set(second.articles)
        and fit_of(first.claims[0], second.claims[0]).fit is Fit.UNRELATED
    ]
    if not asked:
        return []
    sureties = grounds.opposed([(groups[i].claims[0], groups[j].claims[0]) for i, j in asked])
    reason = Comparison(Fit.DIFFERENT, "answer", _DENIAL)
    return [
        _Rivalry(pair, reason, surety)
        for pair, surety in zip(asked, sureties, strict=True)
        if surety >= _OPPOSED
    ]


def _is_ruled(first: ClaimGroup, second: ClaimGroup, grounds: Grounds) -> bool:
    return any(grounds.compatible(one, other) for one in first.claims for other in second.claims)


def _disagreement(groups: Sequence[ClaimGroup], rivals: Sequence[_Rivalry], grounds: Grounds) -> Disagreement:
    pairs = tuple(rivalry.pair for rivalry in rivals)
    involved = sorted({place for pair in pairs for place in pair})
    first = rivals[0]
    return Disagreement(
        kind=_kind([(groups[i], groups[j]) for i, j in pairs], grounds),
        on=_subject(groups[first.pair[0]], first.reason),
        pairs=pairs,
        rule=first.reason.rule,
        values=tuple(groups[place].claims[0].value.canonical or "" for place in involved),
        scores=tuple(round(groups[place].claims[0].span.score, 4) for place in involved),
        surety=None if first.surety is None else round(first.surety, 4),
    )


def _kind(pairs: Sequence[tuple[ClaimGroup, ClaimGroup]], grounds: Grounds) -> DisagreementKind:
    if all(len({*one.articles, *other.articles}) == 1 for one, other in pairs):
        return DisagreementKind.WITHIN_ARTICLE
    if all(are_update(one, other, grounds.sources, grounds.contexts) for one, other in pairs):
        return DisagreementKind.UPDATED
    return DisagreementKind.DISPUTED


def _subject(group: ClaimGroup, reason: Comparison) -> str:
    """Name what they disagree on: an end of a period by itself, else the kind of value."""
    if reason.on in {"start", "end"}:
        return f"{reason.on} date"
    return group.claims[0].value.kind.value.replace("_", "/")
