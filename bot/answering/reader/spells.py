"""Dates of the wrong side of now: what is to come began at no time "since" which something is, nor does it the other way.

"Since Koizumi took office last October" says nothing of when he will meet anybody; a visit "from Monday through
Thursday" nothing of since when he has held his office.
"""

import re
from collections.abc import Collection

from bot.answering.questions.question import Question
from bot.answering.values.dates.tense import tense_before
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention

_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:\w+ ){0,3}?(?:to|due|going|set|scheduled|expected|planned|supposed))\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bsince (?:when|what \w+|which \w+) (?:has|have|is|are)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^,;:.!?]*$", re.IGNORECASE)
_REACH = 90  # characters in front of a date


def is_of_another_spell(question: Question, text: str, mention: Mention, among: Collection[Mention]) -> bool:
    """Whether a date of *text*, one of its mentions *among*, began what goes on, and *question* asks for what is to come.

    Or it is to come, or has an end, and the question asks since when something goes on.
    """
    if mention.kind is not Kind.DATE:
        return False
    if _STILL.search(question.text):
        has_end = mention.period is not None or any(
            other.period == (mention.start, mention.end) for other in among
        )
        return has_end or tense_before(text, mention.start) == "future"
    before = text[max(0, mention.start - _REACH) : mention.end]
    return bool(_TO_COME.search(question.text) and _SINCE.search(before) and not _SINCE.search(question.text))
