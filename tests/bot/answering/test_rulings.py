"""Rulings: which words they touch, which questions they hold for, and what they come to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.answering.claims import Claim, Claims
from bot.answering.questions.analysis import analyse
from bot.answering.rulings import (
    NOTHING,
    Heeded,
    Meaning,
    Ruling,
    Span,
    cosine,
    heeded,
    meaning_of,
    packed,
)
from index.embedding.protocol import Embedder
from tests.bot.answering.claiming import dated

_DIMENSION = 384
HERALD, COURIER, GAZETTE = (
    dated(name, f"May {day}, 2024") for name, day in zip("hcg", (3, 4, 5), strict=True)
)


def _span(claim: Claim) -> Span:
    return Span(claim.span.passage.paragraph.id, claim.span.start, claim.span.end)


def _unit(*components: float) -> NDArray[np.float32]:
    vector = np.asarray(components, np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def _at(cos: float) -> bytes:
    return packed(_unit(cos, float(np.sqrt(1 - cos * cos))))


EAST = packed(_unit(1, 0))


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (0, 10, False),
        (0, 11, True),
        (10, 20, True),
        (12, 13, True),
        (5, 30, True),
        (19, 30, True),
        (20, 30, False),
    ],
)
def test_a_span_touches_what_shares_a_character(start: int, end: int, touches: bool) -> None:
    """Words beside a withheld quote are another quote; one shared character makes it the same."""
    assert Span("p", 10, 20).touches("p", start, end) is touches
    assert Span("p", start, end).touches("p", 10, 20) is touches


def test_a_span_touches_its_own_paragraph_only() -> None:
    """The same offsets in another text are other words: this is how an edit of the paragraph ends a ruling."""
    assert Span("p", 10, 20).touches("q", 10, 20) is False


def test_near_is_the_same_form_and_nearly_the_same_vector() -> None:
    """A question of another form, or in words that mean something else, is another question."""
    ruled = Meaning("when", EAST)
    assert ruled.is_near(Meaning("when", EAST))
    assert ruled.is_near(Meaning("when", _at(0.96)))
    assert not ruled.is_near(Meaning("when", _at(0.84)))
    assert not ruled.is_near(Meaning("when", packed(_unit(-1, 0))))
    assert not ruled.is_near(Meaning("where", EAST))


def test_vectors_of_two_models_are_never_near() -> None:
    """A vector of another length is of another model and cannot be compared; none at all means nothing."""
    assert not Meaning("when", EAST).is_near(Meaning("when", packed(_unit(1, 0, 0))))
    assert not Meaning("", b"").is_near(Meaning("", b""))


@given(seed=st.integers(0, 2**32 - 1), mixed=st.floats(-1, 1))
def test_packing_keeps_the_cosine(seed: int, mixed: float) -> None:
    """A vector in signed bytes compares as the vector does, to within 0.02."""
    generator = np.random.default_rng(seed)
    one = _unit(*generator.normal(size=_DIMENSION))
    other = _unit(*(mixed * one + (1 - abs(mixed)) * _unit(*generator.normal(size=_DIMENSION))))
    assert len(packed(one)) == _DIMENSION
    assert abs(cosine(packed(one), packed(other)) - float(one @ other)) < 0.02
    assert cosine(packed(one), packed(one)) == pytest.approx(1, abs=1e-6)


def test_a_withheld_claim_goes_and_nothing_takes_its_place() -> None:
    """The other claims stay as they are, in their order, and whether they are many does too."""
    claims = Claims((HERALD, COURIER, GAZETTE), many=True)
    assert Heeded(withheld=(_span(COURIER),)).on(claims) == Claims((HERALD, GAZETTE), many=True)
    assert NOTHING.on(claims) == claims
    everything = Heeded(withheld=tuple(map(_span, claims.chosen)))
    assert everything.on(claims) == Claims((), many=True)


def test_an_unmarked_pair_is_compatible_either_way_round() -> None:
    """Only the two that were named are no disagreement, whichever of them is asked about first."""
    heed = Heeded(unmarked=((_span(HERALD), _span(COURIER)),))
    assert heed.compatible(HERALD, COURIER)
    assert heed.compatible(COURIER, HERALD)
    assert not heed.compatible(HERALD, GAZETTE)
    assert not heed.compatible(HERALD, HERALD)
    assert not NOTHING.compatible(HERALD, COURIER)


def test_without_a_ruling_the_question_is_not_embedded() -> None:
    """An answer pays nothing for rulings that are not there or are of another reader."""

    def never() -> Meaning:
        raise AssertionError("the meaning was computed")

    assert heeded((), "reader", never) == NOTHING
    other = Ruling("other reader", Meaning("when", EAST), (_span(HERALD),))
    assert heeded((other,), "reader", never) == NOTHING


def test_the_rulings_on_one_question_add_up() -> None:
    """Whatever stands on a question that means the same is heeded; the rest is not."""
    pair = (_span(HERALD), _span(COURIER))
    rulings = [
        Ruling("reader", Meaning("when", EAST), (_span(HERALD),)),
        Ruling("reader", Meaning("when", _at(0.97)), (_span(COURIER),), (pair,)),
        Ruling("reader", Meaning("where", EAST), (_span(GAZETTE),)),
        Ruling("reader", Meaning("when", _at(0.5)), (_span(GAZETTE),)),
        Ruling("other reader", Meaning("when", EAST), (_span(GAZETTE),)),
    ]
    found = heeded(rulings, "reader", lambda: Meaning("when", EAST))
    assert found == Heeded((_span(HERALD), _span(COURIER)), (pair,))


def test_start_and_end_are_two_questions(embedder: Embedder) -> None:
    """What is ruled on the one must not silence the other, though their words are all but the same."""
    start, end = (meaning_of(analyse(f"When does it {verb}?"), embedder) for verb in ("start", "end"))
    assert start.form != end.form
    assert not start.is_near(end)


@pytest.mark.parametrize(
    ("question", "again", "near"),
    [
        ("When will Koizumi meet Hegseth?", "When does Koizumi meet Hegseth?", True),
        ("When does the trip start?", "When does the trip begin?", True),
        ("When does the trip start?", "On what day does the trip start?", True),
        ("How much does Aster 4 cost?", "How much did Aster 3 cost?", False),
        ("How many people were saved from the ferry?", "How many people were on the ferry?", False),
        ("When will Aster 4 be launched?", "For what date was the launch of Aster 4 first planned?", False),
        ("Will he meet her on January 15?", "Will he meet her on January 18?", False),
    ],
)
def test_other_words_are_near_and_other_questions_are_not(
    embedder: Embedder, question: str, again: str, near: bool
) -> None:
    """With the real model a ruling reaches a light rewording, and no other question of the same form."""
    first, second = (meaning_of(analyse(words), embedder) for words in (question, again))
    assert first.is_near(second) is near
    assert second.is_near(first) is near


def test_a_meaning_holds_no_word_of_the_question(embedder: Embedder) -> None:
    """A ruling is kept for good, so what it keeps of a question must not be readable."""
    meaning = meaning_of(analyse("Did Koizumi become minister in 2025?"), embedder)
    assert len(meaning.vector) == embedder.dimension
    for word in ("Koizumi", "koizumi", "minister", "2025"):
        assert word not in meaning.form
        assert word.encode() not in meaning.vector
