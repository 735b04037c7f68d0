"""The two seams of trained reading: spans that answer, and entailment between two texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text, in code points, end exclusive.

    ``margin`` is how far, in log-odds, the words score above "not in this text"; it may be negative.
    """

    start: int
    end: int
    margin: float


class SpanModel(Protocol):
    """Points at the words of a text that answer a question."""

    name: str
    threshold: float  # the margin above which words count as an answer; calibrated, one for everything

    def spans(self, question: str, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """Read *question* against every text.

        Returns:
            For each text its likeliest spans, none overlapping, best first; none for a text without words.

        Raises:
            ReaderModelError: the model failed.
        """
        ...


class Entailment(NamedTuple):
    """How a hypothesis stands to a premise; the three sum to 1."""

    entailed: float
    neutral: float
    contradicted: float


class EntailmentModel(Protocol):
    """Tells whether a hypothesis follows from a premise, contradicts it, or neither."""

    name: str

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge (premise, hypothesis) pairs, in order.

        Raises:
            ReaderModelError: the model failed.
        """
        ...
