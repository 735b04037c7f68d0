"""From scores of starts and ends to spans of text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.reader.model.pairs import PairEncoder, PiecePair
from bot.answering.reader.model.protocol import Span

LONGEST_SPAN = 40  # word pieces; the answers of a news story are names, values and clauses
_KEPT = 6  # spans of one window
_RECONSIDERED = 400  # best pairs of start and end looked at for spans that do not overlap

Place = tuple[int, int]
Scores = NDArray[np.float32]


def read_texts(
    encoder: PairEncoder,
    score: Callable[[Sequence[PiecePair]], Iterable[tuple[Scores, Scores]]],
    question: str,
    texts: Sequence[str],
    places: Sequence[Sequence[Place]] = (),
) -> list[tuple[Span, ...]]:
    """Return the spans of each text, best first, none overlapping, and behind them those at the text's *places*.

    *score* returns each window's scores of starts and ends, in order, both of shape ``(pieces,)``.
    """
    windows = [(n, window) for n, text in enumerate(texts) for window in encoder.windows(question, text)]
    found: list[list[Span]] = [[] for _ in texts]
    given: list[list[Span]] = [[] for _ in texts]
    scores = score([window for _, window in windows])
    for (place, window), (starts, ends) in zip(windows, scores, strict=True):
        found[place] += _trimmed(window_spans(window, starts, ends), texts[place])
        if places:
            given[place] += placed_spans(window, starts, ends, places[place])
    return [(*best_apart(spans), *_best_at(placed)) for spans, placed in zip(found, given, strict=True)]


def window_spans(pair: PiecePair, starts: Scores, ends: Scores) -> list[Span]:
    """Return the best spans of one window, best first, none overlapping.

    A span's margin is its start's and end's score less those of piece 0, which stands for "not here"
    (Devlin et al., 2019). *starts* and *ends* have shape ``(pieces,)``.
    """
    size = len(pair.offsets)
    if not size:
        return []
    null = float(starts[0] + ends[0])
    inside = slice(pair.first, pair.first + size)
    # Row i holds the scores of the spans that begin at piece i, by their length.
    padded = np.append(ends[inside], np.full(LONGEST_SPAN - 1, -np.inf, np.float32))
    scores = (starts[inside, None] + np.lib.stride_tricks.sliding_window_view(padded, LONGEST_SPAN)).ravel()
    count = min(_RECONSIDERED, scores.size)
    best = np.argpartition(-scores, count - 1)[:count]
    spans: list[Span] = []
    for place in best[np.lexsort((best, -scores[best]))]:
        if len(spans) == _KEPT or not np.isfinite(scores[place]):
            break
        first, length = divmod(int(place), LONGEST_SPAN)
        span = Span(pair.offsets[first][0], pair.offsets[first + length][1], float(scores[place]) - null)
        if span.start < span.end and _stands_apart(span, spans):
            spans.append(span)
    return spans


def placed_spans(pair: PiecePair, starts: Scores, ends: Scores, places: Iterable[Place]) -> list[Span]:
    """Return a span for each of *places* that lies whole in one window, with the margin of exactly its words."""
    if not pair.offsets:
        return []
    null = float(starts[0] + ends[0])
    begins, stops = [start for start, _ in pair.offsets], [end for _, end in pair.offsets]
    found = []
    for start, end in places:
        first, last = bisect_right(stops, start), bisect_left(begins, end) - 1
        if begins[0] <= start and end <= stops[-1] and first <= last:
            margin = float(starts[pair.first + first] + ends[pair.first + last]) - null
            found.append(Span(start, end, margin))
    return found


def _best_at(spans: Iterable[Span]) -> list[Span]:
    """Keep the best of the spans of each place, which windows that overlap may both hold."""
    best: dict[Place, Span] = {}
    for span in spans:
        place = (span.start, span.end)
        if place not in best or span.margin > best[place].margin:
            best[place] = span
    return [best[place] for place in sorted(best)]


def best_apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the best of spans from overlapping windows, best first, none overlapping another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.margin, span.start, span.end)):
        if _stands_apart(span, kept):
            kept.append(span)
    return tuple(kept)


def softmax(scores: Scores) -> Sequence[float]:
    """Return the probabilities of *scores*, shape ``(classes,)``."""
    raised = np.exp(scores.astype(np.float64) - scores.max())
    return [float(share) for share in raised / raised.sum()]


def _trimmed(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Take blanks off both ends, which the pieces of some tokenizers hold; of a blank span nothing is left."""
    for span in spans:
        words = text[span.start : span.end]
        start, end = span.end - len(words.lstrip()), span.start + len(words.rstrip())
        if start < end:
            yield Span(start, end, span.margin)


def _stands_apart(span: Span, others: Iterable[Span]) -> bool:
    return all(span.end <= other.start or other.end <= span.start for other in others)


def in_order(spans: Sequence[Span], places: Sequence[Place]) -> tuple[Span, ...]:
    """Put the found spans in order again, best first; those of the *places* follow them as they were, by place.

    Words that were found and are a place, too, stand among both, so that the places' spans are just the last ones that
    rise without a repetition.
    """
    wanted = set(places)
    placed = len(spans)
    while placed and (here := _at(spans[placed - 1])) in wanted:
        if placed < len(spans) and here >= _at(spans[placed]):
            break
        placed -= 1
    found = sorted(spans[:placed], key=lambda span: (-span.margin, span.start, span.end))
    return (*found, *spans[placed:])


def _at(span: Span) -> Place:
    return span.start, span.end
