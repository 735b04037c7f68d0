"""The dates of the story's first two articles, as worked out by hand."""

from pathlib import Path

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.consistency import length_conflicts, weekday_conflicts
from bot.answering.values.context import article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

CORPUS = Path(__file__).parents[4] / "corpus" / "articles"
WASHINGTON, CALIBER = (
    (CORPUS / name).read_text("utf-8") for name in ("washington-dateline.txt", "caliber-az.md")
)


def value(body: str, passage: str, span: str, wanted: Kind = Kind.DATE) -> Value:
    """Resolve *span* as it stands in the paragraph that holds *passage*."""
    paragraph = next(line for line in body.splitlines() if passage in line)
    start = paragraph.index(span, paragraph.index(passage))
    return value_of(paragraph, start, start + len(span), article_context(body, None), wanted)


@pytest.mark.parametrize(
    ("passage", "span", "canonical", "source"),
    [
        ("will visit", "Monday, January 15", "2024-01-15", "dateline"),
        ("will visit", "from Monday, January 15, through January 18", "2024-01-15/2024-01-18", "dateline"),
        ("key meeting", "Thursday, January 18", "2024-01-18", "dateline"),
        ("weeklong trip", "Monday", "2024-01-15", "weekday"),
        ("fourth meeting", "last October", "2023-10", "dateline"),
        ("took office", "in October", "2023-10", "dateline"),
        ("Koizumi announced", "Friday", "2024-01-12", "dateline"),
    ],
)
def test_washington(passage: str, span: str, canonical: str, source: str) -> None:
    """The dateline, January 12, 2024, gives the years and the Friday; the article itself its Monday."""
    found = value(WASHINGTON, passage, span)
    assert (found.canonical, found.resolved_from) == (canonical, source)


@pytest.mark.parametrize(
    ("passage", "span", "canonical"),
    [
        ("his trip", "from January 12 to January 18", "XXXX-01-12/XXXX-01-18"),
        ("his trip", "January 12", "XXXX-01-12"),
        ("in Hawaii on", "January 12", "XXXX-01-12"),
        ("where he will meet", "January 15", "XXXX-01-15"),
        ("return to Japan", "January 18", "XXXX-01-18"),
        ("assumed office", "October 2025", "2025-10"),
        ("weeklong visit", "next week", None),
    ],
)
def test_caliber(passage: str, span: str, canonical: str | None) -> None:
    """The article has no date of its own: no year is added, not even the one it names elsewhere."""
    found = value(CALIBER, passage, span)
    assert (found.canonical, found.resolved_from) == (canonical, None)


@pytest.mark.parametrize(
    ("first", "second", "fit", "on"),
    [
        (("will visit", "Monday, January 15"), ("his trip", "January 12"), Fit.DIFFERENT, "day"),
        (("key meeting", "Thursday, January 18"), ("where he will meet", "January 15"), Fit.DIFFERENT, "day"),
        (("weeklong trip", "Monday"), ("in Hawaii on", "January 12"), Fit.DIFFERENT, "day"),
        (("fourth meeting", "last October"), ("assumed office", "October 2025"), Fit.DIFFERENT, "year"),
        (
            ("will visit", "from Monday, January 15, through January 18"),
            ("his trip", "from January 12 to January 18"),
            Fit.DIFFERENT,
            "start",
        ),
        (("will visit", "January 18"), ("return to Japan", "January 18"), Fit.FINER, "date"),
    ],
)
def test_dates_that_the_articles_dispute(
    first: tuple[str, str], second: tuple[str, str], fit: Fit, on: str
) -> None:
    """Start, meeting, speech and office are disputed; the end of the trip is one version."""
    comparison = compare(value(WASHINGTON, *first), value(CALIBER, *second))
    assert (comparison.fit, comparison.on) == (fit, on)


def test_fourth_meeting_is_one_version() -> None:
    """The "fourth meeting", "fourth interaction" and "fourth direct exchange" are one number of one thing."""
    ordinals = [
        value(WASHINGTON, "fourth meeting", "fourth", Kind.ORDINAL),
        value(WASHINGTON, "fourth interaction", "fourth", Kind.ORDINAL),
        value(CALIBER, "fourth direct exchange", "fourth", Kind.ORDINAL),
    ]
    assert [one.canonical for one in ordinals] == ["4", "4", "4"]
    assert {compare(one, other).fit for one in ordinals for other in ordinals} == {Fit.SAME}


def test_length_is_one_version_and_does_not_fit_the_dates_of_one_article() -> None:
    """Both say "weeklong"; January 15 to 18 are four days, which is remarked and nothing more."""
    lengths = [value(body, "weeklong", "weeklong", Kind.DURATION) for body in (WASHINGTON, CALIBER)]
    assert [one.canonical for one in lengths] == ["7 days", "7 days"]
    remarks = length_conflicts(WASHINGTON, article_context(WASHINGTON, None))
    assert [remark.values for remark in remarks] == [
        ("weeklong", "from Monday, January 15, through January 18 (4 days)")
    ]
    assert length_conflicts(CALIBER, article_context(CALIBER, None)) == []
    assert weekday_conflicts(CALIBER, article_context(CALIBER, None)) == []
    assert weekday_conflicts(WASHINGTON, article_context(WASHINGTON, None)) == []


def test_the_dateline_is_named_as_a_citation_names_it() -> None:
    """Place in title case, date as written; the other article has none."""
    assert article_context(WASHINGTON, None).dateline == "Washington, January 12, 2024"
    assert article_context(CALIBER, None).dateline is None
