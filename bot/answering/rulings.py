"""What moderators decided, as far as later answers must heed it.

A ruling holds for the question it was made on and for questions that mean the same, as long as the reader and
the paragraphs are what they were: a paragraph's id is a hash of its text, so an edit ends the ruling by itself.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answering.claims import Claim, Claims
from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from index.embedding.protocol import Embedder

_SCALE = 127  # a signed byte holds a component of a unit vector to within half a percent
_SAME_MEANING = 0.9  # cosine; as near: 805 of 824 lightly reworded pairs, 1 of 279 of other questions of one form (0.8: 6)
_STATED = (Kind.DATE, Kind.TIME, Kind.MONEY, Kind.PERCENT, Kind.ORDINAL, Kind.DURATION, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one paragraph; offsets are code points, end exclusive."""

    paragraph_id: str
    start: int
    end: int

    def touches(self, paragraph_id: str, start: int, end: int) -> bool:
        """Whether other words share a character with these."""
        return self.paragraph_id == paragraph_id and self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question means: how it is understood, and its vector as signed bytes."""

    form: str
    vector: bytes

    def is_near(self, other: "Meaning") -> bool:
        """Whether both ask for the same: the same kind of answer, in words that mean much the same."""
        if self.form != other.form or len(self.vector) != len(other.vector):
            return False
        return cosine(self.vector, other.vector) >= _SAME_MEANING


@dataclass(frozen=True, slots=True)
class Choice:
    """What a moderator chose to be quoted: sentences of a paragraph, ``run``, and the words in them that answer."""

    article_id: str
    run: Span
    highlight: Span


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision: quotes to withhold, one to quote, and pairs of quotes that are no disagreement.

    ``reader`` is a fingerprint.
    """

    reader: str
    meaning: Meaning
    withheld: tuple[Span, ...] = ()
    unmarked: tuple[tuple[Span, Span], ...] = ()
    chosen: Choice | None = None


@dataclass(frozen=True, slots=True)
class Heeded:
    """What all rulings on one question come to."""

    withheld: tuple[Span, ...] = ()
    unmarked: tuple[tuple[Span, Span], ...] = ()
    chosen: tuple[Choice, ...] = ()

    def on(self, claims: Claims, added: Sequence[Claim] = ()) -> Claims:
        """Return the claims without those that are withheld, and with those *added* that moderators chose.

        Nothing else takes the place of what is withheld.
        """
        gone = (*self.withheld, *(choice.run for choice in self.chosen))
        kept = (claim for claim in claims.chosen if not any(_touched(span, claim) for span in gone))
        return Claims((*kept, *added), claims.many)

    def compatible(self, first: Claim, second: Claim) -> bool:
        """Whether a moderator decided that two claims are no disagreement."""
        return any(
            (_touched(one, first) and _touched(other, second))
            or (_touched(one, second) and _touched(other, first))
            for one, other in self.unmarked
        )


NOTHING = Heeded()


def heeded(rulings: Sequence[Ruling], reader: str, meaning: Callable[[], Meaning]) -> Heeded:
    """Put together the rulings that hold for a question; *meaning* is only called where there is one to compare."""
    standing = [ruling for ruling in rulings if ruling.reader == reader]
    if not standing:
        return NOTHING
    asked = meaning()
    near = [ruling for ruling in standing if ruling.meaning.is_near(asked)]
    chosen: list[Choice] = []
    for (
        ruling
    ) in near:  # what was chosen may be withheld by a later ruling, and chosen again by one after that
        chosen = [one for one in chosen if not any(_meets(span, one) for span in ruling.withheld)]
        if ruling.chosen is not None and ruling.chosen not in chosen:
            chosen.append(ruling.chosen)
    return Heeded(
        tuple(span for ruling in near for span in ruling.withheld),
        tuple(pair for ruling in near for pair in ruling.unmarked),
        tuple(chosen),
    )


def meaning_of(question: Question, embedder: Embedder) -> Meaning:
    """Return what *question* means.

    Its form is a hash, since a ruling keeps it for good: it must not hold a word of the question.

    Raises:
        EmbeddingError: the embedding model failed.
    """
    form = [
        *(embedder.name, question.wants, question.kinds, question.role),
        *(question.reason, question.period, question.naming, _stated(question.text)),
    ]
    digest = hashlib.sha256(json.dumps(form).encode()).hexdigest()
    return Meaning(digest[:16], packed(embedder.embed([question.text])[0]))


def packed(vector: NDArray[np.float32]) -> bytes:
    """Return a unit vector, shape (dimension,), as signed bytes."""
    return np.rint(vector * _SCALE).astype(np.int8).tobytes()


def cosine(first: bytes, second: bytes) -> float:
    """Return the cosine of two packed vectors of the same dimension."""
    one, other = (np.frombuffer(packed_, np.int8).astype(np.float32) for packed_ in (first, second))
    length = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / length if length else 0.0


def _touched(span: Span, claim: Claim) -> bool:
    return span.touches(claim.span.passage.paragraph.id, claim.span.start, claim.span.end)


def _meets(span: Span, choice: Choice) -> bool:
    return span.touches(choice.highlight.paragraph_id, choice.highlight.start, choice.highlight.end)


def _stated(text: str) -> list[str]:
    """Return the dates and numbers in *text*: "the first count" and "the second" have all but one vector."""
    said = {text[mention.start : mention.end].casefold() for mention in recognise(text, _STATED)}
    said |= {term.word for term in terms_of(text) if any(map(str.isdigit, term.word))}
    return sorted(said)
