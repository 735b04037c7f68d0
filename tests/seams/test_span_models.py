"""The contract of every `SpanModel`, over the shipped one and published ones of two families."""

import math
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import pytest

from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.protocol import Span, SpanModel
from bot.answering.reader.model.published import PublishedSpanModel
from tests.tiny_models import BERT_READER, ROBERTA_READER
from tests.tiny_tokenizers import POINTED_AT

FILLER = "The council met in the old town hall and spoke for hours about the trees of the park. "


@dataclass(frozen=True)
class Known:
    """A model, and a question whose answer in a sentence it is known to find."""

    model: SpanModel
    question: str
    sentence: str
    answer: str


def _shipped(_: pytest.FixtureRequest) -> Known:
    sentence = "The bridge will be opened again on March 9."
    return Known(OnnxReaderModel(), "When will the bridge be opened again?", sentence, "March 9")


def _published(name: str) -> Callable[[pytest.FixtureRequest], Known]:
    def opened(request: pytest.FixtureRequest) -> Known:
        folder = request.getfixturevalue("tiny_models") / name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the libraries below, at import
            model = PublishedSpanModel(str(folder), threads=1)
        return Known(
            model, "From which platform?", f"The train leaves from platform {POINTED_AT}.", POINTED_AT
        )

    return opened


# One line per implementation.
IMPLEMENTATIONS: dict[str, Callable[[pytest.FixtureRequest], Known]] = {
    "onnx": _shipped,
    "published, as BERT": _published(BERT_READER),
    "published, as RoBERTa": _published(ROBERTA_READER),
}


@pytest.fixture(scope="module", params=IMPLEMENTATIONS)
def known(request: pytest.FixtureRequest) -> Known:
    """Each implementation in turn, loaded once."""
    return IMPLEMENTATIONS[request.param](request)


def best_words(known: Known, text: str) -> str:
    (spans,) = known.model.spans(known.question, [text])
    return text[spans[0].start : spans[0].end]


def assert_sound(text: str, spans: tuple[Span, ...]) -> None:
    assert all(0 <= span.start < span.end <= len(text) and math.isfinite(span.margin) for span in spans)
    assert [span.margin for span in spans] == sorted((span.margin for span in spans), reverse=True)
    in_order = sorted(spans, key=lambda span: span.start)
    assert all(before.end <= after.start for before, after in pairwise(in_order))


def test_it_points_at_the_answer(known: Known) -> None:
    """The best span is on the words that answer, and above those of a text that does not hold them."""
    found, elsewhere = known.model.spans(known.question, [FILLER + known.sentence, FILLER])
    text = FILLER + known.sentence
    assert known.answer in text[found[0].start : found[0].end]
    assert found[0].start >= len(FILLER)
    assert found[0].margin > elsewhere[0].margin


def test_spans_are_sound(known: Known) -> None:
    """Spans lie inside their text, do not overlap and come best first, also where windows overlap."""
    for text in (known.sentence, FILLER + known.sentence, (FILLER + known.sentence) * 12, "!", "a b"):
        (spans,) = known.model.spans(known.question, [text])
        assert spans
        assert_sound(text, spans)


def test_a_place_has_the_margin_of_exactly_its_words(known: Known) -> None:
    """Words that the model points at by itself have the same margin when they are asked for."""
    text = FILLER + known.sentence
    (spans,) = known.model.spans(known.question, [text])
    places = sorted((span.start, span.end) for span in spans)
    (both,) = known.model.spans(known.question, [text], [places[::-1]])
    assert both[: len(spans)] == spans
    placed = both[len(spans) :]
    assert [(span.start, span.end) for span in placed] == places
    assert {(span.start, span.end): span.margin for span in placed} == {
        (span.start, span.end): span.margin for span in spans
    }


def test_unlikely_words_have_a_margin_of_their_own(known: Known) -> None:
    """A place is scored however unlikely it is, also where it overlaps a free span, once and in order."""
    text = FILLER + known.sentence
    start = text.index("town")
    places = [(start, start + 9), (0, 3), (start, start + 9), (0, 11)]
    (free,) = known.model.spans(known.question, [text])
    (both,) = known.model.spans(known.question, [text], [places])
    placed = both[len(free) :]
    assert [(span.start, span.end) for span in placed] == [(0, 3), (0, 11), (start, start + 9)]
    assert all(math.isfinite(span.margin) and span.margin < free[0].margin for span in placed)


def test_a_place_that_no_window_holds_whole_is_left_out(known: Known) -> None:
    """Of a long text the model reads windows: what is longer than any has no margin, what any holds has one."""
    text = FILLER * 40 + known.sentence
    end = text.rindex(known.answer) + len(known.answer)
    answer = (end - len(known.answer), end)
    places = [[(0, len(text)), answer, (len(text), len(text) + 4)], [(0, 4)], []]
    first, second, third = known.model.spans(known.question, [text, "", known.sentence], places)
    assert (first[-1].start, first[-1].end) == answer
    assert first[0].margin >= first[-1].margin > known.model.spans(known.question, [FILLER])[0][0].margin
    assert (first[:-1], second, third) == tuple(known.model.spans(known.question, [text, "", known.sentence]))


def test_nothing_to_read_has_no_spans(known: Known) -> None:
    """A text without words has no spans, and no texts give none."""
    assert known.model.spans(known.question, ["", known.sentence, " \n\t"])[::2] == [(), ()]
    assert known.model.spans(known.question, []) == []


def test_it_says_the_same_twice(known: Known) -> None:
    """The same question and texts give the same spans, to the last digit."""
    texts = [FILLER + known.sentence, known.sentence, FILLER]
    assert known.model.spans(known.question, texts) == known.model.spans(known.question, texts)


def test_neighbours_do_not_matter(known: Known) -> None:
    """What a text's spans score does not depend on the texts that are read along with it, nor on their order."""
    texts = [known.sentence, FILLER * 10, "", FILLER + known.sentence, "short"]
    together = known.model.spans(known.question, texts)
    assert together == [known.model.spans(known.question, [text])[0] for text in texts]
    assert together == known.model.spans(known.question, texts[::-1])[::-1]


def test_a_long_text_is_read_to_its_end(known: Known) -> None:
    """An answer behind 2,000 words is found as one in front of them is."""
    filler = FILLER * (2_000 // len(FILLER.split()) + 1)
    assert len(filler.split()) >= 2_000
    text = filler + known.sentence
    (spans,) = known.model.spans(known.question, [text])
    assert spans[0].start >= len(filler)
    assert known.answer in text[spans[0].start : spans[0].end]
    assert_sound(text, spans)


def test_a_long_question_does_no_harm(known: Known) -> None:
    """Only a question's beginning is read, so that there is room for the text."""
    long = f"{known.question} {FILLER * 50}"
    (spans,) = known.model.spans(long, [known.sentence])
    assert_sound(known.sentence, spans)
    assert (spans,) == tuple(known.model.spans(long + "and more", [known.sentence]))
    assert known.model.spans("x" * 10_000, [known.sentence])[0]
    assert known.model.spans("", [known.sentence])[0]


@pytest.mark.parametrize(
    "odd", ["🙂🙂 ", "\0\0 ", "会談は一月 ", "שלום עולם ", "e\u0301\u200b\u202e ", "\ud800 ", "ﬁ ½ "]
)
def test_odd_characters_do_no_harm(known: Known, odd: str) -> None:
    """Offsets count code points, whatever stands before the answer; a lone surrogate is one too."""
    text = odd + known.sentence
    assert known.answer in best_words(known, text)
    (spans,) = known.model.spans(known.question, [odd * 300])
    assert_sound(odd * 300, spans)
    assert_sound(known.sentence, known.model.spans(odd * 300, [known.sentence])[0])


def test_it_can_be_asked_from_several_threads(known: Known) -> None:
    """Questions at the same time, long and short, get the answers that they get one after another."""
    asked = [(known.question * n, FILLER * (9 - n) + known.sentence) for n in range(1, 9)]
    alone = [known.model.spans(question, [text]) for question, text in asked]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda one: known.model.spans(one[0], [one[1]]), asked)) == alone
