"""Names that a question itself says: they are what it asks about, and no answer to it."""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.values.kinds import NAMES, Kind

_KIN = re.compile(
    r"\b(?:father|mother|parent|wife|husband|spouse|son|daughter|child|children|brother|sister|cousin|uncle|aunt|nephew|"
    r"niece|grand\w+|widow|family|relative|heir|first|full|real|given|maiden|middle)s?\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)


def is_repeated(question: Question, words: str) -> bool:
    """Whether *words* are only what the question itself says, and no choice that it offers ("Toll or Calder")."""
    if set(question.kinds) - NAMES or _CHOICE.search(question.text):
        return False
    stems = [term.stem for term in terms_of(words) if term.is_content]
    asked = {term.stem for term in question.terms}
    if not stems or asked.issuperset(stems):
        return bool(stems)
    # "The name of Pike's lawyer": not his own.
    return (
        question.naming
        and question.head is not None
        and set(question.kinds) == {Kind.PERSON}
        and stems[-1] in asked - {question.head}
        and not _KIN.search(question.text)
    )
