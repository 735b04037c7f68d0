"""Whether the words before a date speak of the past or of what is to come."""

import re
from typing import Literal

Tense = Literal["past", "future"]

_CUE = re.compile(
    r"(?<![\w-])(?:(?P<future>will|would|shall|to[ ]be|is[ ]to|are[ ]to|due|scheduled|set|plans?|planned|expect(?:s|ed)"
    r"|intends?|hopes?|opens?|closes?|begins?|starts?|ends?|resumes?|arrives?|departs?|leaves?|meets?|upcoming)"
    r"|(?P<past>was|were|had|has|have|did|said|told|took|went|came|met|began|held|won|lost|left|fell|found|made|gave"
    r"|saw|spoke|wrote|sank|broke|struck|hit|[a-z]{2,20}ed))(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_REACH = 120  # characters: further back stands another clause


def tense_before(text: str, start: int) -> Tense | None:
    """Return the tense of the last verb before *start* in its sentence, as far as its form tells."""
    before = text[max(0, start - _REACH) : start]
    ends = list(_SENTENCE_END.finditer(before))
    cues = list(_CUE.finditer(before, ends[-1].end() if ends else 0))
    if not cues:
        return None
    return "future" if cues[-1]["future"] else "past"
