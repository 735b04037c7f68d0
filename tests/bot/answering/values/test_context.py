"""Where an article says when and where it was written."""

from datetime import date

import pytest

from bot.answering.values.context import article_context
from bot.answering.values.dates.points import DatePoint

PUBLISHED = date(2024, 1, 10)


@pytest.mark.parametrize(
    ("line", "label", "day"),
    [
        ("LISBON, March 3, 2022 – The port reopened.", "Lisbon, March 3, 2022", date(2022, 3, 3)),
        ("KYIV, Ukraine, Jan. 5 (Newswire) - Trams ran.", "Kyiv, Ukraine, Jan. 5", date(2024, 1, 5)),
        ("Porto, 12 January 2024 — Trams ran.", "Porto, 12 January 2024", date(2024, 1, 12)),
        (
            "WASHINGTON, D.C., Jan 12, 2024 (NW) — Trams ran.",
            "Washington, D.C., Jan 12, 2024",
            date(2024, 1, 12),
        ),
        ("SÃO PAULO, May 3, 2022 /Wire/ -- Trams ran.", "São Paulo, May 3, 2022", date(2022, 5, 3)),
        ("Bergen — March 4, 2021: Trams ran.", "Bergen, March 4, 2021", date(2021, 3, 4)),
        ("Trams run again\nBy Ana Prata\nMarch 4, 2021\nThey ran.", "March 4, 2021", date(2021, 3, 4)),
        ("Trams run again\nPublished: 4 March 2021, 10:30\nThey ran.", "4 March 2021", date(2021, 3, 4)),
        ("Mar 4, 2021 ... Trams ran on Thursday.", "Mar 4, 2021", date(2021, 3, 4)),
        ("Trams run again\n4 March 2021 | Trams ran.", "4 March 2021", date(2021, 3, 4)),
        ("24-03-2021 Two Trams Ran", "24-03-2021", date(2021, 3, 24)),
        ("Date of publication 4 March 2021 Trams ran.", "4 March 2021", date(2021, 3, 4)),
    ],
)
def test_dateline_is_read_and_goes_before_published(line: str, label: str, day: date) -> None:
    """The dateline is named as written, its place in title case, and dates the article."""
    context = article_context(line, PUBLISHED)
    assert (context.dateline, context.reference, context.source) == (label, day, "dateline")


@pytest.mark.parametrize(
    "body",
    [
        "On Monday, March 4, 2021 – a quiet day – trams ran.",
        "The line, opened March 4, 2021, was long.",
        "Trams ran again.",
        "",
        "UPDATE – Trams ran.",
        "04-03-2021 Trams ran.",
        "March 4, 2021 was a day without trams.",
        "March 4, 2021 – Trams ran.\nMarch 9, 2021 – They stopped.",
        "Trams ran.\nThey stopped.\nNobody knew why.\nMarch 9, 2021 – They ran again.",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(body: str) -> None:
    """Only what opens a line counts, and no timeline's day; else the day of publication is the reference."""
    context = article_context(body, PUBLISHED)
    assert (context.dateline, context.reference, context.source) == (None, PUBLISHED, "published")


def test_dateline_without_a_date_only_names_the_place() -> None:
    """An agency's place alone is shown but dates nothing."""
    context = article_context("PARIS (Newswire) — Trams ran.", None)
    assert (context.dateline, context.reference, context.source) == ("Paris", None, None)


def test_dateline_without_a_year_dates_nothing_by_itself() -> None:
    """Without a day of publication its year is unknown, so there is no reference."""
    context = article_context("PARIS, March 3 – Trams ran.", None)
    assert (context.dateline, context.reference) == ("Paris, March 3", None)


def test_weekdays_hold_the_articles_own_dates() -> None:
    """A weekday written with its date is remembered, each date once."""
    body = "It opens Monday, March 4. On Monday, March 4, it rained. It ends Friday, March 8."
    weekdays = article_context(body, date(2024, 3, 1)).weekdays
    assert {day: [point.edtf for point in points] for day, points in weekdays.items()} == {
        0: ["2024-03-04"],
        4: ["2024-03-08"],
    }
    assert isinstance(weekdays[0][0], DatePoint)
