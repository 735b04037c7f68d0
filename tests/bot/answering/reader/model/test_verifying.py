"""What a model points at is asked about again, as a statement of its own sentence."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.model.protocol import Entailment, SpanModel
from bot.answering.reader.model.verifying import VerifyingModel, premise_at
from tests.bot.answering.reader.scripted_models import Judge, Pointer

BUILT = "The bridge was opened in 1958."
TEXT = f"{BUILT} In 1961 it was closed for a year."
QUESTION = "When was the bridge opened?"
SAID = (BUILT, "the bridge was opened in 1958")
DENIED = (TEXT, "the bridge was opened in 1961")
SURE, NOT_AT_ALL = math.log(1.02 / 0.02), math.log(0.02 / 1.02)


def _model(margins: dict[str, float]) -> tuple[SpanModel, Judge]:
    judge = Judge(exceptions={SAID: Entailment(1.0, 0.0, 0.0), DENIED: Entailment(0.0, 0.0, 1.0)})
    return VerifyingModel(Pointer(margins), judge), judge


def test_what_the_sentence_says_rises_above_what_it_does_not() -> None:
    """The wrong year had the higher margin; its statement does not follow from its sentence and the one before."""
    model, judge = _model({"1961": 3.0, "1958": 2.0})
    (spans,) = model.spans(QUESTION, [TEXT])
    assert [TEXT[span.start : span.end] for span in spans] == ["1958", "1961"]
    assert [span.margin for span in spans] == pytest.approx([2 + SURE, 3 + NOT_AT_ALL])
    assert set(judge.pairs) == {SAID, DENIED}
    assert (model.name, model.threshold) == ("pointer", 3.85)


def test_unlikely_words_are_not_asked_about() -> None:
    """They lose what the worst verdict takes, so that none of them passes what was asked about."""
    model, judge = _model({"1958": -2.0, "1961": -2.1})
    (spans,) = model.spans(QUESTION, [TEXT])
    assert judge.pairs == [SAID]
    assert [span.margin for span in spans] == pytest.approx([-2 + SURE, -2.1 + NOT_AT_ALL])


def test_words_asked_for_keep_their_place_behind_the_others() -> None:
    """What the model points at comes first, best first, then the places in order, each with its own verdict."""
    model, judge = _model({"1961": 3.0, "1958": 2.0})
    places = [(TEXT.index(year), TEXT.index(year) + 4) for year in ("1958", "1961")]
    (spans,) = model.spans(QUESTION, [TEXT], [places])
    assert [TEXT[span.start : span.end] for span in spans] == ["1958", "1961", "1958", "1961"]
    assert len(judge.pairs) == 2  # each statement once


def test_nothing_found_is_nothing_to_ask() -> None:
    """A text without words that may answer costs no question."""
    model, judge = _model({})
    assert model.spans(QUESTION, [TEXT, ""]) == [(), ()]
    assert judge.pairs == []


@pytest.mark.parametrize(
    ("words", "premise"),
    [
        ("1958", BUILT),
        ("1961", TEXT),
        ("opened in 1958. In 1961", TEXT),
        ("Fog", "Fog lay on the river."),
    ],
)
def test_a_sentence_that_goes_on_stands_behind_the_one_before(words: str, premise: str) -> None:
    """Nobody knows what "it" is from the sentence alone; a sentence with a subject of its own stands alone."""
    text = f"{TEXT} Fog lay on the river."
    start = text.index(words)
    assert text[slice(*premise_at(text, start, start + len(words)))] == premise


@given(st.text("Aa. "), st.integers(0, 40), st.integers(0, 40))
def test_a_premise_holds_the_words(text: str, one: int, other: int) -> None:
    """Wherever words stand, what is asked about holds them but for blanks."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = premise_at(text, start, end)
    assert text[start:end].strip() in text[first:last]
