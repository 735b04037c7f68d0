"""Reads what may answer a second time, close up: words and "not here" weigh otherwise without the rest of the text."""

from collections.abc import Sequence

from bot.answering.reader.model.decoding import Place, in_order
from bot.answering.reader.model.protocol import Span, SpanModel
from index.splitting import sentence_spans

_CLOSE = 35  # words of the sentences that are read together the second time
_PROMISING = -4.0  # margin from which a text is read again


class RereadingModel:
    """A `SpanModel` that asks another one of a whole text, then of its sentences, and takes the mean of both margins.

    Sentences are read as many together as have at most 35 words, in windows that overlap; a text whose best span is
    far below "not here" is read once. Measured on SQuAD 2.0 dev this gives 1.5 F1.
    """

    def __init__(self, model: SpanModel) -> None:
        self.model = model
        self.name = model.name
        self.threshold = model.threshold

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[Place]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read *question* against every text; see the protocol."""
        found = self.model.spans(question, texts, places)
        windows = [
            (number, start, end)
            for number, (text, spans) in enumerate(zip(texts, found, strict=True))
            if spans and max(span.margin for span in spans) >= _PROMISING
            for start, end in close_windows(text)
        ]
        if not windows:
            return found
        inside = [
            sorted({(s.start - a, s.end - a) for s in found[number] if a <= s.start and s.end <= b})
            for number, a, b in windows
        ]
        again = self.model.spans(question, [texts[number][a:b] for number, a, b in windows], inside)
        margins: dict[tuple[int, int, int], list[float]] = {}
        for (number, start, _), asked, spans in zip(windows, inside, again, strict=True):
            read = {(span.start, span.end): span.margin for span in spans}
            for place in asked:
                if place in read:
                    margins.setdefault((number, place[0] + start, place[1] + start), []).append(read[place])
        return [
            in_order([_together(span, margins.get((n, span.start, span.end), ())) for span in spans], given)
            for n, (spans, given) in enumerate(zip(found, places or [()] * len(texts), strict=True))
        ]


def close_windows(text: str) -> list[tuple[int, int]]:
    """Return the start and end of every run of sentences to be read together; none for a text that is one run.

    A run begins at each sentence, and takes in those after it up to 35 words; one that lies in another is left out.
    """
    sentences = sentence_spans(text)
    runs: list[tuple[int, int]] = []
    for first, (start, end) in enumerate(sentences):
        last = end
        for _, further in sentences[first + 1 :]:
            if len(text[start:further].split()) > _CLOSE:
                break
            last = further
        if not runs or last > runs[-1][1]:
            runs.append((start, last))
    return runs if len(runs) > 1 else []


def _together(span: Span, close: Sequence[float]) -> Span:
    if not close:
        return span
    return Span(span.start, span.end, (span.margin + sum(close) / len(close)) / 2)
