"""Which mention a reader's span stands for."""

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

TEXT = (
    "The mayor, Ana Prata, said on January 12 that four ferries would run from January 15 to January 18, "
    "2022, between Porto and Faro, the fourth such service in years."
)


def value(span: str, wanted: Kind | None = None) -> Value:
    start = TEXT.index(span)
    return value_of(TEXT, start, start + len(span), ArticleContext(), wanted)


@pytest.mark.parametrize(
    ("span", "wanted", "kind", "canonical"),
    [
        ("on January 12", None, Kind.DATE, "XXXX-01-12"),
        ("January", Kind.DATE, Kind.DATE, "XXXX-01-12"),
        ("January 15 to January 18, 2022", Kind.DATE, Kind.DATE, "2022-01-15/2022-01-18"),
        ("January 15", Kind.DATE, Kind.DATE, "2022-01-15"),
        ("January 18, 2022", Kind.DATE, Kind.DATE, "2022-01-18"),
        ("four ferries", None, Kind.NUMBER, "4"),
        ("fourth", None, Kind.ORDINAL, "4"),
        ("Ana Prata", None, Kind.PERSON, "Ana Prata"),
        ("The mayor, Ana Prata", Kind.PERSON, Kind.PERSON, "Ana Prata"),
        ("Prata", Kind.PERSON, Kind.PERSON, "Ana Prata"),
        ("said on January 12 that four ferries would run", Kind.NUMBER, Kind.NUMBER, "4"),
        ("said on January 12 that four ferries would run", Kind.DATE, Kind.DATE, "XXXX-01-12"),
        ("said on January 12 that four ferries would run", None, Kind.TEXT, None),
        ("ferries would run", Kind.DATE, Kind.TEXT, None),
        ("ferries would run", None, Kind.TEXT, None),
        ("such service", Kind.NUMBER, Kind.TEXT, None),
    ],
)
def test_best_fitting_mention_is_taken(
    span: str, wanted: Kind | None, kind: Kind, canonical: str | None
) -> None:
    """The wanted kind goes first; another kind must be most of the span; a clause alone is text."""
    found = value(span, wanted)
    assert (found.kind, found.canonical) == (kind, canonical)


def test_guessed_name_takes_the_wanted_kind() -> None:
    """What a name only seems to be by its place in the sentence yields to what was asked for."""
    assert value("Faro", Kind.PLACE).kind is Kind.PLACE


@pytest.mark.parametrize(("start", "end"), [(-5, 4), (10_000, 10_010), (9, 3), (5, 5)])
def test_offsets_outside_the_text_are_cut(start: int, end: int) -> None:
    """A span that holds nothing is text without a value."""
    assert value_of(TEXT, start, end, ArticleContext()) == Value(Kind.TEXT)


def test_yes_and_no_are_values_only_when_asked_for() -> None:
    """A yes/no question reads the answer word; the two cannot both hold."""
    yes = value_of("Yes, she said.", 0, 14, ArticleContext(), Kind.YES_NO)
    no = value_of("“No,” he said.", 0, 14, ArticleContext(), Kind.YES_NO)
    assert (yes.canonical, no.canonical) == ("yes", "no")
    assert compare(yes, no).fit is Fit.DIFFERENT
    assert value_of("Yes, she said.", 0, 3, ArticleContext()).kind is Kind.TEXT


def test_text_is_compared_with_nothing() -> None:
    """Two spans of prose are unrelated, even if they are equal: the words are for the reader to judge."""
    text = Value(Kind.TEXT)
    assert compare(text, text).fit is Fit.UNRELATED
    assert compare(text, value("fourth")).fit is Fit.UNRELATED
