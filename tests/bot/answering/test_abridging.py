"""What a question asks when the circumstances that it sets are left out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.abridging import abridged


@pytest.mark.parametrize(
    ("question", "shorter"),
    [
        ("How many people were hurt when the bridge fell?", ["How many people were hurt?"]),
        (
            "Who is the chairman of Ardling under the new owners?",
            ["Who is the chairman?", "Who is the chairman of Ardling?"],
        ),
        ("What did it cost, after the fire?", ["What did it cost?"]),
        ("How many were saved from the Marit Solheim", ["How many were saved?"]),
    ],
)
def test_phrases_that_set_where_and_when_are_left_out(question: str, shorter: list[str]) -> None:
    """From the end on, one after another; what is asked stays."""
    assert [one.text for one in abridged(question)] == shorter


def test_it_says_what_is_left_out() -> None:
    """The reader has to know what an article must give."""
    (one,) = abridged("How many were hurt when the bridge collapsed?")
    assert one.without == {"bridg", "collaps"}


@pytest.mark.parametrize(
    "question",
    [
        "How many were hurt?",
        "In what place was it signed?",
        "Since when was the bridge shut?",
        "How many were hurt in May?",
        "How many were hurt on the Friday?",
        "Who came at least twice?",
        "What did he say about the talks?",
        "Who signed for Chile?",
        "How many people were on the ferry?",
        "When does Koizumi arrive in Hawaii?",
        "On what day does Koizumi speak at the Honolulu forum?",
        "Who was it, of them?",
        "",
    ],
)
def test_what_else_a_question_needs_stays(question: str) -> None:
    """A time tells one answer from another; what somebody spoke about or whither he goes is no circumstance."""
    assert abridged(question) == ()


@given(st.text(max_size=80))
def test_shorter_questions_are_the_beginning_of_the_question(question: str) -> None:
    """Nothing is asked that was not; each leaves out more than the next."""
    found = abridged(question)
    assert all(question.startswith(one.text.removesuffix("?")) for one in found)
    assert all(one.without > other.without or one.without == other.without for one, other in pairwise(found))
