"""Pairs of values as news writes them, and how the two stand to each other."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

TABLES = Path(__file__).parent / "pairs"
# What a question that takes such an answer asks for; None: any amount.
WANTED = {
    "dates": Kind.DATE,
    "times": Kind.TIME,
    "amounts": Kind.NUMBER,
    "none": Kind.NUMBER,
    "shares": Kind.PERCENT,
    "money": None,
    "measures": None,
    "durations": Kind.DURATION,
    "ordinals": Kind.ORDINAL,
    "persons": Kind.PERSON,
    "places": Kind.PLACE,
    "organisations": Kind.ORGANISATION,
    "yes_no": Kind.YES_NO,
}
# A name is typed by the words around it.
SENTENCES: dict[Kind | None, str] = {
    Kind.PERSON: "On that day {} agreed with them.",
    Kind.PLACE: "It happened in {} last week.",
    Kind.ORGANISATION: "The plan of {} was praised.",
}
FITS = {
    "same": Fit.SAME,
    "compatible": Fit.FINER,
    "differ": Fit.DIFFERENT,
    "unrelated": Fit.UNRELATED,
}
_SIDE = re.compile(r"(?P<text>.*?)(?: @(?P<published>\d{4}-\d{2}-\d{2}))?")


def pairs() -> Iterator[object]:
    for table, wanted in WANTED.items():
        for line in (TABLES / f"{table}.txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                word, rest = line.split(maxsplit=1)
                first, second = rest.split(" | ")
                yield pytest.param(wanted, first, second, FITS[word], id=f"{table}: {rest}: {word}")


def value(side: str, wanted: Kind | None) -> Value:
    """Resolve the words in brackets, else all of *side*, in an article of the day after the @, if any."""
    match = _SIDE.fullmatch(side)
    assert match
    text, published = match["text"], match["published"]
    context = article_context("", date.fromisoformat(published)) if published else ArticleContext()
    if "[" not in text:
        text = SENTENCES.get(wanted, "{}").format(f"[{text}]")
    start, end = text.index("["), text.index("]")
    return value_of(text.replace("[", "").replace("]", ""), start, end - 1, context, wanted)


@pytest.mark.parametrize(("wanted", "first", "second", "fit"), list(pairs()))
def test_pair(wanted: Kind | None, first: str, second: str, fit: Fit) -> None:
    """Every table says above its pairs which rule they hold; all are symmetric."""
    one, other = value(first, wanted), value(second, wanted)
    assert (compare(one, other).fit, one.canonical, other.canonical) == (
        fit,
        one.canonical,
        other.canonical,
    )
    assert compare(other, one) == compare(one, other)
