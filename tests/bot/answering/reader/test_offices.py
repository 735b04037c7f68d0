"""Who holds another office than is asked for, and offices that an article does not speak of."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.offices import held_it_before, is_of_another_office, unmet_offices
from tests.bot.answering.reader.scripted_models import excerpt

AMBASSADOR = "What is the name of the Finnish ambassador who was summoned?"
NAME = "Ana Lind"


def _is_another(question: str, text: str) -> bool:
    start = text.index(NAME)
    return is_of_another_office(analyse(question), text, start, start + len(NAME))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambassador was asked about a remark by trade minister Ana Lind.", True),
        ("Finland's trade minister, Ana Lind, was named.", True),
        ("The Minister for Foreign Trade, Ana Lind, was named.", True),
        ("Ana Lind, the mayor of Espoo, was there.", True),
        ("Ana Lind (the mayor) was there.", True),
        ("Ana Lind, who is the mayor, was there.", True),
        ("The ambassador, Ana Lind, was summoned.", False),
        ("Ambassador Ana Lind was summoned.", False),
        ("Ana Lind, our envoy, was summoned.", False),
        ("Ana Lind was summoned.", False),
        ("The minister told Ana Lind to stay.", False),
        ("In a letter to the minister, Ana Lind said no.", False),
        ("Ana Lind, the minister's aide, was summoned.", False),
        ("Ana Lind, an aide to the minister, was summoned.", False),
        ("Former minister Ana Lind was summoned.", False),
    ],
)
def test_the_office_beside_a_name(text: str, expected: bool) -> None:
    """A title or an apposition says it; what somebody is told, writes to or once was does not."""
    assert _is_another(AMBASSADOR, text) is expected


@pytest.mark.parametrize(
    "question",
    [
        "Who was summoned?",
        "Who is the wife of the ambassador?",
        "Who is the minister?",
        "When was the ambassador summoned?",
    ],
)
def test_only_who_holds_an_office_is_asked(question: str) -> None:
    """What else is asked of people any of them may answer."""
    assert not _is_another(question, "Trade minister Ana Lind was there.")


def test_offices_of_one_kind_are_one() -> None:
    """A press secretary speaks for a house, as a secretary of defence is its minister."""
    assert not _is_another("Who is the spokeswoman of the palace?", "Press secretary Ana Lind spoke.")
    assert not _is_another("Who is the defence minister?", "Defence Secretary Ana Lind spoke.")


def test_an_article_without_the_office_loses() -> None:
    """What the minister did, the prime minister need not have done; most where no article speaks of that office."""
    question = analyse("When did the prime minister visit Brannock?")
    minister = excerpt("The Minister, Ana Lind, visited Brannock on 16 August.")
    premier = excerpt("The premier stayed at home.", "b")
    assert unmet_offices(question, [minister]) == [10.0]
    assert unmet_offices(question, [minister, premier]) == [4.0, 0.0]
    assert unmet_offices(question, [excerpt("The Prime Minister came.")]) == [0.0]
    assert unmet_offices(analyse("When did the minister visit Brannock?"), [minister]) == [0.0]
    assert unmet_offices(analyse("What did the foreign minister say?"), [minister]) == [0.0]
    assert unmet_offices(
        analyse("Where is the vice president?"), [excerpt("The deputy president is ill.")]
    ) == [0.0]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who is the CEO of Aster?", "Ana Lind, former CEO of Aster, was there.", True),
        ("Who is the CEO of Aster?", "Ana Lind, who was the previous CEO, was there.", True),
        ("who's the ceo of aster", "The ex-CEO Ana Lind was there.", True),
        ("Who is the defence minister?", "Former defence minister Ana Lind spoke.", True),
        ("Who is the defence minister?", "Former skier Ana Lind, the defence minister, spoke.", False),
        ("Who is the defence minister?", "The former defence minister met Ana Lind.", False),
        ("Who was the defence minister?", "Former defence minister Ana Lind spoke.", False),
        ("Who is the former defence minister?", "Former defence minister Ana Lind spoke.", False),
        ("Who spoke?", "Former defence minister Ana Lind spoke.", False),
    ],
)
def test_a_former_holder_is_none_now(question: str, text: str, expected: bool) -> None:
    """Who is asked for now is nobody who is said to have been it; who was it once, or did something else, may be."""
    start = text.index(NAME)
    assert held_it_before(analyse(question), text, start, start + len(NAME)) is expected
