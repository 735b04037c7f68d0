"""Checks what a span model points at with an entailment model: does the sentence say what the words would answer?

Pointing is easy to be misled: "in 1958" answers any "when" a little. Whether "Nasser resigned in 1958" follows from the
sentence is another question about the same words, and its errors are others.
"""

import math
from collections.abc import Sequence

from bot.answering.questions.declaring import declared
from bot.answering.reader.model.decoding import Place, in_order
from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.protocol import EntailmentModel, Span, SpanModel
from bot.answering.reader.model.rereading import RereadingModel
from index.splitting import sentence_spans

_WEIGHT = 1.0  # of the log-odds of entailment, beside those of the margin
_PROMISING = -2.0  # margin from which words are checked: from -5 on is no better, and twice as much to read
_DOUBT = 0.02  # added to both sides: no verdict is surer than this
_CARRIES_ON = frozenset("he she it they his her their its there then this these that those".split())
_LOOKED_AT = 6  # words of a sentence in which it shows that it goes on about the one before


class VerifyingModel:
    """A `SpanModel` that asks an `EntailmentModel` about what another one points at, and adds both log-odds.

    Words far below "not here" are not asked about, and keep their margins less what the worst verdict takes.
    """

    def __init__(self, spans: SpanModel, entailment: EntailmentModel) -> None:
        self.name = spans.name
        self.threshold = spans.threshold
        self._spans = spans
        self.entailment = entailment

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[Place]] = ()
    ) -> list[tuple[Span, ...]]:
        """Read *question* against every text; see the protocol."""
        found = self._spans.spans(question, texts, places)
        promising = dict.fromkeys(
            (n, span.start, span.end)
            for n, spans in enumerate(found)
            for span in spans
            if span.margin >= _PROMISING
        )
        pairs = {place: _statement(question, texts[place[0]], *place[1:]) for place in promising}
        asked = list(dict.fromkeys(pairs.values()))
        verdicts = self.entailment.relate(asked) if asked else []
        entailed = {pair: verdict.entailed for pair, verdict in zip(asked, verdicts, strict=True)}

        def checked(number: int, span: Span) -> Span:
            pair = pairs.get((number, span.start, span.end))
            evidence = _evidence(0.0 if pair is None else entailed[pair])
            return Span(span.start, span.end, span.margin + evidence)

        given = places or [()] * len(texts)
        return [
            in_order([checked(number, span) for span in spans], wanted)
            for number, (spans, wanted) in enumerate(zip(found, given, strict=True))
        ]


def careful_reader(model: OnnxReaderModel) -> SpanModel:
    """Return what answering asks of a model of Crosscite's own kind, and what its threshold is calibrated with."""
    return VerifyingModel(RereadingModel(model), model)


def _statement(question: str, text: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentence that holds ``text[start:end]``, and what those words answer as a statement."""
    first, last = premise_at(text, start, end)
    return text[first:last], declared(question, text[start:end])


def _evidence(entailed: float) -> float:
    """Return what a verdict adds to a margin."""
    return _WEIGHT * math.log((entailed + _DOUBT) / (1 - entailed + _DOUBT))


def premise_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences that hold ``text[start:end]`` lie, behind the one before where they go on about it."""
    sentences = sentence_spans(text)
    inside = [n for n, (first, last) in enumerate(sentences) if first < end and start < last]
    if not inside:
        return start, end
    first = inside[0]
    words = text[slice(*sentences[first])].lower().replace(",", " ").split()[:_LOOKED_AT]
    if first and _CARRIES_ON & set(words):
        first -= 1
    return sentences[first][0], sentences[inside[-1]][1]
