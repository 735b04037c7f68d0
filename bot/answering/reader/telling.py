"""When something was made known: neither when it happens, nor when somebody said something else.

"He said that the visit, from January 12 on, will …" tells when the visit is; that he said so on a Friday stands
beside the verb of saying, or nowhere.
"""

import re

from bot.answering.questions.question import Question
from bot.answering.values.kinds import Kind
from index.splitting import sentences_around

_MAKING_KNOWN = r"announc|reveal|disclos|unveil|declar|publici[sz]|ma(?:k|d)e (?:it |this )?(?:public|known)"
# "When did he say he would come?" asks when he comes.
_ASKED = re.compile(
    rf"\b(?:{_MAKING_KNOWN})|\b(?:tell|told|inform\w*|speak|spoke|talk\w*) (?:\w+ ){{0,4}}(?:of|about)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:(?:{_MAKING_KNOWN})\w*|sa(?:y|id)\w*|t(?:ell|old)\w*|inform\w+|spoke\w*|statement|press (?:conference|release)|"
    r"briefing|notice|news)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\b(?:that|which|will|would|is|are|was|were|to|has|have|had)\b", re.IGNORECASE)
_TIMES = frozenset({Kind.DATE, Kind.TIME})


def is_of_what_is_told(question: Question, text: str, start: int) -> bool:
    """Whether the time at *start* of *text* is not that of saying, where *question* asks when something was made known."""
    if not _TIMES & frozenset(question.kinds) or not _ASKED.search(question.text):
        return False
    first, last = sentences_around(text, start, start + 1)
    verbs = list(_TOLD.finditer(text, first, last))
    before = [verb for verb in verbs if verb.end() <= start]
    if not before:
        return not verbs
    return all(_CONTENT.search(text, verb.end(), start) for verb in before)
