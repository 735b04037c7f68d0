"""A number with another measure than is asked for answers nothing."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.measures import is_of_another_measure
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise


def _of_another(question: str, text: str) -> list[bool]:
    return [is_of_another_measure(analyse(question), text, one) for one in recognise(text, (Kind.NUMBER,))]


@pytest.mark.parametrize(
    ("text", "distant"),
    [
        ("The bridge, 70 kilometres from the coast, was reopened.", True),
        ("The bridge lies 70 kilometres north of the capital.", True),
        ("The bridge lies 70 kilometres away.", True),
        ("The bridge spans 186 metres of water.", False),
        ("The bridge runs 300 metres from the town to the island.", False),
    ],
)
def test_how_far_off_a_thing_is_is_not_how_long(text: str, distant: bool) -> None:
    """A distance from something is none between the thing's two ends."""
    assert _of_another("How long is the bridge?", text) == [distant]


@pytest.mark.parametrize("question", ["How far is the bridge from the coast?", "How far away is it?"])
def test_how_far_is_a_distance(question: str) -> None:
    """It is what the question asks for then."""
    assert _of_another(question, "The bridge lies 70 kilometres from the coast.") == [False]


def test_goals_are_no_height() -> None:
    """A number of something answers nothing that has a unit of its own."""
    assert _of_another("How tall is the striker?", "He scored 27 goals.") == [True]
