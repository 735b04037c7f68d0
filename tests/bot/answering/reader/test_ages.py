"""An age stands beside a name."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.ages import is_age_of_whom_it_asks, is_no_age
from bot.answering.values.recognition import recognise

ASKED = analyse("How old is Teodor Lind?")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Forward Teodor Lind, 23, has left.", "23", True),
        ("Lind, aged 23, has left.", "23", True),
        ("The 23-year-old Lind has left.", "23-year-old", True),
        ("It sold the 23-year-old striker Teodor Lind.", "23-year-old", True),
        ("Teodor Lind, who is 23, has left.", "23", True),
        ("Lind, who turned 23 and plays in goal, has left.", "23", True),
        ("Toll, who was 51 and bald, has lost Lind.", "51", False),
        ("Marek Toll, 51, has lost Lind.", "51", False),
        ("A 23-year-old fan met Lind.", "23-year-old", False),
        ("Lind, five years at the club, has left.", "five years", False),
        ("Lind scored within 23 years.", "23 years", False),
    ],
)
def test_an_age_beside_the_name_of_whom_it_asks(text: str, words: str, expected: bool) -> None:
    """It says how old he is and nothing else; beside another's name it says nothing of him."""
    place = next(
        (one.start, one.end) for one in recognise(text, ASKED.kinds) if text[one.start : one.end] == words
    )
    assert is_age_of_whom_it_asks(ASKED, text, *place) is expected
    assert not is_age_of_whom_it_asks(analyse("How long was Lind there?"), text, *place)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lind, its captain for eleven years, has left.", "eleven years", True),
        ("Lind will retire in three years.", "three years", True),
        ("Lind is eleven years old.", "eleven years old", False),
        ("Lind has left aged 23.", "23", False),
    ],
)
def test_how_long_something_went_on_is_no_age(text: str, words: str, expected: bool) -> None:
    """An office held for eleven years makes nobody eleven; other questions are not touched."""
    start = text.index(words)
    assert is_no_age(ASKED, text, start, start + len(words)) is expected
    assert not is_no_age(analyse("How long was Lind captain?"), text, start, start + len(words))
