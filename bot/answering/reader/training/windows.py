"""Shortening a context to a window of whole sentences, as long as a news paragraph.

Training time is linear in tokens, and answering reads paragraphs of 20 to 120 words, so most contexts are cut.
An unanswerable question keeps the sentences that speak of its words: any others would be too easy to refuse.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

from index.splitting import sentence_spans

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of *text* in lower case."""
    return _WORD.findall(text.lower())


def window_around(context: str, anchor: tuple[int, int], budget: int, chance: Random) -> tuple[int, int]:
    """Return (start, end) of whole sentences around *anchor* that hold about *budget* words at most.

    Sentences are added at random on either side, so that answers stand anywhere in their windows. The
    anchor's own sentences are always kept, however long they are.
    """
    spans, counts = _sentences(context)
    inside = [i for i, (start, end) in enumerate(spans) if start < anchor[1] and end > anchor[0]]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    total = sum(counts[first : last + 1])
    left_open, right_open = True, True
    while left_open or right_open:
        if left_open and (not right_open or chance.random() < 0.5):
            left_open = first > 0 and total + counts[first - 1] <= budget
            if left_open:
                first -= 1
                total += counts[first]
        else:
            right_open = last + 1 < len(spans) and total + counts[last + 1] <= budget
            if right_open:
                last += 1
                total += counts[last]
    return spans[first][0], spans[last][1]


def closest_sentence(context: str, question: str, weights: Mapping[str, float]) -> tuple[int, int]:
    """Return the span of the sentence that shares most with *question*, each word at its weight."""
    wanted = set(words_of(question))
    spans, _ = _sentences(context)
    return max(
        spans,
        key=lambda span: sum(
            weights.get(word, 0.0) for word in wanted & set(words_of(context[slice(*span)]))
        ),
    )


@lru_cache(maxsize=60_000)
def _sentences(context: str) -> tuple[Sequence[tuple[int, int]], Sequence[int]]:
    spans = list(sentence_spans(context)) or [(0, len(context))]
    return spans, [len(context[start:end].split()) for start, end in spans]
