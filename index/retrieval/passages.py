"""What retrieval returns."""

from dataclasses import dataclass

from index.articles import Paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that may answer; ``rank`` counts from 1, ``score`` only orders passages of one search."""

    paragraph: Paragraph
    score: float
    rank: int
