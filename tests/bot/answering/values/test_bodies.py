"""A body that is not what a noun asks for is no answer."""

import pytest

from bot.answering.terms import stem_of
from bot.answering.values.names.bodies import is_of_another_body


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("company", "US Indo-Pacific Command"),
        ("companies", "Ministry of Defense"),
        ("manufacturer", "Coast Guard"),
        ("agency", "Norrlys Ferries"),
        ("party", "Toll University"),
        ("university", "Calder Airlines Inc"),
    ],
)
def test_a_body_of_another_kind_is_no_answer(noun: str, words: str) -> None:
    """Its name says what it is."""
    assert is_of_another_body(stem_of(noun), words)


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("company", "Norrlys Ferries"),
        ("company", "Boeing"),
        ("company", "Command Systems"),
        ("agency", "Coast Guard"),
        ("agency", "Associated Press"),
        ("operator", "Public Roads Administration"),
        ("organisation", "Ministry of Defense"),
        (None, "Ministry of Defense"),
    ],
)
def test_any_other_may_answer(noun: str | None, words: str) -> None:
    """A name that shows nothing, or shows several things, and nouns for bodies of any kind."""
    assert not is_of_another_body(noun and stem_of(noun), words)
