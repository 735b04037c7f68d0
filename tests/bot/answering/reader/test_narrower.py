"""The best supporting actor is not the best actor, and last year's prize is not this year's."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.narrower import is_of_a_narrower_thing, is_of_another_year


@pytest.mark.parametrize(
    ("question", "sentence", "narrower"),
    [
        ("Who won Best Actor?", "Ana Diaz won Best Supporting Actor.", True),
        ("Who won Best Actor?", "Ana Diaz won Best Actor.", False),
        ("Who won Best Actor?", "Lund won Best Supporting Actor, Diaz Best Actor.", False),
        ("Who won Best Supporting Actor?", "Ana Diaz won Best Supporting Actor.", False),
        ("Who won Best Supporting Actor?", "Ana Diaz won Best Actor.", False),
        ("Which is the largest island?", "Vasa is the largest of the islands.", False),
        ("Which is the largest island?", "Vasa is the largest inhabited island.", True),
        ("Who led the protest march?", "Diaz led the protest and hunger march.", False),
        ("Who led the protest march?", "Diaz led the protest hunger march.", False),
        ("Which island is large?", "Vasa is the largest inhabited island.", False),
        ("Who was the last mayor?", "The last to see him was the mayor.", False),
    ],
)
def test_a_superlative_of_fewer(question: str, sentence: str, narrower: bool) -> None:
    """What is the best of some is not told to be the best of all, unless the sentence says that, too."""
    assert is_of_a_narrower_thing(analyse(question), sentence) is narrower


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who won the 2019 Lund Prize in Poetry?", "The Lund Prize in Poetry 2018 went to Diaz.", True),
        ("Who won the 2019 Lund Prize in Poetry?", "The 2018 Lund Prize went to Diaz.", True),
        ("Who won the 2019 Lund Prize in Poetry?", "The 2018 and 2019 Lund Prizes went to Diaz.", False),
        ("Who won the 2019 Lund Prize in Poetry?", "Diaz, born in 1980, won the Lund Prize.", False),
        ("Who won the 2019 Lund Prize in Poetry?", "Diaz wrote her 2018 novel in Lund.", False),
        ("Who won the Lund Prize?", "The 2018 Lund Prize went to Diaz.", False),
        ("Who won the Lund Prize when it was 2019?", "The 2018 Lund Prize went to Diaz.", False),
    ],
)
def test_a_name_with_another_year(question: str, sentence: str, other: bool) -> None:
    """A year beside the name tells which one it is; a year that stands elsewhere may tell of anything."""
    assert is_of_another_year(analyse(question), sentence) is other
