"""A date on the wrong side of now is no answer."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.candidates import askable

TEXT = "The mayor, in office since May 2021, will open the fair on June 4."
VISIT = "She will be in Oslo from May 3 to May 6."


def _dates(question: str, text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in askable(text, analyse(question))]


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("When will the mayor open the fair?", ["June 4"]),
        ("On what date is the fair due to be opened?", ["June 4"]),
        ("Since when has the mayor been in office?", ["May 2021"]),
        ("Since when is the mayor in office?", ["May 2021"]),
        ("When did the mayor take office?", ["May 2021", "June 4"]),
    ],
)
def test_what_goes_on_began_and_what_is_to_come_did_not(question: str, dates: list[str]) -> None:
    """A date behind "since" is not when something will be, one behind "will" not since when something is."""
    assert _dates(question, TEXT) == dates


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("When did the war begin?", ["2022"]),
        ("When did she become mayor?", []),
        ("When did the raid happen?", []),
    ],
)
def test_since_tells_when_that_began_and_nothing_else(question: str, dates: list[str]) -> None:
    """Whoever asks for the beginning itself is told."""
    assert _dates(question, "It was the tenth raid since the war began in 2022.") == dates


def test_what_has_an_end_does_not_go_on() -> None:
    """A visit from one day to another says nothing of since when somebody has an office, but when it starts."""
    assert _dates("Since when has the mayor been in office?", VISIT) == []
    assert "May 3" in _dates("When does the visit start?", VISIT)
