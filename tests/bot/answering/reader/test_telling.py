"""When a visit was announced is not when it begins."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.telling import is_of_what_is_told

SAID = "The minister told reporters that his trip, running from [January 12] to 18, will include talks."


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("When was the trip announced?", SAID, True),
        ("When did the minister tell the press about the trip?", SAID, True),
        ("When did the minister announce that he will travel?", SAID, True),
        ("When was the trip announced?", "The trip begins on [Monday].", True),
        ("When was the trip announced?", "The minister announced [Friday] that he will travel.", False),
        ("When was the trip announced?", "On [Friday] the minister announced the trip.", False),
        ("When was the trip announced?", "The news came on [Friday].", False),
        ("At what time was the trip announced?", "The minister said he would leave at [9 a.m.]", True),
        ("When does the trip begin?", SAID, False),
        ("When did the minister say he will travel?", SAID, False),
        ("Who announced the trip?", SAID, False),
    ],
)
def test_time_of_what_is_told(question: str, text: str, other: bool) -> None:
    """A time counts where it stands before the verb of saying, or behind it with nothing of what is told between."""
    plain = text.replace("[", "").replace("]", "")
    assert is_of_what_is_told(analyse(question), plain, text.index("[")) is other
