"""When two amounts can both hold."""

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value


def value(text: str) -> Value:
    return value_of(text, 0, len(text), ArticleContext())


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("23 people", "twenty-three people", Fit.SAME),
        ("23 people", "24 people", Fit.DIFFERENT),
        ("23 people", "23 soldiers", Fit.SAME),
        ("23 people", "24 vehicles", Fit.UNRELATED),
        ("at least 20 people", "23 people", Fit.FINER),
        ("at least 20 people", "19 people", Fit.DIFFERENT),
        ("at least 20 people", "at least 20 people", Fit.SAME),
        ("at least 20 people", "at most 10 people", Fit.DIFFERENT),
        ("up to 20 people", "19 people", Fit.FINER),
        ("about 100 people", "96 people", Fit.FINER),
        ("about 100 people", "140 people", Fit.DIFFERENT),
        ("nearly 100 people", "98 people", Fit.FINER),
        ("nearly 100 people", "104 people", Fit.DIFFERENT),
        ("1.2 million people", "1,200,345 people", Fit.FINER),
        ("1.2 million people", "1,200,000 people", Fit.SAME),
        ("1.2 million people", "1.3 million people", Fit.DIFFERENT),
        ("1.2 million people", "1,290,000 people", Fit.DIFFERENT),
        ("dozens of people", "36 people", Fit.FINER),
        ("dozens of people", "12 people", Fit.DIFFERENT),
        ("hundreds of people", "36 people", Fit.DIFFERENT),
        ("between 3 and 5 people", "4 people", Fit.FINER),
        ("3-5 people", "three to five people", Fit.SAME),
        ("3-5 people", "6 people", Fit.DIFFERENT),
        ("the fourth meeting", "the fourth exchange", Fit.SAME),
        ("the fourth meeting", "the 4th interaction", Fit.SAME),
        ("the fourth meeting", "the third meeting", Fit.DIFFERENT),
        ("the fourth meeting", "the third floor", Fit.UNRELATED),
        ("a weeklong visit", "seven days", Fit.SAME),
        ("a weeklong visit", "four days", Fit.DIFFERENT),
        ("two hours", "120 minutes", Fit.SAME),
        ("two hours", "three hours", Fit.DIFFERENT),
        ("one month", "30 days", Fit.FINER),
        ("one month", "60 days", Fit.DIFFERENT),
        ("100 km", "62 miles", Fit.FINER),
        ("100 km", "80 miles", Fit.DIFFERENT),
        ("5 kg", "11 lbs", Fit.FINER),
        ("0 degrees Celsius", "32 degrees Fahrenheit", Fit.SAME),
        ("30 degrees Celsius", "32 degrees Fahrenheit", Fit.DIFFERENT),
        ("100 km", "100 kg", Fit.UNRELATED),
        ("$5 million", "5 million dollars", Fit.SAME),
        ("$5 million", "$6 million", Fit.DIFFERENT),
        ("$5 million", "€5 million", Fit.UNRELATED),
        ("more than $5 million", "$6.5 million", Fit.FINER),
        ("25%", "twenty-five percent", Fit.SAME),
        ("25%", "30%", Fit.DIFFERENT),
        ("2%", "2 percentage points", Fit.UNRELATED),
        ("50 basis points", "0.5 percentage points", Fit.SAME),
        ("25%", "25 people", Fit.UNRELATED),
    ],
)
def test_amounts_are_compared_as_ranges(first: str, second: str, fit: Fit) -> None:
    """Bounds, estimates and rounding leave a range; units convert, currencies do not; symmetric."""
    assert compare(value(first), value(second)).fit is fit
    assert compare(value(second), value(first)).fit is fit


def test_comparison_says_what_differs() -> None:
    """A moderator reads what the values were compared on and why they differ."""
    money = compare(value("$5 million"), value("$6 million"))
    assert (money.on, money.rule) == ("amount", "the amounts differ")
    length = compare(value("two hours"), value("three hours"))
    assert (length.on, length.rule) == ("length", "the lengths differ")
