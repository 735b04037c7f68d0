"""Times of day."""

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value


def value(text: str) -> Value:
    return value_of(text, 0, len(text), ArticleContext(), Kind.TIME)


@pytest.mark.parametrize(
    ("text", "written", "canonical"),
    [
        ("It began at 9 a.m. sharp.", "9 a.m.", "09:00"),
        ("It began at 9:30 pm on Monday.", "9:30 pm", "21:30"),
        ("It began at 21:30 GMT.", "21:30 GMT", "21:30 GMT"),
        ("It began at 2130 GMT.", "2130 GMT", "21:30 GMT"),
        ("It began at 12 a.m. local time.", "12 a.m. local time", "00:00 local time"),
        ("It began at noon.", "noon", "12:00"),
        ("It began at midnight.", "midnight", "00:00"),
        ("It began at 9 o'clock.", "9 o'clock", "09:00"),
        ("It began at 08:15.", "08:15", "08:15"),
        ("It began at ten past six on Monday morning.", "ten past six", "06:10"),
        ("It began six minutes past seven that evening.", "six minutes past seven that evening", "19:06"),
        ("It began at eleven minutes to midnight.", "eleven minutes to midnight", "23:49"),
        ("It began ten past noon.", "ten past noon", "12:10"),
        ("It began at twenty to five.", "twenty to five", "04:40"),
        ("It began at half-past nine tonight.", "half-past nine tonight", "21:30"),
        ("It began at half nine.", "half nine", "09:30"),
        ("It began at 6.40 on Tuesday evening.", "6.40", "18:40"),
        ("It began at six on Monday evening.", "six", "18:00"),
        ("It began at two on the morning of 5 May.", "two", "02:00"),
        ("It began at 4 this afternoon.", "4 this afternoon", "16:00"),
    ],
)
def test_time_is_found_and_written_in_24_hours(text: str, written: str, canonical: str) -> None:
    """A time keeps its zone and is no number."""
    found = recognise(text, {Kind.TIME, Kind.NUMBER})
    assert [(one.kind, text[one.start : one.end]) for one in found] == [(Kind.TIME, written)]
    assert value_of(text, found[0].start, found[0].end, ArticleContext()).canonical == canonical


@pytest.mark.parametrize(
    "text", ["They won 3:16.", "A ratio of 16:9 is wide.", "Psalm 23:10 was sung.", "at 13 p.m."]
)
def test_ratios_and_verses_are_no_times(text: str) -> None:
    """Digits with a colon are a time only after a preposition or before a zone."""
    assert recognise(text, {Kind.TIME}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "They arrested nine this morning.",
        "The toll rose to six on Monday evening.",
        "It took ten past five years.",
        "20 minutes after three of them left",
        "ten minutes after two men had left",
        "They won by ten to five.",
        "half six of the crew",
    ],
)
def test_what_is_counted_is_no_time(text: str) -> None:
    """Small numbers are times of day only where the words around them say so."""
    assert recognise(text, {Kind.TIME}) == ()


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("9 a.m.", "at 09:00", Fit.SAME),
        ("9 a.m.", "10 a.m.", Fit.DIFFERENT),
        ("9 o'clock", "9 p.m.", Fit.FINER),
        ("9 o'clock", "10 p.m.", Fit.DIFFERENT),
        ("21:30 GMT", "22:30 CET", Fit.SAME),
        ("21:30 GMT", "21:30 CET", Fit.DIFFERENT),
        ("21:30 GMT", "at 21:30", Fit.FINER),
        ("21:30 GMT", "at 20:30", Fit.UNRELATED),
    ],
)
def test_times_are_compared_in_one_zone(first: str, second: str, fit: Fit) -> None:
    """Known zones are converted; where one is unknown, only equal clocks say anything."""
    assert compare(value(first), value(second)).fit is fit
    assert compare(value(second), value(first)).fit is fit
