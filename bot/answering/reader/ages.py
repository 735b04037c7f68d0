"""Ages as reports give them, beside whom they are of ("Lind, 43, said", "the postman, who was 58"): a reader misses them.

It also takes "head of the school for eleven years" for one.
"""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import terms_of

_NAME_BEFORE = re.compile(
    r"(?P<name>[^\W\d_]+(?:[-’'][^\W\d_]+)*)[”\"’']?"
    r"(?:, (?:aged? |who (?:is|was|turned|had (?:just )?turned) )?| \((?:aged? )?)$"
)
_SOMEBODY = re.compile(r"\ban? $", re.IGNORECASE)  # "a 23-year-old fan met Lind"
_APPOSED = re.compile(r" ?(?:,|\)|;|and\b|\.(?:\s|$)|$)")
_NAME_AFTER = re.compile(
    r"(?:[- ]years?[- ]old)? (?:(?!(?:and|or|but|who|said|told)\b)[a-z-]+ ){0,4}(?P<name>(?:[A-Z][^\W\d_’'-]*[ ’'-]?){1,4})"
)
_REACH = 60  # characters
# What went on for so long, or lies so far ahead or back, is nobody's age.
_SPELL = re.compile(
    r"\b(?:for|in|within|after|over|during|throughout|the (?:last|past|next|first|coming)|every|another|up to)"
    r"(?: (?:about|around|nearly|almost|more than|over|some|the last|the past|the next|at least))? $",
    re.IGNORECASE,
)


def is_age_of_whom_it_asks(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the words from *start* to *end* of *text* are an age beside the name of whom "how old is" asks."""
    if not question.asks_age:
        return False
    before = _NAME_BEFORE.search(text, max(0, start - _REACH), start)
    if before and _APPOSED.match(text, end):
        return _is_asked(question, before["name"])
    if "old" not in text[start : end + len("-year-old")] or _SOMEBODY.search(text, max(0, start - 3), start):
        return False
    after = _NAME_AFTER.match(text, end, end + _REACH)
    return after is not None and _is_asked(question, after["name"])


def is_no_age(question: Question, text: str, start: int, end: int) -> bool:
    """Whether "how old is" asks, and the words from *start* to *end* of *text* say how long something went on."""
    if not question.asks_age or "old" in text[start : end + len("-year-old")]:
        return False
    return _SPELL.search(text, max(0, start - _REACH), start) is not None


def _is_asked(question: Question, name: str) -> bool:
    said = [term.stem for term in terms_of(name)]
    return bool(said) and said[-1] in {term.stem for term in question.terms}
