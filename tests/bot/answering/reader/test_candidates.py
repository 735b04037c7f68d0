"""From a model's spans to what can answer."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.candidates import candidates
from bot.answering.reader.model.protocol import Span

TEXT = "The ferry sailed from Monday, January 15, through January 18; $40 (a fifth) was refunded to Ana Diaz."


def _span(words: str, margin: float = 1.0) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), margin)


def _words(question: str, *spans: Span) -> list[str]:
    return [TEXT[found.start : found.end] for found in candidates(analyse(question), TEXT, spans)]


@pytest.mark.parametrize(
    ("question", "pointed", "meant"),
    [
        ("When did the ferry start?", "Monday", ["Monday, January 15"]),
        ("When did the trip end?", "January 18", ["January 18"]),
        (
            "What are the dates of the trip?",
            "January 15, through January 18",
            ["from Monday, January 15, through January 18"],
        ),
        ("How much was refunded?", "40 (a fifth)", ["$40"]),
        ("To whom was it refunded?", "Ana Diaz.", ["Ana Diaz"]),
        ("Why was it refunded?", "refunded to Ana Diaz.", ["refunded to Ana Diaz"]),
    ],
)
def test_a_span_stands_for_the_value_that_it_touches(question: str, pointed: str, meant: list[str]) -> None:
    """A model that points at part of a date means the date; names and prose are taken as they are."""
    assert _words(question, _span(pointed)) == meant


@pytest.mark.parametrize(
    "question", ["When did it sail?", "How many people sailed?", "What is the name of the ferry?"]
)
def test_words_of_another_kind_do_not_answer(question: str) -> None:
    """A question for a date, a number or a name is not answered by words that hold none."""
    assert _words(question, _span("ferry sailed")) == []


def test_spans_on_the_same_value_are_one() -> None:
    """Two spans within one date count once, at the better margin."""
    found = candidates(analyse("When did it end?"), TEXT, [_span("January 18", 0.5), _span("18", 2.0)])
    assert [(TEXT[one.start : one.end], one.margin) for one in found] == [("January 18", 2.0)]


def test_the_best_stands_first() -> None:
    """Order is by margin, then by place."""
    spans = [_span("ferry", 0.5), _span("Ana Diaz", 2.0), _span("refunded", 0.5)]
    assert _words("Why?", *spans) == ["Ana Diaz", "ferry", "refunded"]


def test_a_dateline_says_when_nothing_happened() -> None:
    """The day that a report was written on is no answer to when something took place."""
    text = "OSLO, January 12, 2024 – The ferry sank on Monday."
    spans = [
        Span(text.index(words), text.index(words) + len(words), 2.0)
        for words in ("January 12, 2024", "Monday")
    ]
    found = candidates(analyse("When did the ferry sink?"), text, spans)
    assert [text[one.start : one.end] for one in found] == ["Monday"]
