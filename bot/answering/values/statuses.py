"""Whether words say that something happened, is planned, may be, was put off, was called off, did not, or is denied."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.answering.values.fits import Comparison, Fit


class Status(StrEnum):
    """What words say of an event."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    PUT_OFF = "put off"
    CALLED_OFF = "called off"
    NOT = "not"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Polarity:
    """A status, and the answer that it gives to whether the event is so: yes, no, or None for neither."""

    status: Status

    @property
    def answer(self) -> str | None:
        """Yes for what happened or will, no for what did not, will not or is denied."""
        if self.status in (Status.HAPPENED, Status.PLANNED):
            return "yes"
        return "no" if self.status in _NO else None


_NO = frozenset({Status.CALLED_OFF, Status.NOT, Status.DENIED})
# In this order: a denial of a plan is a denial, a plan that was called off is off.
_BE = r"(?:is|are|was|were)"
_SIGNS = {
    Status.DENIED: (
        r"den(?:y|ies|ied|ying)"
        r"|(?:reject|dismiss|refut|disput)(?:s|es|ed|ing)?[ ](?:the[ ]|any[ ]|these[ ]|those[ ])?"
        r"(?:claims?|reports?|allegations?|accusations?|charges?|suggestions?|rumou?rs?)"
        rf"|{_BE}[ ](?:un|not[ ])true|{_BE}[ ]false|no[ ]such(?=[ ])"
    ),
    Status.CALLED_OFF: (
        r"cancel(?:s|led|ed|ling|ing)?|call(?:s|ed|ing)[ ](?:it[ ])?off|scrap(?:s|ped|ping)"
        r"|abandon(?:s|ed|ing)?|shelv(?:es|ed|ing)"
    ),
    Status.NOT: (
        r"not|never|no[ ]longer|cannot|neither|nobody|no[ ]one|without|unable[ ]to|\w+n['’]t|rul(?:es|ed|ing)[ ]out"
        r"|fail(?:s|ed|ing)?[ ]to|refus(?:es|ed|ing)[ ]to|declin(?:es|ed|ing)[ ]to"
    ),
    Status.PUT_OFF: (
        r"postpon(?:es|ed|ing)|delay(?:s|ed|ing)|put[ ](?:it[ ])?off|reschedul(?:es|ed|ing)|suspend(?:s|ed|ing)"
    ),
    Status.POSSIBLE: (  # small letters: not the month
        r"(?-i:may)|might|could|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|possibl[ey]|perhaps|propos(?:es|ed|ing)"
    ),
    Status.PLANNED: (
        rf"will|would|shall|plan(?:s|ned|ning)|intend(?:s|ed)?|{_BE}[ ](?:to|due|set|scheduled|expected|going[ ]to)"
        r"|(?:due|set|scheduled|expected|slated)[ ](?:to|for|on|in)|upcoming|ahead[ ]of"
    ),
    Status.HAPPENED: (
        r"confirm(?:s|ed|ing)?|did|(?:has|have|had)[ ](?!not)\w+(?:ed|en|n|t)|took[ ]place|happened|occurred|held|met"
        r"|went|came|began|left|won|lost|signed|arrived|\w{3,20}ed"
    ),
}
_ORDER = tuple(_SIGNS)
_ANSWER = re.compile(r"[\s“\"'(]{0,4}(?P<answer>yes|no)(?=[\s,.!;:”\"')]|$)", re.IGNORECASE)
# What two statuses, in either order, are to each other; all others say nothing against each other.
_APART = frozenset(
    frozenset(pair)
    for pair in (
        (Status.HAPPENED, Status.NOT),
        (Status.HAPPENED, Status.DENIED),
        (Status.HAPPENED, Status.CALLED_OFF),
        (Status.PLANNED, Status.NOT),
        (Status.PLANNED, Status.DENIED),
        (Status.PLANNED, Status.CALLED_OFF),
    )
)
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        (Status.HAPPENED, Status.PLANNED),
        (Status.NOT, Status.DENIED),
        (Status.NOT, Status.CALLED_OFF),
    )
)


def polarity_of(text: str, start: int, end: int) -> Polarity | None:
    """Return what the words from *start* to *end* say; None if they say neither yes nor no nor what became of it."""
    answer = _ANSWER.match(text, start, end)
    if answer:
        return Polarity(Status.HAPPENED if answer["answer"].lower() == "yes" else Status.NOT)
    found = {Status[str(match.lastgroup)] for match in _sign().finditer(text, start, end)}
    return Polarity(min(found, key=_ORDER.index)) if found else None


@cache  # few questions ask for yes or no
def _sign() -> re.Pattern[str]:
    signs = "|".join(f"(?P<{status.name}>{_SIGNS[status]})" for status in _ORDER)
    return re.compile(rf"(?<![\w-])(?:{signs})(?![\w-])", re.IGNORECASE)


def compare_polarity(first: Polarity, second: Polarity) -> Comparison:
    """Compare what two sources say of one event: a plan may come true, but not of what is called off or denied."""
    if first.status is second.status:
        return Comparison(Fit.SAME, "answer", "the same answer")
    pair = frozenset({first.status, second.status})
    if pair in _APART:
        return Comparison(Fit.DIFFERENT, "answer", "one says yes, the other no")
    if pair in _TOGETHER:
        return Comparison(Fit.FINER, "answer", "one says less of what became of it")
    return Comparison(Fit.UNRELATED, "answer", "both can hold, one before the other")
