"""Remarks on what does not fit within one article."""

from datetime import date

import pytest

from bot.answering.values.consistency import Remark, length_conflicts, weekday_conflicts
from bot.answering.values.context import ArticleContext, article_context

UNDATED = ArticleContext()


def test_weekday_that_its_own_year_denies_is_remarked() -> None:
    """March 4, 2021 was a Thursday."""
    body = "It opened on Monday, March 4, 2021, and shut on Friday, March 5, 2021."
    assert weekday_conflicts(body, UNDATED) == [
        Remark("the weekday does not fit the date", ("Monday, March 4, 2021", "2021-03-04 is a Thursday"))
    ]


def test_weekday_is_checked_in_the_year_of_the_dateline_too() -> None:
    """A year that the article itself gives may be checked; without one there is nothing to check."""
    body = "It opens on Monday, March 4."
    assert weekday_conflicts(body, article_context("", date(2024, 3, 1))) == []
    assert weekday_conflicts(body, article_context("", date(2021, 3, 1))) == [
        Remark("the weekday does not fit the date", ("Monday, March 4", "2021-03-04 is a Thursday"))
    ]
    assert weekday_conflicts(body, UNDATED) == []


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("The weeklong fair runs from March 4 to March 7.", ("weeklong", "from March 4 to March 7 (4 days)")),
        ("The three-day fair runs March 4–9, 2021.", ("three-day", "March 4–9, 2021 (6 days)")),
        (
            "The fair runs from January 30 to February 1, 2021, a week-long joy.",
            ("week-long", "from January 30 to February 1, 2021 (3 days)"),
        ),
    ],
)
def test_length_that_no_stated_period_has_is_remarked(body: str, values: tuple[str, ...]) -> None:
    """Days are counted with both ends; the length and the period are shown as written."""
    rule = "the stated length does not fit the stated dates"
    assert length_conflicts(body, UNDATED) == [Remark(rule, values)]


@pytest.mark.parametrize(
    "body",
    [
        "The weeklong fair runs from March 4 to March 10.",
        "The weeklong fair runs from March 4 to March 11.",
        "The three-day fair runs from March 4 to March 7.",
        "The weeklong fair opens on March 4.",
        "The fair runs from March 4 to March 7 after seven days of rain.",
        "A weeklong fair from March 4 to March 10 goes before the sale from March 12 to March 14.",
        "The weeklong fair ran from March to May.",
    ],
)
def test_length_that_may_fit_is_not_remarked(body: str) -> None:
    """One day more or less is counting; a length without a period, or beside one that fits, says nothing."""
    assert weekday_conflicts(body, UNDATED) == []
    assert length_conflicts(body, UNDATED) == []
