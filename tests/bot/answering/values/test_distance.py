"""How far apart two values lie."""

import math

import pytest

from bot.answering.values.distance import days_apart, folds_apart, years_apart
from tests.bot.answering.claiming import claim


@pytest.mark.parametrize(
    ("one", "other", "folds"),
    [
        ("19 people", "23 people", math.log(23 / 19)),
        ("$1.5 million", "$3 million", math.log(2)),
        ("400 jobs", "400 jobs", 0.0),
        ("dozens of people", "23 people", None),
        ("19 people", "$23", None),
        ("19 km", "19 kg", None),
        ("0 people", "23 people", None),
        ("19 people", "Monday", None),
    ],
)
def test_amounts_in_one_unit_lie_as_far_apart_as_their_ratio(
    one: str, other: str, folds: float | None
) -> None:
    """Two millions are as far from four as two are; what has no number, or another unit, has no distance."""
    first, second = (claim("a", text, text).value for text in (one, other))
    found = folds_apart(first, second)
    assert found == folds_apart(second, first)
    assert found == (None if folds is None else pytest.approx(folds))


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("12 January 2024", "15 January 2024", 3),
        ("31 December 2023", "1 January 2024", 1),
        ("12 January", "15 January 2024", None),
        ("January 2024", "15 January 2024", None),
        ("15 people", "15 January 2024", None),
    ],
)
def test_dates_known_to_the_day_lie_days_apart(one: str, other: str, days: int | None) -> None:
    """What may be any day of a month or of any year is at no distance from another."""
    first, second = (claim("a", text, text).value for text in (one, other))
    assert (days_apart(first, second), days_apart(second, first)) == (days, days)


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [
        ("3 May 1911", "9 June 1987", 76),
        ("1911", "1987", 75),
        ("from 1901 to 1902", "1951", 49),
        ("3 May 1911", "1911", 0),
        ("May 3", "1911", None),
        ("1911", "1,911 people", None),
    ],
)
def test_years_lie_between_two_dates_at_least(one: str, other: str, years: int | None) -> None:
    """The last day of the earlier and the first of the later count, of a period its beginning."""
    first, second = (claim("a", text, text).value for text in (one, other))
    assert (years_apart(first, second), years_apart(second, first)) == (years, years)
