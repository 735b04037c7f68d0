"""The statement in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.statements import statement_of


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Will Koizumi visit Hawaii?", "Koizumi will visit Hawaii"),
        ("Was the visit cancelled?", "the visit was cancelled"),
        ("Was the captain of the ferry arrested?", "the captain of the ferry was arrested"),
        ("Did the Marit Solheim sink?", "the Marit Solheim did sink"),
        ("is koizumi visiting hawaii", "koizumi is visiting hawaii"),
        ("Is this the first time the two men talk?", "this is the first time the two men talk"),
        ("Have there been talks before?", "there have been talks before"),
        ("Did Ana Diaz and Bram Holt sign it?", "Ana Diaz and Bram Holt did sign it"),
        ("Is it true that the ferry sank?", "the ferry sank"),
    ],
)
def test_a_yes_no_question_states_what_it_asks(question: str, statement: str) -> None:
    """The auxiliary goes behind the subject, and nothing else changes."""
    assert statement_of(question) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Why was the visit cancelled?", "the visit was cancelled"),
        ("Why did Paparo refuse to see Koizumi?", "Paparo did refuse to see Koizumi"),
        ("How come he is late?", None),
    ],
)
def test_why_takes_something_for_granted(question: str, statement: str | None) -> None:
    """What a "why" presupposes is stated where its words show it."""
    assert statement_of(question) == statement


@pytest.mark.parametrize("question", ["When will he come?", "Who is it?", "the visit", "", "Is it?", "is"])
def test_other_questions_state_nothing(question: str) -> None:
    """No statement is better than a wrong one."""
    assert statement_of(question) is None


@given(st.lists(st.sampled_from(["Is", "the", "of", "Ana", "ferry", "not", "and", "?", "this"]), max_size=9))
def test_every_word_of_the_question_is_kept(words: list[str]) -> None:
    """Only the order changes, so that nothing is held against a sentence that was not asked."""
    question = " ".join(words)
    statement = statement_of(question)
    if statement is not None:
        assert sorted(statement.lower().split()) == sorted(
            " ".join(question.split()).rstrip(" ?!.").lower().split()
        )
