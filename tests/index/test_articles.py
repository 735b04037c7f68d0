"""Articles and paragraphs: what names them, and what the details accept."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from index.articles import ArticleDetails, article_version, number_paragraphs


def test_numbers_and_ids_follow_the_text() -> None:
    """A paragraph keeps its id when others come or go; its number is its place."""
    before = number_paragraphs("a", ["one", "two", "two"])
    after = number_paragraphs("a", ["new", "two", "one", "two"])
    assert [item.number for item in after] == [1, 2, 3, 4]
    assert [item.occurrence for item in after] == [0, 0, 0, 1]
    assert {item.id for item in before} < {item.id for item in after}
    assert after[1].id == before[1].id
    assert after[3].id == before[2].id


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_any_change_is_noticed(article_id: str, text: str, other: str) -> None:
    """A paragraph is intact exactly while article, text and occurrence are those it was named for."""
    paragraph = number_paragraphs(article_id, [text])[0]
    assert paragraph.is_intact
    assert replace(paragraph, text=other).is_intact == (text == other)
    assert replace(paragraph, article_id=other).is_intact == (article_id == other)
    assert not replace(paragraph, occurrence=1).is_intact


def test_version_depends_on_body_and_details() -> None:
    """A changed title is a changed article, and parts cannot slip into each other."""
    plain = article_version(ArticleDetails(), "body")
    assert plain == article_version(ArticleDetails(), "body")
    assert plain != article_version(ArticleDetails(title="T"), "body")
    assert plain != article_version(ArticleDetails(), "body\n")
    assert len(plain) == 64


def test_blank_details_are_unknown() -> None:
    """An empty value, as templates leave it, says nothing."""
    assert ArticleDetails(title="  ", byline="", url=None) == ArticleDetails()


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        (date(2024, 1, 12), date(2024, 1, 12)),
        ("2024-01-12", date(2024, 1, 12)),
        (datetime(2024, 1, 12, 23, 59), date(2024, 1, 12)),  # noqa: DTZ001 - YAML makes naive ones
        ("2024-01-12T23:59:00-05:00", date(2024, 1, 12)),
    ],
)
def test_published_is_the_publishers_day(given_value: object, expected: date) -> None:
    """A time stamp gives the day of its own clock; it is never moved into another zone."""
    assert ArticleDetails.model_validate({"published": given_value}).published == expected


@pytest.mark.parametrize("wrong", [2024, 20240112, True, "January 12", "2024-13-01", ["2024-01-12"]])
def test_other_values_are_no_dates(wrong: object) -> None:
    """A bare number is no date: pydantic would take it for seconds since 1970."""
    with pytest.raises(ValidationError):
        ArticleDetails.model_validate({"published": wrong})
