"""What retrieval returns."""

from dataclasses import dataclass

from index.articles import Paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that may answer; ``rank`` counts from 1, ``score`` only orders passages of one search.

    ``similarity`` is the cosine of its vector and the question's, 0 for what no search found.
    """

    paragraph: Paragraph
    score: float
    rank: int
    similarity: float = 0.0
