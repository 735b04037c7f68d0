"""Yes/no questions from sentence pairs: what a hypothesis asserts, asked of the premise.

No public reading set of the kind used here has them, but people ask them all the time. A premise that entails the
hypothesis or contradicts it answers; one that leaves it open does not, and is the hardest negative there is.
"""

import re
from collections.abc import Sequence

from bot.answering.reader.training.rows import LABELS, PairRow, QuestionRow

_AUXILIARY = re.compile(
    r"^(?P<subject>(?:[\w'’,.-]+ ){1,7}?)(?P<verb>is|are|was|were|has|have|had|will|would|can|could|should|may|might|"
    r"must|does|do|did)(?:(?P<not> not|n['’]t))? (?P<rest>\S.*)$",
    re.IGNORECASE,
)
# A subject that holds one of these has a clause or a list of its own, and inverting would garble it.
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|what|where|when|if|because|while|although|there)\b|,", re.IGNORECASE
)
# After "has" and "have" only a participle follows an auxiliary: "has a car" is not "has gone".
_PARTICIPLE = re.compile(
    r"(?:(?:\w+ly|never|already|always|also|recently|been) )*(?:been|\w+ed|\w+en|gone|done|made|had)\b"
)
_SMALL = frozenset("the a an he she it they we you this that these those there his her".split())
_ASKED_OUTRIGHT = "Is it true that"
_LONGEST_PREMISE = 34  # words: the whole sentence is the answer, and spans have their limit


def polar_question(hypothesis: str) -> str | None:
    """Return the yes/no question whose answer is *hypothesis* or its opposite; None if it has no such form."""
    statement = " ".join(hypothesis.split()).rstrip(" .!")
    found = _AUXILIARY.match(statement)
    if not statement or "?" in statement:
        return None
    if found is None or _CLAUSE.search(found["subject"]):
        return f"{_ASKED_OUTRIGHT} {_lowered(statement)}?"
    verb = found["verb"].lower()
    if verb in {"has", "have", "had"} and not _PARTICIPLE.match(found["rest"]):
        return f"{_ASKED_OUTRIGHT} {_lowered(statement)}?"
    return f"{verb.capitalize()} {_lowered(found['subject'].strip())} {found['rest']}?"


def polar_rows(pairs: Sequence[PairRow]) -> list[QuestionRow]:
    """Return the pairs that can be asked, as questions: the premise is the context, and the answer unless neutral."""
    rows = []
    for place, pair in enumerate(pairs):
        premise = " ".join(pair.premise.split())
        question = polar_question(pair.hypothesis)
        if question is None or not 4 <= len(premise.split()) <= _LONGEST_PREMISE:
            continue
        # Half of all would begin so, and few people do.
        if question.startswith(_ASKED_OUTRIGHT) and place % 4:
            continue
        end = len(premise.rstrip(" .!?\"'"))
        answer = None if LABELS[pair.label] == "neutral" or not end else (0, end)
        rows.append(QuestionRow(question, premise, answer, (), ""))
    return rows


def _lowered(statement: str) -> str:
    """Return *statement* with a small first letter where its first word is one of the language's small ones."""
    first, _, _ = statement.partition(" ")
    return statement[:1].lower() + statement[1:] if first.lower() in _SMALL else statement
