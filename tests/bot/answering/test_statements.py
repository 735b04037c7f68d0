"""The statement in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.statements import statement_of


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Will Koizumi be visiting Hawaii?", "Koizumi will be visiting Hawaii"),
        ("Was the visit cancelled?", "the visit was cancelled"),
        ("Was the captain of the ferry arrested?", "the captain of the ferry was arrested"),
        ("is koizumi visiting hawaii", "koizumi is visiting hawaii"),
        ("Is this the first time the two men talk?", "this is the first time the two men talk"),
        ("Have there been talks before?", "there have been talks before"),
        ("Has he resigned?", "he has resigned"),
        ("Were Ana Diaz and Bram Holt arrested?", "Ana Diaz and Bram Holt were arrested"),
        ("Can the port still be used?", "the port can still be used"),
        ("Is it true that the ferry sank?", "the ferry sank"),
        ("Was it correct that they met?", "they met"),
    ],
)
def test_a_yes_no_question_states_what_it_asks(question: str, statement: str) -> None:
    """The auxiliary goes behind the subject, and nothing else changes."""
    assert statement_of(question) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Did the Marit Solheim sink?", "the Marit Solheim sink"),
        ("Did Ana Diaz and Bram Holt sign it?", "Ana Diaz and Bram Holt sign it"),
        ("Does the port close at night?", "the port close at night"),
        ("Do you agree?", "you agree"),
    ],
)
def test_do_adds_nothing(question: str, statement: str) -> None:
    """The words "did sink" state no more than the verb alone, and its place behind the subject need not be guessed."""
    assert statement_of(question) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Are Arctic glaciers retreating fast?", "Arctic glaciers retreating fast"),
        ("Will Koizumi visit Hawaii?", "Koizumi visit Hawaii"),
        ("Was the gangway shut?", "the gangway shut"),
        ("Is climate change a hoax?", "climate change a hoax"),
        ("May pregnant women eat it?", "pregnant women eat it"),
        ("Are pregnant women at risk?", "pregnant women at risk"),
        ("Has severe flooding closed the road?", "severe flooding closed the road"),
        ("Can moderate drinking protect the heart?", "moderate drinking protect the heart"),
    ],
)
def test_no_subject_is_cut_in_two(question: str, statement: str) -> None:
    """Where the words' forms do not show that the subject has ended, the auxiliary is left out."""
    assert statement_of(question) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Didn't the ferry sink?", "the ferry sink"),
        ("Didn’t the ferry sink?", "the ferry sink"),
        ("Isn't the visit cancelled?", "the visit is cancelled"),
        ("Hasn't he resigned?", "he has resigned"),
        ("Won't he resign soon?", "he will resign soon"),
        ("Can't the port still be used?", "the port can still be used"),
        ("Wasn't Ana Diaz elected?", "Ana Diaz was elected"),
        ("Did the ferry not sink?", "the ferry not sink"),
    ],
)
def test_a_negative_question_states_the_positive(question: str, statement: str) -> None:
    """The question "Didn't it sink?" is said yes to where it sank; a "not" of its own is part of the statement."""
    assert statement_of(question) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Why was the visit cancelled?", "the visit was cancelled"),
        ("Why did Paparo refuse to see Koizumi?", "Paparo refuse to meet Koizumi"),
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


@given(
    st.lists(
        st.sampled_from(["Is", "Did", "the", "of", "Ana", "ferry", "not", "and", "?", "this", "closed"]),
        max_size=9,
    )
)
def test_every_word_of_the_question_is_kept(words: list[str]) -> None:
    """Only the auxiliary moves or goes, so that nothing is held against a sentence that was not asked."""
    question = " ".join(words)
    statement = statement_of(question)
    if statement is None:
        return
    asked = " ".join(question.split()).rstrip(" ?!.").lower().split()
    said = statement.lower().split()
    places = [n for n, word in enumerate(said) if word == asked[0]]
    assert said == asked[1:] or asked[1:] in [said[:n] + said[n + 1 :] for n in places]
