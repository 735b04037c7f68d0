"""A date from which something was moved is not its date."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.changes import is_of_the_other_state

WHEN = "When will the fair open?"
ONCE = "When was the fair originally due to open?"
MANY = "How many people were rescued?"


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        (WHEN, "The fair was moved from [May 3] to May 9.", True),
        (WHEN, "The fair was moved from May 3 to [May 9].", False),
        (ONCE, "The fair was moved from [May 3] to May 9.", False),
        (ONCE, "The fair was moved from May 3 to [May 9].", True),
        (WHEN, "The fair runs from [May 3] to May 9.", False),
        (WHEN, "The fair, which had been due to open on [May 3], opens on May 9.", True),
        (WHEN, "The fair, which had been due to open on May 3, opens on [May 9].", False),
        (ONCE, "The fair, which had been due to open on May 3, opens on [May 9].", True),
        (ONCE, "The fair, which had been due to open on [May 3], opens on May 9.", False),
        (ONCE, "The new opening date is [May 9].", True),
        (WHEN, "The new opening date is [May 9].", False),
        (ONCE, "It was moved from [May 3] to a new date, May 9.", False),
        (WHEN, "Originally planned for [May 3], the fair opens on May 9.", True),
        (ONCE, "Originally planned for [May 3], the fair opens on May 9.", False),
        (MANY, "The number of people rescued was corrected from [288] to 295.", True),
        (MANY, "The number of people rescued was corrected from 288 to [295].", False),
        (MANY, "They took [288] people from the water to the pier.", False),
        ("What was the rate in May?", "The rate rose from [5 percent] in May to 6 percent in June.", False),
        ("What is the rate?", "The rate rose from [5 percent] in May to 6 percent in June.", True),
        ("Who opens the fair?", "The speech was moved from [Ana Diaz] to Bram Holt.", False),
    ],
)
def test_before_and_after_a_change(question: str, text: str, other: bool) -> None:
    """Asked of now, what was changed is left out; asked of before, what it was changed to."""
    plain = text.replace("[", "").replace("]", "")
    start, end = text.index("["), text.index("]") - 1
    assert is_of_the_other_state(analyse(question), plain, start, end) is other
