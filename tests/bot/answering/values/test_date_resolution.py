"""What a date means in its article, and what that may be told from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of

WEDNESDAY = article_context("", date(2024, 1, 10))
UNDATED = ArticleContext()


def edtf(text: str, context: ArticleContext) -> str | None:
    return value_of(text, 0, len(text), context, Kind.DATE).canonical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 18, 2024", "2024-01-18"),
        ("18 January", "XXXX-01-18"),
        ("Sunday, 7 July 2019", "2019-07-07"),
        ("13/1/2024", "2024-01-13"),
        ("1/13/2024", "2024-01-13"),
        ("5/5/2024", "2024-05-05"),
        ("1/12/2024", None),
        ("October 2025", "2025-10"),
        ("October", "XXXX-10"),
        ("2011", "2011"),
        ("the 1990s", "199X"),
        ("the 1900s", "19XX"),
        ("the 19th century", "18XX"),
        ("spring 2024", "2024-21"),
        ("Q3 2024", "2024-35"),
        ("the first half of 2024", "2024-40"),
        ("early January", "[XXXX-01-01..XXXX-01-10]"),
        ("mid-January 2024", "[2024-01-10..2024-01-20]"),
        ("the end of February 2023", "[2023-02-20..2023-02-28]"),
        ("mid-2023", "[2023-05..2023-08]"),
        ("February 29, 2023", None),
        ("February 29", "XXXX-02-29"),
        ("January 12 to January 18", "XXXX-01-12/XXXX-01-18"),
        ("January 12–18, 2024", "2024-01-12/2024-01-18"),
        ("from December 28, 2023 to January 3", "2023-12-28/2024-01-03"),
        ("from December 28 to January 3, 2024", "2023-12-28/2024-01-03"),
        ("2019-21", "2019/2021"),
        ("next week", None),
        ("yesterday", None),
        ("last October", None),
        ("Monday", None),
        ("two days ago", None),
        ("this year", None),
        ("from Monday to Friday", None),
    ],
)
def test_without_an_articles_date_nothing_is_added(text: str, expected: str | None) -> None:
    """What the words leave out stays out: an unknown year is XXXX, a relative date has no value."""
    value = value_of(text, 0, len(text), UNDATED, Kind.DATE)
    assert (value.canonical, value.resolved_from) == (expected, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 18", "2024-01-18"),
        ("December 20", "2023-12-20"),
        ("October", "2023-10"),
        ("last October", "2023-10"),
        ("last January", "2023-01"),
        ("next January", "2025-01"),
        ("this May", "2024-05"),
        ("last summer", "2023-22"),
        ("Monday", "2024-01-08"),
        ("Wednesday", "2024-01-10"),
        ("Saturday", "2024-01-13"),
        ("Sunday", "2024-01-07"),
        ("next Monday", "2024-01-15"),
        ("last Friday", "2024-01-05"),
        ("this Friday", "2024-01-12"),
        ("yesterday", "2024-01-09"),
        ("today", "2024-01-10"),
        ("tomorrow", "2024-01-11"),
        ("the day after tomorrow", "2024-01-12"),
        ("two days ago", "2024-01-08"),
        ("two weeks ago", "[2023-12-24..2023-12-30]"),
        ("three months ago", "[2023-09-25..2023-10-31]"),
        ("a year ago", "[2022-07-11..2023-12-31]"),
        ("in two days", "2024-01-12"),
        ("three days from now", "2024-01-13"),
        ("in three days' time", "2024-01-13"),
        ("the weekend", "[2024-01-06..2024-01-07]"),
        ("Christmas Day", "2023-12-25"),
        ("next week", "[2024-01-15..2024-01-21]"),
        ("early next week", "[2024-01-15..2024-01-17]"),
        ("this weekend", "[2024-01-13..2024-01-14]"),
        ("last month", "2023-12"),
        ("this year", "2024"),
        ("next quarter", "2024-34"),
        ("last decade", "201X"),
        ("later this month", "[2024-01-10..2024-01-31]"),
        ("February 29", "2024-02-29"),
        ("December 28 to January 3", "2023-12-28/2024-01-03"),
        ("from Monday to Friday", "2024-01-08/2024-01-12"),
    ],
)
def test_missing_fields_come_from_the_publication_date(text: str, expected: str) -> None:
    """The nearest year, the nearest weekday and the counted week are taken from the article's own date."""
    value = value_of(text, 0, len(text), WEDNESDAY, Kind.DATE)
    assert (value.canonical, value.resolved_from) == (expected, "published")


def test_year_stays_unknown_where_two_are_equally_near() -> None:
    """In mid-January, July is as near behind as ahead: no year is better than a guessed one."""
    assert edtf("July 12", WEDNESDAY) == "XXXX-07-12"


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("It opens on Saturday.", "Saturday", "2024-01-13"),
        ("It sank on Saturday.", "Saturday", "2024-01-06"),
        ("It sank on Sunday.", "Sunday", "2024-01-07"),
        ("It will open on Sunday.", "Sunday", "2024-01-14"),
        ("It will open in July.", "July", "2024-07"),
        ("It opened in July.", "July", "2023-07"),
        ("It will open on Monday.", "Monday", "2024-01-08"),
        ("The mayor declared Friday a holiday.", "Friday", "2024-01-12"),
    ],
)
def test_tense_decides_only_between_dates_that_are_about_equally_near(
    text: str, span: str, expected: str
) -> None:
    """Three days back or four ahead, the verb before says which; else the nearest day stands."""
    start = text.index(span)
    assert value_of(text, start, start + len(span), WEDNESDAY).canonical == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("They landed late on Friday evening.", "Friday", "2024-01-05"),
        ("“I had shut it on Thursday,” she said.", "Thursday", "2024-01-04"),
        ("The bill passed. “Nobody asks.” On Friday the chamber sits.", "Friday", "2024-01-12"),
        ("It was moved to Friday.", "Friday", "2024-01-12"),
        ("She said it will be on Friday.", "Friday", "2024-01-12"),
        ("They called on him to resign on Friday.", "Friday", "2024-01-12"),
        ("The vote is planned for Monday.", "Monday", "2024-01-15"),
        ("The vote had been planned for Monday.", "Monday", "2024-01-08"),
    ],
)
def test_a_verbs_own_day_is_on_its_side_of_the_article(text: str, span: str, expected: str) -> None:
    """What happened on a day lies behind the article, even where the day ahead is nearer; what may yet come does not."""
    start = text.index(span)
    assert value_of(text, start, start + len(span), WEDNESDAY).canonical == expected


def test_next_friday_leaves_open_which() -> None:
    """Said on a Wednesday it may be in two days or in nine: the value holds both."""
    assert edtf("next Friday", WEDNESDAY) == "[2024-01-12..2024-01-19]"


def test_complete_date_owes_nothing_to_the_article() -> None:
    """A date with its own year is not moved and names no source."""
    value = value_of("March 3, 1999", 0, 13, WEDNESDAY)
    assert (value.canonical, value.resolved_from) == ("1999-03-03", None)


def test_weekday_is_the_articles_own_date_of_that_name() -> None:
    """Once the article dates a Monday, its other Mondays are that day, however far the dateline."""
    body = "OSLO, January 10, 2024 – The fair opens Monday, January 29. Doors open on Monday at noon."
    context = article_context(body, None)
    start = body.rindex("Monday")
    value = value_of(body, start, start + 6, context)
    assert (value.canonical, value.resolved_from) == ("2024-01-29", "weekday")


def test_weekday_of_an_undated_article_has_no_year() -> None:
    """The article's own Monday is known to the day even where nothing tells the year."""
    context = article_context("The fair opens Monday, January 29.", None)
    assert edtf("Monday", context) == "XXXX-01-29"


def test_weekday_with_two_own_dates_is_the_one_nearest_the_dateline() -> None:
    """Two dated Mondays: the nearer to the dateline; without one, neither."""
    mondays = "It ran Monday, January 8, and again Monday, January 29."
    assert edtf("Monday", article_context(mondays, date(2024, 1, 10))) == "2024-01-08"
    assert edtf("Monday", article_context(mondays, None)) is None


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_no_year_is_invented(day: date) -> None:
    """Without a date of its own, an article never gives a year that its words do not hold."""
    text = f"It closed on {day:%B} {day.day}."
    values = [
        value_of(text, found.start, found.end, UNDATED).canonical for found in recognise(text, {Kind.DATE})
    ]
    assert values == [f"XXXX-{day.month:02}-{day.day:02}"]


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), published=st.dates(date(1900, 1, 1), date(2100, 1, 1))
)
def test_resolved_day_keeps_its_month_and_is_near(day: date, published: date) -> None:
    """A resolved year puts the date at most half a year from the article's own date."""
    text = f"{day:%B} {day.day}"
    value = edtf(text, article_context("", published))
    assert value is not None
    assert value[4:] == f"-{day.month:02}-{day.day:02}"
    if value[:4] != "XXXX" and (day.month, day.day) != (2, 29):
        assert abs((date.fromisoformat(value) - published).days) <= 183
