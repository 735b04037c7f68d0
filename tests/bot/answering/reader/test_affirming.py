"""A sentence says yes or no only with what that takes: the one asked about, and the words for what he may be."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.affirming import may_settle

_MEETING = "In Oslo, Ana Toll is to meet Admiral Per Lund, commander of the Northern Fleet."


@pytest.mark.parametrize(
    ("question", "premise", "may"),
    [
        ("Is Toll the prime minister of Norway?", "Ana Toll returns to Norway on Monday.", False),
        ("Is Toll the prime minister of Norway?", "Defense Minister Ana Toll is in Norway.", False),
        ("Is Toll the prime minister of Norway?", "Norwegian Prime Minister Ana Toll is in Oslo.", True),
        ("is toll the prime minister of norway?", "Toll became prime minister in 2019.", True),
        ("Is Ana Toll Norway's prime minister?", "The prime minister of Norway is in Oslo.", False),
        ("Is he still the mayor?", "He has been mayor since May.", True),
        ("Is Per Lund the commander of the Northern Fleet?", _MEETING, True),
        ("Is Ana Toll the commander of the Northern Fleet?", _MEETING, False),
        ("Is Ana Toll an admiral?", _MEETING, False),
        ("Is Per Lund the head of the fleet?", "Per Lund, the chief of the fleet, is in Oslo.", True),
        ("Is Per Lund the head of the fleet?", "Per Lund is to visit the fleet.", False),
        ("Is Per Lund in Oslo?", "Per Lund stays.", True),
        ("Is it a crime to fish?", "Fishing is forbidden.", True),
    ],
)
def test_yes_takes_the_words_for_what_somebody_is(question: str, premise: str, may: bool) -> None:
    """Said of him, not of another beside whose name they stand; what asks for no office takes none."""
    assert may_settle(analyse(question), premise, premise, affirms=True) is may


@pytest.mark.parametrize(
    ("premise", "may"),
    [
        ("The mayor opened the fair.", False),
        ("The mayor did not open the fair.", False),
        ("Ana Toll opened the fair.", False),
        ("Ana Toll is not the mayor.", True),
        ("Former mayor Ana Toll opened the fair.", True),
    ],
)
def test_no_takes_a_denial_of_him(premise: str, may: bool) -> None:
    """That a mayor did something does not tell who is none."""
    assert may_settle(analyse("Is Ana Toll the mayor?"), premise, premise, affirms=False) is may


def test_somebody_whom_an_article_never_names_takes_part_in_nothing_there() -> None:
    """A sentence need not name all of them, but its article must; it may deny what it tells without them."""
    question, premise = analyse("Did Toll meet Lund?"), "It was the fourth time that both met."
    article = "Toll came to Oslo. It was the fourth time that both met."
    assert not may_settle(question, premise, article, affirms=True)
    assert may_settle(question, premise, f"{article} Lund was there.", affirms=True)
    assert may_settle(question, premise, article, affirms=False)
