"""Yes and no, as a value beside the source's own words."""

import pytest

from bot.answering.yes_no import held_against, yes_no_value
from tests.bot.answering.claiming import dated


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("Was the door open?", "the door was open", "yes"),
        ("Was the door open?", "the door was not open", "no"),
        ("Was the door open?", "The company denied that the door was open", "no"),
        ("Did she never resign?", "she never resigned", "yes"),
        ("Will she resign?", "she won’t resign", "no"),
    ],
)
def test_negation_on_one_side_is_a_no(question: str, words: str, value: str) -> None:
    """Exactly one negation turns the answer round."""
    assert yes_no_value(question, words).canonical == value


@pytest.mark.parametrize(("proposal", "value"), [("May 3", "yes"), ("May 4", "no"), ("2011", None)])
def test_proposed_value_is_held_against_the_source(proposal: str, value: str | None) -> None:
    """The words "Is it on May 3?" is answered by comparing, and not at all where nothing can be compared."""
    assert held_against(proposal, dated("a", "May 3").value) == value
