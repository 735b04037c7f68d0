"""What a question asks when the circumstances that it sets are left out.

"How many were hurt when the bridge fell?" is answered by "Five were hurt." in a report on that bridge. A reader that was
taught to refuse what a passage does not say refuses it, unless it is asked how many were hurt.
"""

import re
from dataclasses import dataclass

from bot.answering.questions.wording import AUXILIARIES
from bot.answering.terms import terms_of

_OPENS = re.compile(
    r"(?<=\w),? (?P<word>in|on|at|of|from|during|under|over|across|inside|aboard|near|after|before|when|while|following|"
    r"amid) (?=\S)",
    re.IGNORECASE,
)
_CLAUSES = frozenset("during after before when while following amid".split())
# Behind a preposition; other words ("at least", "of people") set nothing.
_NAMED = re.compile(r"(?:the|an?|his|her|its|their|this|that|these|those|[A-Z“\"‘])\b|[A-Z“\"‘]")
_TIME = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|today|tomorrow|"
    r"yesterday|\w+day|years?|months?|weeks?|hours?)\b",
    re.IGNORECASE,
)
# Behind these a place is where to or where, which is what is asked about: "When does he arrive in Hawaii?"
_BOUND = re.compile(
    r"\b(?:arriv\w*|land(?:s|ed|ing)?|go(?:es|ing)?|gone|went|com(?:e|es|ing)|came|fl(?:y|ies|ew|own|ying)|travel\w*|stop\w*|"
    r"stay\w*|leav\w+|left|depart\w*|sail\w*|return\w*|head(?:s|ed|ing)?|liv(?:e|es|ed|ing)|li(?:e|es)|lying|lay|based|start\w*|"
    r"beg[aiu]n\w*|end(?:s|ed|ing)?|speak\w*|spoke|meet(?:s|ing)?|met|held|holds?|be)$",
    re.IGNORECASE,
)
_QUESTION_WORDS = 2  # at its start, in which nothing is left out: "In what", "Since when"
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Abridged:
    """A shorter question, and the stems of the content words that it leaves out."""

    text: str
    without: frozenset[str]


def abridged(question: str) -> tuple[Abridged, ...]:
    """Return *question* without the phrases and clauses at its end that set where or when, the shortest first.

    Nothing is left out from a time on: "in May" may be what tells one answer from another.
    """
    rest, without, found = question.rstrip(" ?!."), frozenset[str](), list[Abridged]()
    while opens := _last_opening(rest):
        phrase = rest[opens.end() :]
        stems = frozenset(term.stem for term in terms_of(phrase) if term.is_content)
        if not stems or _TIME.search(phrase):
            break
        if opens["word"].lower() not in _CLAUSES and (
            not _NAMED.match(phrase) or _BOUND.search(rest, 0, opens.start())
        ):
            break
        rest, without = rest[: opens.start()], without | stems
        if not _still_asks(rest):
            break
        found.append(Abridged(f"{rest}?", without))
    return tuple(reversed(found))


def _still_asks(text: str) -> bool:
    """Whether *text* goes on behind its verb: "How many people were" does not without "on the ferry"."""
    words = text.lower().split()
    return (
        len(words) >= _FEWEST_WORDS
        and words[-1] not in AUXILIARIES
        and any(term.is_content for term in terms_of(text))
    )


def _last_opening(text: str) -> re.Match[str] | None:
    last = None
    for opens in _OPENS.finditer(text):
        if len(text[: opens.start()].split()) >= _QUESTION_WORDS:
            last = opens
    return last
