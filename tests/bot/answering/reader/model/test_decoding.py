"""From scores to spans, held against trying every start with every end."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.answering.reader.model.decoding import (
    LONGEST_SPAN,
    best_apart,
    placed_spans,
    read_texts,
    softmax,
    window_spans,
)
from bot.answering.reader.model.pairs import PairEncoder, PiecePair
from bot.answering.reader.model.protocol import Span
from tests.tiny_tokenizers import byte_pairs

_SPANS_OF_A_WINDOW = 6
_BEFORE = 3  # pieces of the question and marks

scores = st.integers(-20, 20).map(lambda number: number / 2)
spans = st.builds(lambda start, length, margin: Span(start, start + length, margin), *[st.integers(1, 9)] * 3)


def window(widths: Sequence[int]) -> PiecePair:
    """Return pieces that follow each other; some are of no width, as a mark that a tokenizer adds is."""
    ends = np.cumsum(widths).tolist()
    offsets = [(end - width, end) for end, width in zip(ends, widths, strict=True)]
    count = _BEFORE + len(widths) + 1
    return PiecePair([0] * count, [0] * count, _BEFORE, offsets)


def in_window(inside: Sequence[float], null: float) -> NDArray[np.float32]:
    # Pieces outside the text score highest: none of them may count.
    return np.array([null, 99, 99, *inside, 99], np.float32)


def brute_force(
    pair: PiecePair, starts: Sequence[float], ends: Sequence[float], null: float
) -> list[tuple[int, int, float]]:
    every = sorted(
        (-(starts[first] + ends[last]), first, last)
        for first in range(len(starts))
        for last in range(first, len(ends))
    )
    kept: list[tuple[int, int, float]] = []
    for score, first, last in every:
        start, end = pair.offsets[first][0], pair.offsets[last][1]
        if start < end and all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, -score - null))
    return kept[:_SPANS_OF_A_WINDOW]


@given(st.lists(st.tuples(scores, scores, st.integers(0, 3)), max_size=27), scores, scores)
def test_the_best_spans_are_those_of_trying_all(
    pieces: list[tuple[float, float, int]], null_start: float, null_end: float
) -> None:
    """The spans are the best of all pairs of a start and an end behind it that do not overlap a better one."""
    starts, ends, widths = ([piece[part] for piece in pieces] for part in range(3))
    pair = window([int(width) for width in widths])
    found = window_spans(pair, in_window(starts, null_start), in_window(ends, null_end))
    expected = brute_force(pair, starts, ends, null_start + null_end)
    assert [(span.start, span.end, span.margin) for span in found] == expected


def test_no_span_is_longer_than_the_longest() -> None:
    """An end far behind its start makes no span with it, however well both score."""
    starts, ends = [0.0] * 100, [0.0] * 100
    starts[5], ends[5 + LONGEST_SPAN] = 9.0, 9.0
    pair = window([1] * 100)
    (best, *_) = window_spans(pair, in_window(starts, 0), in_window(ends, 0))
    assert best == Span(5, 6, 9.0)
    ends[4 + LONGEST_SPAN] = 8.0
    (best, *_) = window_spans(pair, in_window(starts, 0), in_window(ends, 0))
    assert best == Span(5, 5 + LONGEST_SPAN, 17.0)


@given(st.lists(spans, max_size=12))
def test_of_overlapping_windows_the_better_span_stays(found: list[Span]) -> None:
    """Each span that is dropped overlaps a kept one that is at least as good; the order given is no matter."""
    kept = best_apart(found)
    assert kept == best_apart(found[::-1])
    for span in found:
        rivals = [other for other in kept if other.start < span.end and span.start < other.end]
        assert max(other.margin for other in rivals) >= span.margin
    assert all(
        one is other or one.end <= other.start or other.end <= one.start for one in kept for other in kept
    )


def test_blanks_are_no_words() -> None:
    """A span loses the blanks at its ends, and a blank one is none."""
    text = "so  \n 7 \t"

    def everywhere(pairs: Sequence[PiecePair]) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        (pair,) = pairs
        ends = np.zeros(len(pair.ids), np.float32)
        ends[pair.first + len(pair.offsets) - 1] = 1
        return [(np.zeros(len(pair.ids), np.float32), ends)]

    (found,) = read_texts(PairEncoder(byte_pairs()), everywhere, "?", [text])
    assert (text[found[0].start : found[0].end], found[0].margin) == (text.strip(), 1.0)
    assert read_texts(PairEncoder(byte_pairs()), everywhere, "?", [" \n\t "]) == [()]


@given(st.lists(st.tuples(scores, scores, st.integers(0, 3)), min_size=1, max_size=12), st.data())
def test_a_place_scores_as_a_span_of_the_same_words_would(
    pieces: list[tuple[float, float, int]], data: st.DataObject
) -> None:
    """From the piece that holds its first character to the piece that holds its last, less "not here"."""
    starts, ends, widths = ([piece[part] for piece in pieces] for part in range(3))
    pair = window([int(width) for width in widths])
    size = pair.offsets[-1][1]
    start = data.draw(st.integers(0, size + 1))
    end = data.draw(st.integers(start + 1, size + 2))
    held = [
        n for n, (first, last) in enumerate(pair.offsets) if first < last and first < end and start < last
    ]
    expected = [Span(start, end, starts[held[0]] + ends[held[-1]] - 7)] if end <= size else []
    assert placed_spans(pair, in_window(starts, 3), in_window(ends, 4), [(start, end)]) == expected


def test_a_place_outside_its_window_is_left_out() -> None:
    """A window says nothing of words that it does not hold whole."""
    pair = PiecePair([0] * 6, [0] * 6, _BEFORE, [(10, 12), (12, 15)])
    starts, ends = in_window([1, 2], 0), in_window([4, 8], 0)
    places = [(9, 12), (10, 12), (10, 15), (11, 13), (12, 16), (0, 5), (20, 25)]
    assert placed_spans(pair, starts, ends, places) == [
        Span(10, 12, 5.0),
        Span(10, 15, 9.0),
        Span(11, 13, 9.0),
    ]
    assert placed_spans(PiecePair([0] * 4, [0] * 4, _BEFORE, []), starts, ends, [(0, 1)]) == []


def test_places_come_behind_the_free_spans_in_order_and_once() -> None:
    """Of windows that overlap the better margin counts; each text has its own places, and none without any."""
    text = "7" * 400

    def rising(pairs: Sequence[PiecePair]) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        found = []
        for number, pair in enumerate(pairs):
            inside = np.full(len(pair.ids), number, np.float32)
            inside[0] = 0
            found.append((inside, inside))
        return found

    encoder = PairEncoder(byte_pairs())
    windows = encoder.windows("?", text)
    shared = windows[1].offsets[0][0]
    assert len(windows) == 2
    assert 0 < shared < windows[0].offsets[-1][1]
    places = [[(399, 400), (shared, shared + 2), (0, 2), (shared, shared + 2), (0, 400)], []]
    read, other = read_texts(encoder, rising, "?", [text, "8 7"], places)
    assert read[-3:] == (Span(0, 2, 0.0), Span(shared, shared + 2, 2.0), Span(399, 400, 2.0))
    free, unplaced = read_texts(encoder, rising, "?", [text, "8 7"])
    assert read[:-3] == free
    assert other == unplaced


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=5))
def test_softmax(found: list[float]) -> None:
    """Shares sum to 1, and the logarithm of two shares' ratio is the difference of their scores."""
    shares = softmax(np.array(found, np.float32))
    assert abs(sum(shares) - 1) < 1e-12
    assert np.allclose(np.log(shares) - np.log(shares[0]), np.array(found) - found[0], atol=1e-6)
