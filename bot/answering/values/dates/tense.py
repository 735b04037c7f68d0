"""Whether the words before a date speak of the past or of what is to come."""

import re
from typing import Literal

Tense = Literal["past", "future"]

_CUE = re.compile(
    r"(?<![\w-])(?:(?P<future>will|would|shall|to[ ]be|is[ ]to|are[ ]to|due|scheduled|set|plans?|planned|expect(?:s|ed)"
    r"|intends?|hopes?|opens?|closes?|begins?|starts?|ends?|resumes?|arrives?|departs?|leaves?|meets?|upcoming)"
    r"|(?P<past>was|were|had|has|have|did|said|told|took|went|came|met|began|held|won|lost|left|fell|found|made|gave"
    r"|saw|spoke|wrote|sank|broke|struck|hit|ate|drove|flew|rode|rose|shut|sent|built|bought|brought|caught|sold|kept|shot"
    r"|rang|ran|paid|heard|grew|knew|threw|drew|chose|stole|stood|got|put|cut|died|[a-z]{2,20}ed))(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]*_]*\s")
# What can stand between a verb and its own day; "until", "for" and "by" make even a past verb's day one to come.
_HAPPENED = re.compile(r"(?:^|[ (])(?:on|since)[ ](?:the[ ])?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"(?<![\w-])(?:will|would|shall|should|could|may|might|to[ ][a-z]+|due|scheduled|planned|expected|set|upcoming"
    r"|beginning|starting|opening|ending)(?!\w)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:is|are|now)[ ](?:planned|scheduled|due|set|expected|called)(?:[ ]to[ ][a-z]+)?[ ](?:for|on)[ ]$",
    re.IGNORECASE,
)
_REACH = 120  # characters: further back stands another clause


def tense_before(text: str, start: int) -> Tense | None:
    """Return the tense of the last verb before *start* in its sentence, as far as its form tells."""
    cues = list(_CUE.finditer(_clause_before(text, start)))
    if not cues:
        return None
    return "future" if cues[-1]["future"] else "past"


def is_told(text: str, start: int, tense: Tense | None) -> bool:
    """Whether the words leave no doubt that a date at *start* is of that tense: the verb's own day, and no other's."""
    clause = _clause_before(text, start)
    if tense == "past":
        return bool(_HAPPENED.search(clause)) and not _AHEAD.search(clause)
    return tense == "future" and bool(_PLANNED.search(clause))


def _clause_before(text: str, start: int) -> str:
    """Return what stands before *start* in its sentence, as far back as it may still be of the same clause."""
    before = text[max(0, start - _REACH) : start]
    ends = list(_SENTENCE_END.finditer(before))
    return before[ends[-1].end() :] if ends else before
