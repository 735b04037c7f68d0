"""What the way a passage was found says of its sentences, where sentences are asked for.

A question that asks why, how or what somebody said shares few words with what answers it, and a model that points at words
tells less surely there than retrieval does which paragraph is meant.
"""

import math
from dataclasses import replace

from bot.answering.log_odds import log_odds, score_at
from bot.answering.reader.protocol import Reading, SpanCandidate

# Log-odds for each of the cosine of question and paragraph, above the one that says nothing, and for each e-fold in rank.
_NEAR, _EVEN = 4.0, 0.25
_RANKED = 0.5


def with_finding(reading: Reading) -> Reading:
    """Return *reading* with every score raised or lowered by how near and how well ranked its passage is."""
    passage = reading.passage
    gain = _NEAR * (passage.similarity - _EVEN) - _RANKED * math.log(passage.rank)

    def weighed(span: SpanCandidate) -> SpanCandidate:
        return replace(span, score=score_at(log_odds(span.score) + gain))

    return reading.rescored(weighed)
