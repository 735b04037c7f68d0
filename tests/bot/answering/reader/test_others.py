"""A sentence that has another name in the place of the one asked about tells of another."""

import pytest

from bot.answering.reader.others import tells_of_another

_QUESTION = "Will Koizumi meet Hegseth in Hawaii?"


@pytest.mark.parametrize(
    "sentence",
    [
        "Koizumi is to meet with Adm. Samuel Paparo in Hawaii on Monday.",
        "Koizumi will meet Pete Hegseth in Washington.",
    ],
)
def test_another_name_in_its_place_tells_of_another(sentence: str) -> None:
    """One person or place of the question is missing, and one of the same kind that it lacks is there."""
    assert tells_of_another(_QUESTION, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister will meet his counterpart in Hawaii.",
        "Koizumi will meet Defense Secretary Pete Hegseth and Adm. Samuel Paparo in Hawaii.",
        "The two will meet in Honolulu, the Pentagon said.",
        "They are to meet on Monday.",
    ],
)
def test_other_words_for_the_same_do_not(sentence: str) -> None:
    """A title, a fuller name, a place inside the one asked about, a name of another kind, or none at all."""
    assert not tells_of_another(_QUESTION, sentence)


def test_a_question_without_names_is_of_anybody() -> None:
    """There is no place that another name could be in."""
    assert not tells_of_another("Will the talks be held?", "Koizumi will meet Hegseth in Washington.")
