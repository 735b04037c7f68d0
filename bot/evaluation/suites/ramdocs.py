"""Questions whose passages conflict, or speak of another thing of the same name, which is no disagreement.

A conflict row is right where every answer that conflicts with another is quoted, each in a version of its own, and
the answer is marked as a disagreement. An answer counts as quoted by a version where a passage that was made for
it is quoted, and the quote holds the answer's words or the highlighted ones overlap them. ``unpaired`` rows, where
a wrong answer conflicts with none of the others, are left out. Some ambiguous rows hold a false answer, too, in a
passage that is labelled noise; so it is also counted how often two right answers are set against each other.
"""

from collections.abc import Sequence

from bot.answering.answers import Answer, Version
from bot.evaluation.data import Row
from bot.evaluation.rates import Measure, Share
from bot.evaluation.reading.squad import normalised, token_f1
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
from bot.evaluation.suites.outcomes import OUTCOME_OF, marked
from bot.evaluation.suites.passages import as_article

_OVERLAP = 0.5  # token F1 of highlighted words with the answer: "10,000" for "10,000 people"


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a row; its expected outcome is its label."""
    return [
        Case(row["id"], row["question"], row["label"], passages_of(row), row)
        for row in rows
        if row["label"] in OUTCOME_OF
    ]


def judge(case: Case, answer: Answer) -> Verdict:
    """Judge by the mark, and by the versions quoted."""
    row = case.row
    at_odds = sorted({place for pair in row["conflict_pairs"] for place in pair})
    every = range(len(row["answers"]))
    is_marked = is_disputed(answer)
    quoted = _all_quoted(row, at_odds, answer)
    facts = {
        "marked": is_marked,
        "all quoted": quoted,
        "shown": is_marked and quoted,
        "answers opposed": _answers_opposed(row, answer),
        "every answer shown": is_marked and _all_quoted(row, every, answer),
    }
    right = facts["shown"] if case.expected == "conflict" else not is_marked
    return Verdict(answer.outcome.value, right, facts)


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return what became of conflicts, of namesakes and of the rest."""
    conflicts = [one for one in judged if one.expected == "conflict"]
    namesakes = [one for one in judged if one.expected == "ambiguous"]
    agreed = [one for one in judged if one.expected == "no_conflict"]
    return [
        Share(
            "conflict rows: all versions quoted and marked",
            sum(one.is_so("shown") for one in conflicts),
            len(conflicts),
            floor=0.60,
            goal=0.85,
        ),
        marked("conflict rows: marked", conflicts),
        Share(
            "conflict rows: all versions quoted",
            sum(one.is_so("all quoted") for one in conflicts),
            len(conflicts),
        ),
        Share(
            "conflict rows: namesakes' answers quoted, too",
            sum(one.is_so("every answer shown") for one in conflicts),
            len(conflicts),
        ),
        marked("ambiguous rows: called a dispute", namesakes, floor=0.15, goal=0.05, at_most=True),
        Share(
            "ambiguous rows: right answers set against each other",
            sum(one.is_so("answers opposed") for one in namesakes),
            len(namesakes),
        ),
        marked("rows without conflict: called a dispute", agreed),
    ]


def _all_quoted(row: Row, places: Sequence[int], answer: Answer) -> bool:
    """Whether the answers at *places* are quoted by as many versions, each by one of its own."""
    quoting = [
        [n for n, version in enumerate(answer.versions) if _quotes(version, row, row["answers"][place])]
        for place in places
    ]
    return _assignable(quoting, frozenset())


def _answers_opposed(row: Row, answer: Answer) -> bool:
    """Whether two versions that are marked as rivals quote two of the row's answers."""
    quoted = [
        (version, {wanted for wanted in row["answers"] if _quotes(version, row, wanted)})
        for version in answer.versions
    ]
    return any(
        one - other and other - one and are_opposed(answer, first, second)
        for n, (first, one) in enumerate(quoted)
        for second, other in quoted[n + 1 :]
    )


def _assignable(choices: Sequence[Sequence[int]], taken: frozenset[int]) -> bool:
    if not choices:
        return True
    return any(_assignable(choices[1:], taken | {one}) for one in choices[0] if one not in taken)


def _quotes(version: Version, row: Row, wanted: str) -> bool:
    made_for_it = {as_article(passage).id for passage in row["passages"] if passage.get("answer") == wanted}
    words = f" {normalised(wanted)} "
    for quote in version.quotes:
        if quote.paragraph.article_id not in made_for_it:
            continue
        if words.strip() and words in f" {normalised(quote.text)} ":
            return True
        if any(token_f1(quote.paragraph.text[a:b], wanted) >= _OVERLAP for a, b in quote.highlights):
            return True
    return False


RAMDOCS = Suite(
    name="ramdocs",
    read=read_from("ramdocs", "id", "question", "label", "passages", "answers", "conflict_pairs"),
    cases=cases,
    judge=judge,
    rates=rates,
)
