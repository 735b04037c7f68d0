"""Laws that hold for every value, whatever is compared."""

from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value
from tests.bot.answering.values.tables import WANTED, sides, value

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def amount(text: str) -> Value:
    found = value_of(text, 0, len(text), ArticleContext())
    assert found.canonical is not None, text
    return found


@settings(deadline=None)
@given(number=st.integers(1, 10**11), decimals=st.integers(0, 2), scale=st.sampled_from(sorted(SCALES)))
def test_rounding_never_makes_one_number_two(number: int, decimals: int, scale: str) -> None:
    """A number, grouped or not, fits what it is when rounded to a scale word, as far as that keeps its size."""
    rounded = round(number / SCALES[scale], decimals)
    written = [f"{number} people", f"{number:,} people"]
    if abs(rounded * SCALES[scale] - number) <= 0.13 * number:
        written.append(f"{rounded:.{decimals}f} {scale} people")
    fits = {compare(amount(one), amount(other)).fit for one, other in combinations(written, 2)}
    assert fits <= {Fit.SAME, Fit.FINER}


@settings(deadline=None)
@given(number=st.integers(20, 999) | st.integers(2200, 10**6), share=st.integers(0, 9))
def test_hedges_hold_what_they_are_said_of(number: int, share: int) -> None:
    """What is "at least" something less, "up to" something more or "about" something near is no contradiction."""
    less = number * (100 - share) // 100
    near = less if 10 * (number - less) <= less else number
    exact = amount(f"{number} people")
    for hedged in (
        f"at least {less} people",
        f"more than {less} people",
        f"up to {number + less} people",
        f"about {near} people",
        f"between {number - 1} and {number + 1} people",
    ):
        assert compare(amount(hedged), exact).fit in {Fit.SAME, Fit.FINER}
    if number < 1000:  # from there on zeros may be rounding
        assert compare(amount(f"at least {number + 1} people"), exact).fit is Fit.DIFFERENT


@settings(deadline=None)
@given(
    number=st.integers(1, 5000),
    units=st.sampled_from(
        [
            ("km", "miles", Fraction("0.621371192237334")),
            ("kg", "pounds", Fraction("2.20462262184878")),
            ("hectares", "acres", Fraction("2.47105381467165")),
            ("metres", "feet", Fraction("3.28083989501312")),
            ("nautical miles", "km", Fraction("1.852")),
            ("knots", "mph", Fraction("1.15077944802354")),
            ("litres", "gallons", Fraction("0.264172052358148")),
            ("square miles", "sq km", Fraction("2.589988110336")),
            ("inches", "cm", Fraction("2.54")),
            ("tonnes", "tons", Fraction("1.10231131092439")),
        ]
    ),
)
def test_conversion_goes_there_and_back(number: int, units: tuple[str, str, Fraction]) -> None:
    """A measure and what it is in the other unit, rounded to two digits after the point, are no contradiction."""
    here, there, factor = units
    converted = float(number * factor)
    assert compare(amount(f"{number} {here}"), amount(f"{converted:.2f} {there}")).fit in {
        Fit.SAME,
        Fit.FINER,
    }
    assert compare(amount(f"{number} {here}"), amount(f"{converted * 1.5:.2f} {there}")).fit is Fit.DIFFERENT


@settings(deadline=None)
@given(celsius=st.integers(-80, 60))
def test_degrees_convert_exactly(celsius: int) -> None:
    """Celsius and Fahrenheit have other zeros; the same temperature is the same value."""
    fahrenheit = f"{celsius * 9 / 5 + 32:.1f}"
    one, other = f"{celsius} degrees Celsius", f"{fahrenheit} degrees Fahrenheit"
    sign = [text.replace("-", "minus ") for text in (one, other)]
    assert compare(amount(sign[0]), amount(sign[1])).fit in {Fit.SAME, Fit.FINER}


@settings(deadline=None)
@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), other=st.dates(date(1900, 1, 1), date(2099, 12, 31))
)
def test_fields_that_are_left_out_never_differ(day: date, other: date) -> None:
    """A day fits its month, its year and itself without a year; two whole days differ unless they are one."""
    full = f"{day:%B} {day.day}, {day.year}"
    for vaguer in (f"{day:%B} {day.year}", f"{day.year}", f"{day:%B} {day.day}", f"{day:%B}"):
        assert compare(dated(full), dated(vaguer)).fit is Fit.FINER
    fit = compare(dated(full), dated(other.isoformat())).fit
    assert fit is (Fit.SAME if day == other else Fit.DIFFERENT)


def dated(text: str) -> Value:
    return value_of(text, 0, len(text), ArticleContext(), Kind.DATE)


@pytest.mark.parametrize("table", sorted(WANTED))
def test_values_that_are_the_same_as_a_third_do_not_differ(table: str) -> None:
    """Versions are gathered by "same": whatever two values are each the same as, they cannot contradict each other."""
    values = list(_sides(table))
    same: dict[int, set[int]] = {n: set() for n in range(len(values))}
    for one, other in combinations(range(len(values)), 2):
        if compare(values[one], values[other]).fit is Fit.SAME:
            same[one].add(other)
            same[other].add(one)
    for neighbours in same.values():
        for one, other in combinations(sorted(neighbours), 2):
            first, second = values[one], values[other]
            assert compare(first, second).fit is not Fit.DIFFERENT, (first.canonical, second.canonical)


def _sides(table: str) -> list[Value]:
    written = dict.fromkeys(side for _, first, second in sides(table) for side in (first, second))
    return [value(side, WANTED[table]) for side in written]
