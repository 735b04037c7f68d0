"""Two news sentences with numbers: one that follows from the other must not be called a disagreement with it.

Each sentence is an article, and the service is asked whether the second is true ("Is it true that …?"): it must
find both and weigh them as it would for a member. They are called contradictory where the answer is marked as a
disagreement and quotes the first against the second. Beside that, the entailment model alone judges each pair.
"""

from collections.abc import Sequence

from bot.answering.answers import Answer
from bot.answering.reader.model.protocol import EntailmentModel
from bot.evaluation.data import Row
from bot.evaluation.rates import Measure, Share
from bot.evaluation.reading.labels import CONTRADICTION, ENTAILMENT
from bot.evaluation.reading.predictions import judge_pairs
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
from bot.evaluation.suites.passages import as_article

_FLOOR, _GOAL = 0.05, 0.02


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a pair; expected is its label."""
    return [
        Case(
            row["id"],
            f"Is it true that {row['hypothesis'].strip().rstrip('.?! ')}?",
            row["label"],
            tuple(as_article({"text": row[part]}) for part in ("premise", "hypothesis") if row[part].strip()),
            row,
        )
        for row in rows
    ]


def judge(case: Case, answer: Answer) -> Verdict:
    """Judge whether the two sentences stand against each other."""
    first, second = (as_article({"text": case.row[part]}).id for part in ("premise", "hypothesis"))
    opposed = any(
        are_opposed(answer, one, other)
        and ({first, second} <= articles_of(one) | articles_of(other))
        and not any({first, second} <= articles_of(version) for version in (one, other))
        for n, one in enumerate(answer.versions)
        for other in answer.versions[n + 1 :]
    )
    facts = {"marked": is_disputed(answer), "opposed": opposed}
    return Verdict(answer.outcome.value, case.expected != ENTAILMENT or not opposed, facts)


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return how many pairs were called contradictory, of those that are entailed and of the others."""
    entailed = [one for one in judged if one.expected == ENTAILMENT]
    others = [one for one in judged if one.expected != ENTAILMENT]
    alarms, said = (sum(one.is_so("opposed") for one in part) for part in (entailed, others))
    marked = sum(one.is_so("marked") for one in entailed)
    return [
        Share("entailed pairs called contradictory", alarms, len(entailed), _FLOOR, _GOAL, at_most=True),
        Share("entailed pairs: answer marked, whatever it quotes", marked, len(entailed)),
        Share("other pairs called contradictory", said, len(others)),
    ]


def beside(entailment: EntailmentModel, rows: Sequence[Row]) -> list[Measure]:
    """Return how many entailed pairs the entailment model alone calls contradictory, in either direction."""
    entailed = [row for row in rows if row["label"] == ENTAILMENT]
    turned = [row | {"premise": row["hypothesis"], "hypothesis": row["premise"]} for row in entailed]
    there, back = (
        [one.predicted == CONTRADICTION for one in judge_pairs(entailment, part)]
        for part in (entailed, turned)
    )
    both = sum(one and other for one, other in zip(there, back, strict=True))
    return [
        Share("the model alone: contradiction", sum(there), len(entailed)),
        Share("the model alone: contradiction both ways", both, len(entailed)),
    ]


EQUATE = Suite(
    name="equate",
    read=read_from("equate", "id", "label", "premise", "hypothesis"),
    cases=cases,
    judge=judge,
    rates=rates,
    beside=beside,
)
