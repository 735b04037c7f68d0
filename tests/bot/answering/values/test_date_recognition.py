"""Which words are a date, to the exact character."""

import pytest

from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise


def dates(text: str) -> list[str]:
    return [text[found.start : found.end] for found in recognise(text, {Kind.DATE})]


@pytest.mark.parametrize(
    "date",
    [
        "Thursday, January 18",
        "January 12, 2024",
        "Jan. 5",
        "12 January 2024",
        "the 12th of January",
        "Jan 12th",
        "2024-01-12",
        "1/12/2024",
        "Sunday, 7 July 2019",
        "early January",
        "mid-2023",
        "late March",
        "the end of March",
        "the beginning of May 2020",
        "October 2025",
        "last October",
        "next May",
        "October",
        "2011",
        "the 1990s",
        "the early 1990s",
        "spring 2024",
        "the autumn of 2021",
        "Friday",
        "next Monday",
        "Monday night",
        "next week",
        "early next week",
        "later this year",
        "yesterday",
        "today",
        "tomorrow morning",
        "the day before yesterday",
        "two days ago",
        "three months ago",
        "Q3 2024",
        "the third quarter of 2024",
        "the first half of 2022",
        "the 19th century",
        "this weekend",
        "the weekend",
        "three weeks from now",
        "the first week of March 2024",
        "the last Monday in May",
        "the late nineties",
        "the '80s",
        "the twentieth century",
        "New Year’s Eve",
        "Good Friday 2024",
    ],
)
def test_whole_expression_is_one_mention(date: str) -> None:
    """A date is found from its first to its last character, and nothing around it."""
    expected = date.removeprefix("the ") if date == "the early 1990s" else date
    assert dates(f"The harbour bridge reopened in {date}, the mayor said.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It runs from Monday, March 4, through March 8.",
            ["from Monday, March 4, through March 8", "Monday, March 4", "March 8"],
        ),
        ("Open March 4 to March 8.", ["March 4 to March 8", "March 4", "March 8"]),
        ("Open March 4–8, 2021.", ["March 4–8, 2021", "March 4", "8"]),
        ("Open 4-8 March 2021.", ["4-8 March 2021", "4", "8 March 2021"]),
        ("Shut between March 3 and 5.", ["between March 3 and 5", "March 3", "5"]),
        ("From 2019 to 2021 it stood empty.", ["From 2019 to 2021", "2019", "2021"]),
        ("The 2019-21 drought ended.", ["2019-21", "2019", "21"]),
        ("Open from Monday to Thursday.", ["from Monday to Thursday", "Monday", "Thursday"]),
        ("Closed March 3 and 5.", ["March 3"]),
        ("It was postponed from March 3 to March 5.", ["March 3", "March 5"]),
        ("It was moved, they said, from May 3 to May 5.", ["May 3", "May 5"]),
        ("Closed March 3 and March 5.", ["March 3", "March 5"]),
    ],
)
def test_period_comes_with_its_ends(text: str, expected: list[str]) -> None:
    """A period is one mention and each of its ends another; "and" makes one only after "between"."""
    assert dates(text) == expected


def test_ends_know_their_period() -> None:
    """Each end says which end it is and where its period stands."""
    text = "Open from 4 May to 8 May."
    whole, first, last = recognise(text, {Kind.DATE})
    assert (whole.role, whole.period) == (None, None)
    assert (first.role, first.period) == ("start", (whole.start, whole.end))
    assert (last.role, last.period) == ("end", (whole.start, whole.end))


@pytest.mark.parametrize(
    "text",
    [
        "They may visit the port.",
        "They march on the capital.",
        "March on, she told them.",
        "Theresa May resigned.",
        "Mark lost his will to fall in line.",
        "On Bloody Sunday they fell.",
        "Every Monday it rains.",
        "On Monday nights it is shut.",
        "A crowd of 2000 people waited.",
        "More than 1950 homes burned.",
        "It took a second.",
        "The F-2011 flew.",
        "Closed on February 30.",
        "Fridays are quiet.",
        "They sat in an august chamber.",
        "Room 2011 is locked.",
    ],
)
def test_lookalikes_are_no_dates(text: str) -> None:
    """Verbs, surnames, counts, labels and days that no month has are not dates."""
    assert dates(text) == []


def test_month_that_is_also_a_word_needs_a_preposition() -> None:
    """Alone, "May" and "March" are months only where a date is expected."""
    assert dates("It opened in May and closed in March.") == ["May", "March"]


@pytest.mark.parametrize(
    "month",
    "January February March April May June July August September October November December".split(),
)
def test_every_month_alone_is_a_date(month: str) -> None:
    """After a preposition each month's full name is a date by itself."""
    assert dates(f"It closed in {month}.") == [month]


def test_bare_day_after_on_is_a_date_but_an_anniversary_is_not() -> None:
    """A bare "on the 15th" is a day; "the 15th anniversary" counts."""
    assert dates("She left on the 15th.") == ["the 15th"]
    assert dates("They met on the 15th anniversary.") == []
