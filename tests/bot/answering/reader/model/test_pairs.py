"""Windows over a text: nothing is left out, and the pieces are the tokenizer's own."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.answering.reader.model.pairs import (
    LONGEST_PAIR,
    LONGEST_QUESTION,
    LONGEST_WINDOW,
    PairEncoder,
    cover,
)
from tests.tiny_tokenizers import byte_pairs, word_pieces

ENCODERS = {"as BERT": PairEncoder(word_pieces()), "as RoBERTa": PairEncoder(byte_pairs())}
TOKENIZERS: dict[str, Any] = {"as BERT": word_pieces(), "as RoBERTa": byte_pairs()}
kinds = st.sampled_from(sorted(ENCODERS))
texts = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("the train 7. \n\u0301🙂\0漢ש")), max_size=60
)


@given(st.data())
def test_windows_cover_everything(data: st.DataObject) -> None:
    """Every piece is in a window, none is empty or too long, and neighbours share what they should."""
    count, room = data.draw(st.integers(0, 300)), data.draw(st.integers(1, 60))
    shared = data.draw(st.integers(0, room // 2))
    windows = cover(count, room, shared)
    assert sorted({place for start, end in windows for place in range(start, end)}) == list(range(count))
    assert all(0 < end - start <= room for start, end in windows)
    assert all(after[0] > before[0] and before[1] - after[0] >= shared for before, after in pairwise(windows))
    assert len(windows) == (count > 0) or all(end - start == room for start, end in windows)


@given(kinds, texts, texts)
def test_short_texts_are_joined_as_the_tokenizer_joins_them(kind: str, question: str, text: str) -> None:
    """Ids, segments and offsets of one window are those that the tokenizer gives both texts together."""
    assume(len(TOKENIZERS[kind].encode(question, add_special_tokens=False).ids) <= LONGEST_QUESTION)
    joined = TOKENIZERS[kind].encode(question, text)
    assume(len(joined.ids) <= LONGEST_PAIR)
    own = [place for place, which in enumerate(joined.sequence_ids) if which == 1]
    windows = ENCODERS[kind].windows(question, text)
    assert len(windows) == (len(own) > 0)
    for window in windows:
        assert (window.ids, window.segments) == (joined.ids, joined.type_ids)
        assert window.first == own[0]
        assert window.offsets == [joined.offsets[place] for place in own]
    pair = ENCODERS[kind].pair(question, text)
    assert (pair.ids, pair.segments) == (joined.ids, joined.type_ids)


@given(kinds, texts, st.integers(1, 40), st.integers(0, 400))
def test_a_long_text_is_cut_into_all_its_pieces(kind: str, text: str, times: int, words: int) -> None:
    """Side by side, the windows hold every piece of the text at its own place, and each fits the model."""
    long, question = text * times, "train " * words
    whole = TOKENIZERS[kind].encode(long, add_special_tokens=False)
    pieces = dict.fromkeys(zip(whole.offsets, whole.ids, strict=True))
    found = dict.fromkeys(
        piece
        for window in ENCODERS[kind].windows(question, long)
        for piece in zip(window.offsets, window.ids[window.first :], strict=False)
    )
    assert found == pieces
    for window in ENCODERS[kind].windows(question, long):
        assert len(window.ids) == len(window.segments) <= LONGEST_WINDOW
        assert window.first <= LONGEST_QUESTION + 3


@pytest.mark.parametrize("kind", ENCODERS)
def test_offsets_are_code_points(kind: str) -> None:
    """An emoji and a lone surrogate are one code point each."""
    text = "🙂\ud800 7"
    (window,) = ENCODERS[kind].windows("?", text)
    start, end = window.offsets[-1]
    assert text[start:end] == "7"


@pytest.mark.parametrize("kind", ENCODERS)
def test_of_a_pair_the_longer_text_is_cut(kind: str) -> None:
    """Both texts together fit; the shorter one stays whole, and two long ones are cut to the same length."""
    encoder, short, long = ENCODERS[kind], "the train", "7 " * 500
    (alone,) = encoder.windows("", short)
    second = encoder.pair(long, short)
    assert list(second.ids[second.first :]) == list(alone.ids[alone.first :])
    first = encoder.pair(short, long)
    asked = len(alone.offsets)
    both = encoder.pair(long, long)
    assert len(first.ids) == len(second.ids) == len(both.ids) == 192
    marks = len(alone.ids) - asked
    assert len(first.offsets) == 192 - marks - asked
    assert len(both.offsets) == (192 - marks) // 2
