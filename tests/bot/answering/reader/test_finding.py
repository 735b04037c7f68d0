"""What being found well is worth to the sentences of a passage."""

import math

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.finding import with_finding
from bot.answering.reader.protocol import Reading, SpanCandidate
from index.articles import number_paragraphs
from index.retrieval.passages import Passage


@pytest.mark.parametrize(
    ("question", "similarity", "rank", "gain"),
    [
        ("Why did the ferry sail?", 0.0, 1, 0.1),
        ("Why did the ferry sail?", 0.5, 1, 0.65),
        ("Why did the ferry sail?", 0.5, 4, 0.65 - 0.37 * math.log(4)),
        ("Which film did they show?", 0.5, 1, -0.55),
        ("Who sailed the ferry?", 0.5, 1, -0.05),
        ("Which company owned the ferry?", 0.5, 1, -0.05),
        ("Where did the ferry sail to?", 0.5, 1, 0.45),
        ("How much did the ferry cost?", 0.5, 1, 0.15),
        ("How many people were on the ferry?", 0.5, 1, 0.15),
        ("When did the ferry sail?", 0.5, 1, 0.55),
        ("When did the ferry sail?", 0.0, 4, -0.37 * math.log(4)),
        ("Did the ferry sail?", 0.75, 4, 0.0),
    ],
)
def test_near_and_well_ranked_passages_score_higher(
    question: str, similarity: float, rank: int, gain: float
) -> None:
    """A near passage that is found first counts for more; the less the form of an answer tells, the more it takes."""
    (paragraph,) = number_paragraphs("a", ["The ferry sailed on Monday."])
    passage = Passage(paragraph, 1.0, rank, similarity)
    spans = (SpanCandidate(passage, 0, 9, 0.5), SpanCandidate(passage, 10, 16, 0.2))
    found = with_finding(Reading(passage, spans, 0.5, 0.3), analyse(question))
    assert [span.text for span in found.spans] == ["The ferry", "sailed"]
    odds = [math.log(span.score / (1 - span.score)) for span in found.spans]
    assert odds == pytest.approx([gain, gain + math.log(0.25)], abs=1e-4)
    assert (found.no_answer, found.closeness) == (0.5, 0.3)
