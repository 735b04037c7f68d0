"""A question about another thing of the same kind, which its text does not answer."""

from random import Random

import pytest

from bot.answering.reader.training.rows import QuestionRow
from bot.answering.reader.training.swapping import Swapper

PREMISE = "The ferry sank in 1911 off Lindholm."


def _row(question: str, title: str = "Ferries") -> QuestionRow:
    return QuestionRow(question, PREMISE, (18, 22), ("1911",), title)


def _swapped(question: str, *others: QuestionRow) -> set[str | None]:
    row = _row(question)
    swapper = Swapper([row, *others])
    return {swapper.of(row, PREMISE, Random(seed)) for seed in range(20)}  # noqa: S311 - no secret


def test_a_name_of_the_same_subject_takes_the_place() -> None:
    """Only names that the question and the text lack, and none of another subject."""
    others = [
        _row("Who built the Asta Linde?"),
        _row("Who left the harbour of Lindholm?"),
        _row("Who is Bo Holm?", "Poets"),
    ]
    assert _swapped("When did the Maria Rose sink?", *others) == {"When did the Asta Linde sink?"}


def test_a_year_gives_way_to_a_year() -> None:
    """A number stands in for one with as many figures; the text's own years are left out."""
    others = [_row("Who sailed in 1913?"), _row("Who sailed in 1911?"), _row("How many of the 25 drowned?")]
    assert _swapped("What happened in the storm of 1910?", *others) == {"What happened in the storm of 1913?"}


@pytest.mark.parametrize("question", ["When did the ferry sink?", "Lindholm is where?"])
def test_a_question_that_names_nothing_stays(question: str) -> None:
    """The first word has its capital from its place."""
    assert _swapped(question, _row("Who built the Asta Linde?")) == {None}


def test_without_another_name_nothing_is_made() -> None:
    """Its own name, or part of it, is no other."""
    assert _swapped("When did the Maria Rose sink?", _row("Who built the Maria?")) == {None}
