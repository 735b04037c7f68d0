"""Reprints that were made from articles: they count as one report, and one with a changed fact is split out.

A cluster counts where the service answers its question from the original alone, so that what is measured is what
reprints do; the first 50 and 20 of those are taken.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.answering.answers import Answer, Version
from bot.evaluation.data import Row
from bot.evaluation.rates import Measure, Share
from bot.evaluation.reading.squad import normalised
from bot.evaluation.suites.cases import (
    Case,
    Judged,
    Suite,
    Verdict,
    are_opposed,
    articles_of,
    is_disputed,
    read_from,
)
from bot.evaluation.suites.reprint_clusters import Cluster, clusters, printed_of

COPIED, CHANGED = 50, 20  # clusters that are counted
_ALONE, _ONE, _SPLIT = "answered alone", "one report", "split"


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return two cases a cluster: over the originals alone, and over all that was printed."""
    found = []
    for number, cluster in enumerate(clusters(rows)):
        printed = printed_of(cluster, number)
        expected = _SPLIT if cluster.kind else _ONE
        row = {"cluster": cluster, "changed": printed[-1].id if cluster.kind else None}
        found += [
            Case(f"{cluster.name}:alone", cluster.question, _ALONE, printed[:1], row, index="originals"),
            Case(f"{cluster.name}:all", cluster.question, expected, printed, row, index="reprints"),
        ]
    return found


def judge(case: Case, answer: Answer) -> Verdict:
    """Judge by what is quoted, from how many reports, and against what."""
    cluster: Cluster = case.row["cluster"]
    quoting = [version for version in answer.versions if articles_of(version) & case.own]
    if case.expected == _ALONE:
        right = not is_disputed(answer) and any(_says(version, cluster.answer) for version in quoting)
    elif case.expected == _ONE:
        right = not is_disputed(answer) and _is_one_report(quoting, case.own)
    else:
        right = _is_split(answer, quoting, case)
    return Verdict(answer.outcome.value, right, {"right": right, "marked": is_disputed(answer)})


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return how many clusters were collapsed, and how many split, of those that are answered alone."""
    alone = {_name(one) for one in judged if one.expected == _ALONE and one.verdict.right}
    sound = [one for one in judged if one.expected != _ALONE and _name(one) in alone]
    copied = [one for one in sound if one.expected == _ONE][:COPIED]
    changed = list(_evenly([one for one in sound if one.expected == _SPLIT]))[:CHANGED]
    kinds = sorted({_kind(one) for one in changed})
    return [
        _share("reprints counted as one report", copied, floor=48, goal=50),
        _share("reprints with a changed fact split out", changed, floor=18, goal=20),
        *(_share(f"changed {kind}", [one for one in changed if _kind(one) == kind]) for kind in kinds),
    ]


def _share(
    measure: str, judged: Sequence[Judged], floor: float | None = None, goal: float | None = None
) -> Share:
    right = sum(one.verdict.right for one in judged)
    return Share(measure, right, len(judged), floor, goal, counted=floor is not None)


def _evenly(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Take one of every kind of change in turn."""
    by_kind: dict[str, list[Judged]] = {}
    for one in judged:
        by_kind.setdefault(_kind(one), []).append(one)
    longest = max(map(len, by_kind.values()), default=0)
    for place in range(longest):
        yield from (found[place] for found in by_kind.values() if place < len(found))


def _kind(judged: Judged) -> str:
    return str(judged.asked.case.row["cluster"].kind)


def _name(judged: Judged) -> str:
    return str(judged.asked.case.row["cluster"].name)


def _says(version: Version, words: str) -> bool:
    """Whether a version's highlighted words hold *words* or are part of them; yes and no go by its value."""
    if words in {"yes", "no"}:
        return version.value == words
    wanted = normalised(words)
    for quote in version.quotes:
        for start, end in quote.highlights:
            said = normalised(quote.paragraph.text[start:end])
            if said and (wanted in said or said in wanted):
                return True
    return False


def _is_one_report(quoting: Sequence[Version], own: frozenset[str]) -> bool:
    """Whether several of the cluster's articles are quoted, and count as one among whatever else is.

    The original may itself give two answers that both hold; then the copies of each count as one, and no two
    versions are the same words.
    """
    words = [normalised(version.text) for version in quoting]
    counted = [version.independent_sources <= 1 + len(articles_of(version) - own) for version in quoting]
    several = any(len(articles_of(version) & own) > 1 for version in quoting)
    return several and all(counted) and len(set(words)) == len(words)


def _is_split(answer: Answer, quoting: Sequence[Version], case: Case) -> bool:
    """Whether the changed reprint alone says the one, others of the cluster the other, marked as rivals."""
    cluster, changed = case.row["cluster"], case.row["changed"]
    return any(
        articles_of(one) & case.own == {changed}
        and _says(one, cluster.other)
        and changed not in articles_of(rest)
        and _says(rest, cluster.answer)
        and are_opposed(answer, one, rest)
        and rest.independent_sources <= 1 + len(articles_of(rest) - case.own)
        for one in quoting
        for rest in quoting
        if one is not rest
    )


REPRINTS = Suite(
    name="reprints",
    read=read_from("qa_squad2_dev", "title", "context", "question", "answers"),
    cases=cases,
    judge=judge,
    rates=rates,
)
