"""Dates of another spell: those since which something goes on, and those of what has an end.

"Since Koizumi took office last October" says nothing of when he will meet anybody; a visit "from Monday through
Thursday" nothing of since when he has held his office.
"""

import re
from collections.abc import Collection

from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.thesaurus import near_stems
from bot.answering.values.dates.tense import tense_before
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention

_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:\w+ ){0,3}?(?:to|due|going|set|scheduled|expected|planned|supposed))\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bsince (?:when|what \w+|which \w+) (?:has|have|is|are)\b", re.IGNORECASE)
_SINCE = re.compile(r"(?<=\bsince )[^,;:.!?]*$", re.IGNORECASE)
_LASTING = re.compile(r"\bsince\b|\bhow long\b", re.IGNORECASE)
_REACH = 90  # characters in front of a date


def is_of_another_spell(question: Question, text: str, mention: Mention, among: Collection[Mention]) -> bool:
    """Whether a date of *text*, one of its mentions *among*, tells since when what *question* is not about goes on.

    Or it is to come, or has an end, and the question asks since when something goes on.
    """
    if mention.kind is not Kind.DATE:
        return False
    if _STILL.search(question.text):
        has_end = mention.period is not None or any(
            other.period == (mention.start, mention.end) for other in among
        )
        return has_end or tense_before(text, mention.start) == "future"
    clause = _SINCE.search(text[max(0, mention.start - _REACH) : mention.start])
    if clause is None or _LASTING.search(question.text):
        return False
    # "In office since May": what goes on stands in front.
    return not _tells_of(clause.group(), question) if clause.group() else bool(_TO_COME.search(question.text))


def _tells_of(clause: str, question: Question) -> bool:
    """Whether what began is in question: a word of *clause* that is no name, or one near it, is asked about."""
    asked = {term.stem for term in terms_of(question.text)}
    began = [term for term in terms_of(clause) if not clause[term.start].isupper()]
    return any(
        term.stem in asked or near_stems(term.stem) & asked
        for term in began
        if term.is_content or near_stems(term.stem)
    )
