"""Real outlets on one incident, asked for the number killed: by place and day, as a member would.

Of the clusters with a label the tolls were counted mechanically: four differ, fifteen agree. The articles of the
unlabelled ones are in the index all the same. Rival tolls are shown where two versions that are marked as rivals
state different tolls of two articles that the data calls different.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.answering.answers import Answer, Version
from bot.evaluation.data import Row
from bot.evaluation.rates import Measure, Share
from bot.evaluation.suites.cases import (
    Case,
    Judged,
    Suite,
    Verdict,
    are_opposed,
    is_disputed,
    passages_of,
    read_from,
)
from bot.evaluation.suites.outcomes import marked

_DIFFER, _AGREE = "numbers_differ", "numbers_agree"
_NUMBER = re.compile(r"\d[\d,]*")


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a row; a cluster without a label has an empty question, which is not asked."""
    return [
        Case(
            row["id"],
            question_of(row) if row["label"] in {_DIFFER, _AGREE} else "",
            row["label"],
            passages_of(row),
            row,
        )
        for row in rows
    ]


def question_of(row: Row) -> str:
    """Return the question about a cluster, in plain English."""
    day = date.fromisoformat(row["meta"]["date"])
    return f"How many people were killed in {row['meta']['place'].title()} on {day.day} {day:%B %Y}?"


def judge(case: Case, answer: Answer) -> Verdict:
    """Judge by the mark and the tolls."""
    facts = {"marked": is_disputed(answer), "shown": _shows_rival_tolls(case.row, answer)}
    right = facts["shown"] if case.expected == _DIFFER else not facts["marked"]
    return Verdict(answer.outcome.value, right, facts)


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return both counts."""
    differing = [one for one in judged if one.expected == _DIFFER]
    agreeing = [one for one in judged if one.expected == _AGREE]
    shown = sum(one.is_so("shown") for one in differing)
    alarms = sum(one.is_so("marked") for one in agreeing)
    return [
        Share("rival tolls shown", shown, len(differing), floor=3, goal=4, counted=True),
        marked("differing clusters marked", differing),
        Share("agreeing clusters marked", alarms, len(agreeing), 1, 0, at_most=True, counted=True),
    ]


def _shows_rival_tolls(row: Row, answer: Answer) -> bool:
    tolls = {passage["pid"]: set(passage["deaths"]) for passage in row["passages"]}
    for first, second in _rivals(answer):
        one, other = _numbers(first), _numbers(second)
        for left, right, _, relation in row["meta"]["pairs"]:
            if relation != "differ":
                continue
            for a, b in ((left, right), (right, left)):
                if any(x != y for x in one & tolls[a] for y in other & tolls[b]):
                    return True
    return False


def _rivals(answer: Answer) -> Iterator[tuple[Version, Version]]:
    for n, first in enumerate(answer.versions):
        for second in answer.versions[n + 1 :]:
            if are_opposed(answer, first, second):
                yield first, second


def _numbers(version: Version) -> set[int]:
    """Return the whole numbers that a version states, as written or as understood ("forty")."""
    stated = f"{version.text} {version.value or ''}"
    return {int(found.replace(",", "")) for found in _NUMBER.findall(stated)}


FAKES_CLUSTERS = Suite(
    name="fakes_clusters",
    read=read_from("fakes_clusters", "id", "label", "passages", "meta"),
    cases=cases,
    judge=judge,
    rates=rates,
)
