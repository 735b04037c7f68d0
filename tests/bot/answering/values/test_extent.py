"""Which places can be of the size that a noun asks for."""

import pytest

from bot.answering.terms import stem_of
from bot.answering.values.names.extent import is_of_another_size


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("building", "Lisbon"),
        ("hotel", "Hawaii"),
        ("city", "the United States"),
        ("towns", "Norway"),
        ("country", "Texas"),
        ("nation", "Tokyo"),
    ],
)
def test_known_places_of_another_size(noun: str, words: str) -> None:
    """They cannot answer, however near they stand to the words asked about."""
    assert is_of_another_size(stem_of(noun), words)


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("building", "Lisbon Hall"),  # by its last word
        ("building", "Aurelia Convention Centre"),
        ("city", "Singapore"),  # both
        ("city", "New York"),
        ("country", "Georgia"),
        ("country", "America"),
        ("country", "Scotland"),
        ("country", "Karsund"),  # unknown: it may be one
        ("base", "Pearl Harbor"),  # named like the town
        ("place", "Lisbon"),
    ],
)
def test_what_may_be_of_that_size(noun: str, words: str) -> None:
    """A place that is both, one that no table knows, and a noun that says nothing of size leave it open."""
    assert not is_of_another_size(stem_of(noun), words)


def test_no_noun_asks_for_no_size() -> None:
    """The word "where" takes a hall, a city or a country."""
    assert not is_of_another_size(None, "Lisbon")
