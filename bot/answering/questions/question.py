"""A question, analysed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.answering.terms import Term
from bot.answering.values.kinds import Kind


class Wants(StrEnum):
    """The form of an answer."""

    VALUE = "value"
    SENTENCES = "sentences"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks for.

    ``kinds`` are the kinds of value that would answer it, best first, empty for sentences. ``terms`` are
    its content words without those that only name the kind of answer ("date", "how many"). ``many`` tells
    that several different values may hold at once ("who will he meet"). The rest narrows the answer down:

    about: words for a day that the question itself uses ("when is next week?"), in lower case.
    speaker: stems of the one whose words are asked for.
    of_pronoun: it asks of somebody whom it only calls "he" or "she".
    naming: it asks for the name of something; ``head`` says of what.
    reason: it asks why.
    role: it asks for one end of a period; ``period`` for all of it.
    head: stem of the noun asked for ("which company").
    unit: stem of what is counted.
    dimension: what numbers that answer must measure ("length"); None where any may.
    proposal: the value that a yes/no question holds ("on January 18?").
    otherwise: what to ask where that finds no answer: a proposal's question is then settled by whole sentences, and
        "when" asks for a time of day.
    """

    text: str
    wants: Wants
    kinds: tuple[Kind, ...]
    terms: tuple[Term, ...]
    many: bool = False
    about: str | None = None
    speaker: tuple[str, ...] = ()
    of_pronoun: bool = False
    naming: bool = False
    reason: bool = False
    role: Literal["start", "end"] | None = None
    period: bool = False
    head: str | None = None
    unit: str | None = None
    dimension: str | None = None
    proposal: str | None = None
    otherwise: "Question | None" = None

    @property
    def asks_age(self) -> bool:
        """Whether it asks how old somebody or something is."""
        return self.head == "old"
