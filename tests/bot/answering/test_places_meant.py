"""A question about a region is asked of the place in it that the articles speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.places_meant import with_closer_places

_BODIES = (
    "Talks were held in Caracas. The capture of the president shook Venezuela, and Venezuela closed its borders.",
    "In Los Angeles the minister will visit a factory, and fly home from San Francisco. Los Angeles hosts a reception.",
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Who was captured in Latin America?", "Who was captured in Venezuela?"),
        ("What will he visit in California?", "What will he visit in Los Angeles?"),
        ("Who closed borders in South America?", "Who closed borders in Venezuela?"),
    ],
)
def test_the_place_that_articles_name_is_put_for_its_region(question: str, meant: str) -> None:
    """A model does not know where Venezuela lies; of places in places the outermost counts."""
    assert with_closer_places(question, _BODIES) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Which city in California will he visit?",
        "Where in Latin America were talks held?",
        "Who was captured in Venezuela?",
        "Who was captured in Asia?",
        "What will he visit in North America?",
        "What does California produce?",
    ],
)
def test_other_places_stay(question: str) -> None:
    """What is asked for stays, and what articles name themselves, name nothing in, or name too much in."""
    bodies = (*_BODIES, "Chicago is cold. Chicago and New York are far from Los Angeles.")
    assert with_closer_places(question, bodies) == question


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=2))
def test_any_text_is_taken(question: str, bodies: list[str]) -> None:
    """No wording raises; without articles nothing is put in place of anything."""
    assert isinstance(with_closer_places(question, bodies), str)
    assert with_closer_places(question, []) == question
