"""A sentence that has another name in the place of the one asked about tells of another."""

from time import perf_counter

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.others import (
    goes_elsewhere,
    names_another_person,
    names_no_destination,
    tells_of_another,
)

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


def test_what_has_none_of_the_names_tells_wholly_of_others() -> None:
    """A sentence with one of the question's names may deny it by another; one with none of them does not speak of it."""
    question = "Does North Korea play a part in the talks?"
    assert tells_of_another(question, "The minister is to hold talks in Washington.", wholly=True)
    assert not tells_of_another(question, "North Korea is not on the table in Washington.", wholly=True)
    assert not tells_of_another(question, "It plays no part in the talks.", wholly=True)
    assert not tells_of_another(_QUESTION, "Koizumi will meet Hegseth in Washington.", wholly=True)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Where will Koizumi meet Hegseth?", "In Honolulu, Koizumi will meet Samuel Paparo.", True),
        ("Where will Koizumi meet Hegseth?", "In Washington, Koizumi will meet Hegseth.", False),
        ("Where will Koizumi meet Hegseth?", "They will meet in Washington, Samuel Paparo said.", False),
        ("Where will Koizumi meet Hegseth?", "Koizumi will go to Washington.", False),
        ("Where will Koizumi speak?", "In Honolulu, Koizumi will meet Samuel Paparo.", False),
        ("Whom will Koizumi and Hegseth meet?", "Koizumi will meet Samuel Paparo.", False),
    ],
)
def test_where_one_meets_somebody_else_is_not_where_both_meet(
    question: str, sentence: str, another: bool
) -> None:
    """One person of the question is there and the other is replaced; unless it is a person that is asked for."""
    assert names_another_person(analyse(question), sentence) is another


@pytest.mark.parametrize(
    ("place", "sentence", "reached"),
    [
        ("China", "He faces challenges from actors such as China and North Korea.", False),
        ("North Korea", "He faces challenges from actors such as China and North Korea.", False),
        ("China", "Concerns about China’s growing assertiveness overshadow the trip.", False),
        ("Washington", "He flies to Los Angeles and then Washington, D.C.", True),
        ("Los Angeles", "The trip includes stops in Hawaii and Los Angeles.", True),
        ("Hawaii", "The trip will begin in sunny Hawaii.", True),
        ("Japan", "He left for Tokyo, Japan, on Monday.", True),
        ("the United States", "He announced a weeklong visit to the United States.", True),
        ("Oslo", "He met the king.", True),  # it does not speak of Oslo: others judge that
    ],
)
def test_going_to_a_place_is_affirmed_where_somebody_goes_or_is_there(
    place: str, sentence: str, reached: bool
) -> None:
    """A country that is only spoken of is not visited; asked anything else, it may be spoken of as it will."""
    assert names_no_destination(analyse(f"Will Koizumi travel to {place}?"), sentence) is not reached
    assert not names_no_destination(analyse(f"Is {place} a threat?"), sentence)


def test_a_hostile_list_of_places_costs_no_more_than_its_length() -> None:
    """Twice as long a sentence takes about twice as long, not four times: an article may hold any sentence."""
    question = analyse("Will Koizumi travel to China?")

    def took(count: int) -> float:
        start = perf_counter()
        assert names_no_destination(question, f"Actors such as {'China and ' * count}others.")
        return perf_counter() - start

    short = min(took(1_000) for _ in range(3))
    assert min(took(8_000) for _ in range(3)) < 24 * short


def test_going_to_another_place_is_told_apart() -> None:
    """When he returns to Japan is not when he arrives in Hawaii; of a place inside it, or of none, nothing is known."""
    asked = analyse("When does Koizumi arrive in Hawaii?")
    assert goes_elsewhere(asked, "Koizumi will return to Japan on January 18.")
    assert not goes_elsewhere(asked, "Koizumi will fly to Honolulu on January 14.")
    assert not goes_elsewhere(asked, "The trip begins in Hawaii on Monday, before he goes to Washington.")
    assert not goes_elsewhere(asked, "Koizumi will arrive on January 14.")
    assert not goes_elsewhere(analyse("When does Koizumi speak?"), "Koizumi will return to Japan.")
