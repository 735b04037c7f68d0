"""The number of the dead is no answer to how many were on board."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.fates import tells_another_fate


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("How many people were on the ferry?", "[Fourteen] people are dead after the ferry sank.", True),
        ("How many people were on the ferry?", "The ferry was carrying [312] people.", False),
        ("How many people died?", "[Fourteen] people are dead after the ferry sank.", False),
        ("How many people died?", "At least [40] people were injured.", True),
        ("How many casualties were there?", "At least [40] people were injured.", False),
        ("What was the death toll?", "[31] people were killed.", False),
        ("How many lives were lost?", "[31] people were killed.", False),
        ("How many were saved?", "[298] people were rescued by fishing boats.", False),
        ("How many were saved?", "The toll rose to [17].", False),
        ("When did it sink?", "[Fourteen] people are dead.", False),
    ],
)
def test_another_fate_than_is_asked_about(question: str, text: str, another: bool) -> None:
    """Only a number that says what became of those it counts, where the question asks of no such fate, is another."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert tells_another_fate(analyse(question), plain, start, end) is another
