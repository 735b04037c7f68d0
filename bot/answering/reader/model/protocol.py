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

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read *question* against every text.

        Args:
            question: as it was asked.
            texts: of any length.
            places: for each text, words (start, end) whose own margin is wanted however unlikely they are.

        Returns:
            For each text its likeliest spans, none overlapping, best first; none for a text without words.
            Behind them, in order, one for each of its places that the model could read in one piece.

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
