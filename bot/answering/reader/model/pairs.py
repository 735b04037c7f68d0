"""Two texts as the word pieces that a model reads: windows over a long one, or both cut to fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.embedding.protocol import readable

LONGEST_QUESTION = 64  # word pieces; as in the reference script of SQuAD
# Word pieces of one pass. Nearly every news paragraph fits; attention's cost grows with the square.
LONGEST_WINDOW = 288
_STRIDE = 96  # word pieces that neighbouring windows share: an answer at an edge stands whole in one of them
LONGEST_PAIR = 192
# No word piece of any vocabulary in use is longer on average: cutting first spares the tokenizer.
_CHARACTERS_PER_PIECE = 40


@dataclass(frozen=True, slots=True)
class PiecePair:
    """Word pieces of two texts as one sequence.

    ``offsets`` holds, for every piece of the second text, its span there in code points; ``first`` is the
    place of that text's first piece in ``ids``.
    """

    ids: Sequence[int]
    segments: Sequence[int]
    first: int
    offsets: Sequence[tuple[int, int]]


class PairEncoder:
    """Encodes two texts with a tokenizer of the `tokenizers` library, which it takes over.

    It cuts and joins the pieces itself: the tokenizer's own truncation is one state for all threads, and its
    joining moves the offsets of byte-level pieces a second time. So it is safe to call from several threads.
    """

    def __init__(self, tokenizer: Any, longest: int = LONGEST_WINDOW) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._frame = _Frame(tokenizer.encode("a", "b"))
        self._room = min(longest, LONGEST_WINDOW) - self._frame.size
        self._pair_room = min(longest, LONGEST_PAIR) - self._frame.size

    def windows(self, question: str, text: str) -> list[PiecePair]:
        """Return *text* behind *question*, in overlapping windows if it is long; none for a text without pieces."""
        asked, _ = self._pieces(question[: LONGEST_QUESTION * _CHARACTERS_PER_PIECE])
        asked = asked[: min(LONGEST_QUESTION, self._room // 2)]
        ids, offsets = self._pieces(text)
        room = self._room - len(asked)
        return [
            self._frame.around(asked, ids[start:end], offsets[start:end])
            for start, end in cover(len(ids), room, min(_STRIDE, room // 2))
        ]

    def pair(self, premise: str, hypothesis: str) -> PiecePair:
        """Return both texts, the longer cut where they do not fit."""
        limit = self._pair_room * _CHARACTERS_PER_PIECE
        first, _ = self._pieces(premise[:limit])
        second, offsets = self._pieces(hypothesis[:limit])
        kept = min(len(second), max(self._pair_room // 2, self._pair_room - len(first)))
        return self._frame.around(first[: self._pair_room - kept], second[:kept], offsets[:kept])

    def _pieces(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = self._tokenizer.encode(readable(text), add_special_tokens=False)
        return encoding.ids, encoding.offsets


class _Frame:
    """The marks that a tokenizer sets before, between and after two texts, learnt from one joined pair."""

    def __init__(self, sample: Any) -> None:
        places = [[n for n, text in enumerate(sample.sequence_ids) if text == which] for which in (0, 1)]
        (first, second) = ((found[0], found[-1] + 1) for found in places)
        marks = [(0, first[0]), (first[1], second[0]), (second[1], len(sample.ids))]
        self._ids = [sample.ids[start:end] for start, end in marks]
        self._segments = [sample.type_ids[start:end] for start, end in marks]
        self._text_segments = sample.type_ids[first[0]], sample.type_ids[second[0]]
        self.size = sum(map(len, self._ids))

    def around(self, first: list[int], second: list[int], offsets: list[tuple[int, int]]) -> PiecePair:
        before, between, after = self._ids
        segments_before, segments_between, segments_after = self._segments
        one, other = self._text_segments
        return PiecePair(
            ids=[*before, *first, *between, *second, *after],
            segments=[
                *segments_before,
                *[one] * len(first),
                *segments_between,
                *[other] * len(second),
                *segments_after,
            ],
            first=len(before) + len(first) + len(between),
            offsets=offsets,
        )


def cover(count: int, room: int, shared: int) -> list[tuple[int, int]]:
    """Return (start, end) of windows of at most *room* pieces that cover *count*, in order.

    Neighbours share at least *shared* pieces; the last window is moved back to be full, for its context's sake.
    """
    last = max(count - room, 0)
    starts = range(0, max(count - shared, min(count, 1)), room - shared)
    return [(min(start, last), min(start + room, count)) for start in starts]
