"""Reprints that are made for measuring: the edits change no fact, the changes exactly one."""

import pytest

from bot.answering.reprints import are_one_report, runs_of
from bot.evaluation.suites.changed_facts import changed_date, changed_name, changed_number, denied
from bot.evaluation.suites.press_edits import ADDING, CUTTING, KEEPING, Edit, reprint
from tests.bot.evaluation.suites.mill import PARAGRAPHS


@pytest.mark.parametrize("edit", [*KEEPING, *CUTTING, *ADDING], ids=lambda edit: edit.__name__)
def test_an_edit_keeps_the_paragraph_that_answers(edit: Edit) -> None:
    """Whatever is cut, moved or reset, its sentences are still there, and the text is still the same report."""
    for kept, sentence in enumerate(
        ("built in 1871", "closed in 1921", "nine metres", "runs a large museum")
    ):
        edited = edit(PARAGRAPHS, kept)
        assert edited != PARAGRAPHS or edit.__name__ in {"curly", "plain", "house_spelling"}
        assert any(sentence in text for text in edited)
        assert are_one_report(runs_of("\n".join(PARAGRAPHS)), runs_of("\n".join(edited)))


def test_reprints_differ_from_each_other() -> None:
    """Each number takes the next edit of every kind."""
    assert len({reprint(PARAGRAPHS, 0, number) for number in range(12)}) == 12


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (changed_number("some 1,160 people"), "some 2,323 people"),
        (changed_number("23"), "49"),
        (changed_number("many"), None),
        (changed_date("February 2015"), "February 2008"),
        (changed_date("May 3"), "May 7"),
        (changed_date("in spring"), None),
        (changed_name("person", "Thomas Hale"), "Marta Lindqvist"),
        (changed_name("person", "the owner"), None),
        (changed_name("number", "Thomas Hale"), None),
        (
            denied("The mill at Orrin Bridge was built by Thomas Hale."),
            "The mill at Orrin Bridge was not built by Thomas Hale.",
        ),
        (denied("The mill at Orrin Bridge was never sold to him."), None),
        (denied("It was built and it was sold to him later."), None),
        (denied("The mill at Orrin Bridge was usually closed."), None),
        (denied("It was sold."), None),
    ],
)
def test_one_fact_is_changed_or_none(changed: str | None, expected: str | None) -> None:
    """What cannot be changed safely is left out."""
    assert changed == expected
