"""A reworded question has the same answer."""

# ruff: noqa: S311 - chance here is reproducible, not secret

from random import Random

import pytest

from bot.answering.reader.training.rewordings import in_other_words


def drawn(question: str) -> set[str]:
    """Return what *question* becomes in a few hundred draws."""
    return {in_other_words(question, Random(seed)) for seed in range(400)}


def test_words_become_synonyms_in_the_same_form() -> None:
    """Likelier words and rarer ones, verbs as verbs; names and short words stay."""
    assert drawn("Did Anna Capture buy it?") >= {"Did Anna Capture buy it?", "Did Anna Capture purchase it?"}
    assert all(question.startswith("Did Anna Capture ") for question in drawn("Did Anna Capture buy it?"))
    assert "Was it detained there?" in drawn("Was it captured there?")


@pytest.mark.parametrize(
    ("asked", "otherwise"),
    [
        ("When did it open?", "On what date did it open?"),
        ("In what year did it open?", "When did it open?"),
        ("Who wrote it?", "What is the name of the person who wrote it?"),
        ("How many mayors were there?", "What number of mayors were there?"),
        ("What did it say in 1998?", "In 1998, what did it say?"),
    ],
)
def test_a_question_is_asked_in_another_way(asked: str, otherwise: str) -> None:
    """By another question word, or with its year in front."""
    assert otherwise in drawn(asked)


@pytest.mark.parametrize("asked", ["Who is it?", "Who did it see?", "Where to?", ""])
def test_what_cannot_be_asked_in_another_way_stays(asked: str) -> None:
    """No question is made of "Who was it that is it?"."""
    assert not any(question.startswith(("Who was it", "Which", "Whereabouts")) for question in drawn(asked))


def test_most_questions_stay_as_they_are() -> None:
    """About two in three are asked in the words that somebody wrote who had read the passage."""
    asked = "When did it open?"
    same = sum(in_other_words(asked, Random(seed)) == asked for seed in range(1000))
    assert 600 < same < 850
