"""Who speaks in a transcript: "TORRANCE: From work." tells of no Torrance."""

import re

from bot.answering.questions.question import Question

_SPEAKS = re.compile(r"(?:(?<!.)|(?<=[.?!…”*] ))[A-Z][A-Z.’' -]+(?: \([^)]{1,40}\))?:(?=\s)")
_ASKS_WHO_SAYS = re.compile(
    r"\bwho(?:se)?\b.*\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|sp(?:eak|eaks|oke)|claim|ask|admit|den[iy]|call|describ|word)",
    re.IGNORECASE,
)


def is_speaker(question: Question, text: str, start: int) -> bool:
    """Whether the name at *start* of *text* says who speaks, and *question* does not ask for that."""
    return bool(_SPEAKS.match(text, start)) and not _ASKS_WHO_SAYS.search(question.text)
