"""A sentence says yes or no only with what that takes: the one asked about, and the words for what he may be."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.affirming import may_settle
from bot.answering.terms import terms_of


def _stems(article: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms_of(article))


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
        ("Is Per Lund in Oslo?", "Per Lund stays in Oslo.", True),
        ("Is it a crime to fish?", "Fishing is forbidden.", True),
    ],
)
def test_yes_takes_the_words_for_what_somebody_is(question: str, premise: str, may: bool) -> None:
    """Said of him, not of another beside whose name they stand; what asks for no office takes none."""
    assert may_settle(analyse(question), premise, _stems(premise), affirms=True) is may


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
    assert may_settle(analyse("Is Ana Toll the mayor?"), premise, _stems(premise), affirms=False) is may


def test_an_article_must_name_whom_and_what_the_question_names() -> None:
    """A sentence need not, but its article must: all of them to say yes, one of them to say no."""
    question, premise = (
        analyse("Did Toll meet Lund in Norway?"),
        "It was the fourth time that both met in Oslo.",
    )
    toll, lund = (
        _stems(f"Toll came. {premise}"),
        _stems(f"Toll came to the Norwegian capital. {premise} Lund was there."),
    )
    assert not may_settle(question, premise, toll, affirms=True)
    assert may_settle(question, premise, lund, affirms=True)
    assert may_settle(question, premise, toll, affirms=False)
    assert not may_settle(question, premise, _stems(premise), affirms=False)
