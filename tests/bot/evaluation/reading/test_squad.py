"""SQuAD 2.0's own measure, on examples worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.reading.squad import (
    Prediction,
    SquadScores,
    best_threshold,
    normalised,
    squad_scores,
    token_f1,
)

PREDICTIONS = [
    Prediction("the Treaty of Paris", 5.0, ("Treaty of Paris", "Paris")),
    Prediction("in 1783", 3.0, ("1783",)),
    Prediction("Rome", 1.0, ("Rome",)),
    Prediction("Vienna", 4.0, ()),
    Prediction("London", -2.0, ()),
]


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("The  Treaty of\tParis.", "treaty of paris"),
        ("a theatre, an anthem", "theatre anthem"),
        ("U.S.-led", "usled"),
        ("an", ""),
        ("“quoted”", "“quoted”"),
        ("Hall-of-the-Mountain", "hallofthemountain"),
        ("$1,200", "1200"),
    ],
)
def test_answers_are_compared_as_the_official_script_does(text: str, compared: str) -> None:
    """Case, ASCII punctuation, articles and blanks go, in that order; nothing else does."""
    assert normalised(text) == compared


@pytest.mark.parametrize(
    ("said", "answer", "f1"),
    [
        ("The Treaty of Paris", "treaty of Paris!", 1.0),
        ("in the year 1783", "1783", 2 * (1 / 3) * 1 / (1 / 3 + 1)),
        ("very very long", "very long road", 2 / 3),
        ("Rome", "Paris", 0.0),
        ("", "", 1.0),
        ("the", "", 1.0),
        ("Rome", "", 0.0),
        ("", "Rome", 0.0),
    ],
)
def test_f1_counts_shared_words(said: str, answer: str, f1: float) -> None:
    """Each word counts as often as both hold it; without words only two empty texts agree."""
    assert token_f1(said, answer) == pytest.approx(f1)


def test_scores_at_a_threshold() -> None:
    """What lies above it is answered, what lies on it is refused, and the best of several answers counts."""
    scores = squad_scores(PREDICTIONS, 1.0)
    assert scores.exact == pytest.approx(40.0)  # the treaty, and London refused
    assert scores.f1 == pytest.approx(100 * (1 + 2 / 3 + 0 + 0 + 1) / 5)
    assert scores.answerable_f1 == pytest.approx(100 * (1 + 2 / 3 + 0) / 3)
    assert scores.refused == pytest.approx(50.0)
    assert scores.lost == pytest.approx(100 / 3)  # Rome


def test_without_a_kind_of_question_there_is_no_rate_of_it() -> None:
    """A rate of no questions is neither 0 nor 100."""
    answerable, unanswerable = PREDICTIONS[:1], PREDICTIONS[3:]
    assert squad_scores([], 0.0) == SquadScores(None, None, None, None, None)
    assert squad_scores(answerable, 0.0) == SquadScores(100.0, 100.0, 100.0, None, 0.0)
    assert squad_scores(unanswerable, 0.0) == SquadScores(50.0, 50.0, None, 50.0, None)


def test_an_answer_without_a_word_is_none() -> None:
    """The official script passes over gold answers that normalise to nothing, and refusing then is right."""
    predictions = [Prediction("The Band", 2.0, ("the", "Band")), Prediction("x", -1.0, ("the",))]
    assert squad_scores(predictions, 0.0).f1 == 100.0


def test_the_best_threshold_lies_between_two_margins() -> None:
    """Here the treaty gains 1, Vienna costs 1, "in 1783" and Rome gain 5/3, London costs 1 again."""
    assert best_threshold(PREDICTIONS) == -0.5
    assert best_threshold(PREDICTIONS[3:]) == 4.0  # refuses all
    assert best_threshold([]) == 0.0
    assert best_threshold([Prediction("Rome", 1.0, ("Rome",)), Prediction("", -math.inf, ())]) == -math.inf


margins = st.integers(-3, 3).map(float) | st.floats(-10, 10)
predictions = st.builds(
    Prediction,
    text=st.sampled_from(["Rome", "old Rome", "the old town", "the", ""]),
    margin=margins,
    answers=st.lists(st.sampled_from(["Rome", "old town", "the"]), max_size=2).map(tuple),
)


@given(st.lists(predictions, min_size=1, max_size=12))
def test_no_threshold_is_better_than_the_best(drawn: list[Prediction]) -> None:
    """Tried at every margin and below all of them, F1 is never higher, however margins tie."""
    tried = [squad_scores(drawn, margin).f1 for margin in [-math.inf, *(one.margin for one in drawn)]]
    highest = max(score for score in tried if score is not None)
    assert squad_scores(drawn, best_threshold(drawn)).f1 == pytest.approx(highest)
