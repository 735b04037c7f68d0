"""A text that may answer is read again in parts, and both readings count."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.model.protocol import Span, SpanModel
from bot.answering.reader.model.rereading import RereadingModel, close_windows

RAIN = "Rain fell on all of the islands for days, and nobody went out to the boats that lay in the harbour."
OPENED = "The bridge was opened by Ana Diaz, who had come from the town with her sons and the whole council."
TEXT = f"{RAIN} {OPENED} {RAIN} {OPENED.replace('Ana Diaz', 'Bram Holt')}"


class Measurer:
    """Points at two names, with a margin that tells how many words the text has; remembers what it read."""

    name = "measurer"
    threshold = 1.0

    def __init__(self, less: float = 0.0) -> None:
        self.texts: list[str] = []
        self._less = less

    def spans(
        self,
        question: str,  # noqa: ARG002 - the protocol's
        texts: Sequence[str],
        places: Sequence[Sequence[tuple[int, int]]] = (),
    ) -> list[tuple[Span, ...]]:
        """Point at Ana Diaz, then at Bram Holt with half a margin less."""
        self.texts += texts
        asked = places or [()] * len(texts)
        return [
            (*self._found(text), *self._given(text, page)) for text, page in zip(texts, asked, strict=True)
        ]

    def _found(self, text: str) -> list[Span]:
        names = [name for name in ("Ana Diaz", "Bram Holt") if name in text]
        return [Span(text.index(n), text.index(n) + len(n), self._margin(text, n)) for n in names]

    def _given(self, text: str, page: Sequence[tuple[int, int]]) -> list[Span]:
        return [Span(start, end, self._margin(text, text[start:end])) for start, end in sorted(set(page))]

    def _margin(self, text: str, words: str) -> float:
        return len(text.split()) / 10 - (0.5 if words == "Bram Holt" else 0.0) - self._less


def test_the_margin_is_the_mean_of_both_readings() -> None:
    """78 words the first time, and 20 in each of the windows: their mean, then that of both."""
    inner = Measurer()
    model: SpanModel = RereadingModel(inner)
    (spans,) = model.spans("Who opened the bridge?", [TEXT])
    whole, close = len(TEXT.split()) / 10, [len(window.split()) / 10 for window in inner.texts[1:]]
    assert len(set(close)) == 2  # windows of one sentence each, of two lengths
    first, second = len(OPENED.split()) / 10, len(OPENED.split()) / 10 - 0.5
    assert [TEXT[span.start : span.end] for span in spans] == ["Ana Diaz", "Bram Holt"]
    assert [span.margin for span in spans] == pytest.approx([(whole + first) / 2, (whole - 0.5 + second) / 2])
    assert (model.name, model.threshold) == ("measurer", 1.0)


def test_places_follow_what_was_found() -> None:
    """They keep their order behind the found spans, and have the means of their own margins."""
    inner = Measurer()
    place = (TEXT.index("Rain"), TEXT.index("Rain") + 4)
    (spans,) = RereadingModel(inner).spans("Who opened the bridge?", [TEXT], [[place]])
    assert [TEXT[span.start : span.end] for span in spans] == ["Ana Diaz", "Bram Holt", "Rain"]
    assert spans[2].margin == pytest.approx((len(TEXT.split()) + len(RAIN.split())) / 20)


def test_what_hardly_answers_is_read_once() -> None:
    """Nor is a text of a single window, which would be read the same."""
    inner = Measurer(less=14.0)
    assert RereadingModel(inner).spans("Who?", [TEXT]) == Measurer(less=14.0).spans("Who?", [TEXT])
    assert inner.texts == [TEXT]
    short = Measurer()
    assert RereadingModel(short).spans("Who?", [OPENED]) == Measurer().spans("Who?", [OPENED])
    assert short.texts == [OPENED]
    assert RereadingModel(Measurer()).spans("Who?", []) == []


@given(st.lists(st.integers(1, 50), max_size=8))
def test_windows_cover_the_text_and_are_no_longer_than_they_must(lengths: list[int]) -> None:
    """Every sentence lies whole in one; one of several sentences has at most 35 words; none lies in another."""
    sentences = [" ".join(["Word", *["word"] * (length - 1)]) + "." for length in lengths]
    text = " ".join(sentences)
    windows = close_windows(text)
    start = 0
    for sentence in sentences:
        assert any(a <= start and start + len(sentence) <= b for a, b in windows)
        start += len(sentence) + 1
    for a, b in windows:
        assert len(text[a:b].split()) <= 35 or text[a:b] in sentences
        assert not any((a, b) != (c, d) and c <= a and b <= d for c, d in windows)
