"""When two dates can both hold."""

from datetime import date

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value


def value(text: str, context: ArticleContext | None = None) -> Value:
    return value_of(text, 0, len(text), context or ArticleContext(), Kind.DATE)


@pytest.mark.parametrize(
    ("first", "second", "fit", "on"),
    [
        ("January 15, 2024", "January 12", Fit.DIFFERENT, "day"),
        ("January 18, 2024", "January 18", Fit.FINER, "date"),
        ("January 18", "18 January", Fit.SAME, "date"),
        ("January 18, 2024", "2024-01-18", Fit.SAME, "date"),
        ("January 18, 2024", "January 18, 2025", Fit.DIFFERENT, "year"),
        ("January 18", "February 18", Fit.DIFFERENT, "month"),
        ("October 2023", "October 2025", Fit.DIFFERENT, "year"),
        ("October 2023", "October", Fit.FINER, "date"),
        ("October 2023", "November 2023", Fit.DIFFERENT, "month"),
        ("January", "January 18", Fit.FINER, "date"),
        ("mid-January", "January 18", Fit.FINER, "date"),
        ("early January", "January 18", Fit.DIFFERENT, "day"),
        ("early January", "late January", Fit.DIFFERENT, "day"),
        ("2024", "January 18, 2024", Fit.FINER, "date"),
        ("2024", "January 18", Fit.UNRELATED, "date"),
        ("2023", "January 18, 2024", Fit.DIFFERENT, "year"),
        ("the 1990s", "1995", Fit.FINER, "date"),
        ("the 1990s", "2001", Fit.DIFFERENT, "year"),
        ("spring 2024", "April 2024", Fit.FINER, "date"),
        ("spring 2024", "October 2024", Fit.DIFFERENT, "month"),
        ("winter 2024", "January 2025", Fit.FINER, "date"),
        ("Q3 2024", "August 3, 2024", Fit.FINER, "date"),
        ("Q3 2024", "October 3, 2024", Fit.DIFFERENT, "month"),
        ("January 12 to January 18", "January 12–18", Fit.SAME, "date"),
        ("January 12 to January 18", "January 15–18, 2024", Fit.DIFFERENT, "start"),
        ("January 12 to January 18", "January 12–19, 2024", Fit.DIFFERENT, "end"),
        ("January 12 to January 18", "February 12–19, 2024", Fit.DIFFERENT, "start and end"),
        ("January 12 to January 18", "January 12–18, 2024", Fit.FINER, "date"),
        ("January 12 to January 18", "January 12", Fit.UNRELATED, "date"),
        ("January 12 to January 18", "January", Fit.FINER, "date"),
        ("January 12 to January 18", "next week", Fit.UNRELATED, "value"),
        ("next week", "next week", Fit.UNRELATED, "value"),
    ],
)
def test_dates_are_compared_field_by_field(first: str, second: str, fit: Fit, on: str) -> None:
    """Fields that one side lacks do not differ; a wider date fits; a stated end may differ."""
    for one, other in ((first, second), (second, first)):
        comparison = compare(value(one), value(other))
        assert (comparison.fit, comparison.on) == (fit, on)


def test_fitting_a_wider_date_is_not_transitive() -> None:
    """One "January 18" fits it in two years, and those two differ."""
    bare, one, other = value("January 18"), value("January 18, 2024"), value("January 18, 2025")
    assert compare(bare, one).fit is Fit.FINER
    assert compare(bare, other).fit is Fit.FINER
    assert compare(one, other).fit is Fit.DIFFERENT


def test_years_from_two_articles_do_not_hide_the_day() -> None:
    """An article dated 2024 and one without a date differ in the day, not in the year."""
    dated = article_context("", date(2024, 1, 12))
    comparison = compare(value("January 15", dated), value("January 12"))
    assert (comparison.fit, comparison.on) == (Fit.DIFFERENT, "day")
