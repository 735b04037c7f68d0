"""What is searched for so that no side is missed."""

import pytest

from bot.answering.claims import Claim, Claims
from bot.answering.other_side import masked_sentences
from bot.answering.questions.analysis import analyse
from tests.bot.answering.claiming import marked

FAIR = "When does the fair open?"
ONE = marked("a", "It rained. The fair opens on [May 3] in Oslo.  Bread is free.", score=0.9)
TWO = marked("b", "Visitors may come from [May 4].", score=0.95)
THREE = marked("c", "The gates open on [May 5].", score=0.8)


def _searched(*claims: Claim, question: str = FAIR, many: bool = False) -> list[str]:
    return masked_sentences(analyse(question), Claims(claims, many))


def test_the_sentence_is_searched_without_its_value() -> None:
    """What else was said of it, in the answer's own words; a source that says otherwise differs in the value alone."""
    assert _searched(ONE) == ["The fair opens on in Oslo."]


def test_the_two_surest_articles_lead() -> None:
    """One sentence of each, the surest first; a second of the same article adds nothing."""
    second = marked("b", "The fair opens on [May 4], they say.", score=0.92)
    assert _searched(ONE, TWO, second, THREE) == ["Visitors may come from .", "The fair opens on in Oslo."]


def test_the_same_sentence_is_searched_once() -> None:
    """Two articles that tell it alike are one search."""
    again = marked("d", "The fair opens on [May 9] in Oslo.", score=0.99)
    assert _searched(ONE, again) == ["The fair opens on in Oslo."]


@pytest.mark.parametrize(
    ("question", "many"), [(FAIR, True), ("Why was it closed?", False), ("Did the fair open?", False)]
)
def test_where_any_number_may_hold_no_side_is_missing(question: str, many: bool) -> None:
    """Only a single value has another side to look for."""
    assert _searched(ONE, question=question, many=many) == []


def test_nothing_is_searched_for_without_an_answer() -> None:
    """No claims, or a claim that is its whole sentence, leave nothing to search for."""
    assert _searched() == []
    assert _searched(marked("a", "[May 3]")) == []
