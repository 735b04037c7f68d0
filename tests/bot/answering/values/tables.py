"""The tables of pairs beside this module: how they are read, and what their words are worth."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answering.values.comparison import Fit
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


def sides(table: str) -> list[tuple[str, str, str]]:
    """Return the lines of a table: the word for the fit, and the two sides."""
    lines = (TABLES / f"{table}.txt").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            word, rest = line.split(maxsplit=1)
            first, second = rest.split(" | ")
            found.append((word, first, second))
    return found


def pairs() -> Iterator[object]:
    """Yield each pair of each table as a test's parameters."""
    for table, wanted in WANTED.items():
        for word, first, second in sides(table):
            yield pytest.param(wanted, first, second, FITS[word], id=f"{table}: {first} | {second}: {word}")


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
