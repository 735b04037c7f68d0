"""Whatever stands in an article, nothing raises, offsets stay inside, and the laws of comparing hold."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.consistency import length_conflicts, weekday_conflicts
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

_PIECES = """January|12|18|, 2024|2024|Monday|from|to|–|-|through|between|and|next|last|week|mid-|early
the|of|in|on|Q3|1990s|fourth|4th|one|two|twenty-three|hundred|million|$|€|%|percent
degrees|km|miles|weeklong|days|a|half|dozens|at least|about|9|:30|a.m.|GMT|Adm.|President
before|after|by|around|two days|Easter Sunday|Christmas Eve|the first week of|the weekend|every|two-thirds|in five
past|noon|ET|GMT+3|feet|inches|an hour and|another|killed|more|dollars|yuan|¥|crore|hundred and first|-largest
Jr.|al-|III|Vladimir|Владимир|New York|State|northern|Pentagon|WHO|D.C.
Ana|Prata|U.S.|Honolulu|Hawaii|Ministry|NATO|’s|'|.|,|(|)|“|\u0301|\u202e|🙂|٣|１２|Ⅷ|½|²
\u00a0|\n|\t|/|:|9999|0|00"""
WORDS = st.lists(
    st.sampled_from([piece for line in _PIECES.splitlines() for piece in line.split("|")] + ["\n", " "]),
    max_size=14,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))
TEXTS = st.one_of(st.text(max_size=80), WORDS)
CONTEXTS = st.one_of(st.none(), st.dates()).map(lambda day: article_context("", day))


@settings(max_examples=120, deadline=None)
@given(text=TEXTS)
def test_mentions_lie_inside_and_one_kind_never_overlaps(text: str) -> None:
    """Only a period and its ends share characters with a mention of their kind."""
    found = recognise(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    for kind in Kind:
        end = 0
        for one in (one for one in found if one.kind is kind and one.period is None):
            assert one.start >= end
            end = one.end
    for one in found:
        if one.period is not None:
            assert one.period[0] <= one.start < one.end <= one.period[1]


@settings(max_examples=120, deadline=None)
@given(
    text=TEXTS,
    offsets=st.tuples(st.integers(-5, 90), st.integers(-5, 90)),
    context=CONTEXTS,
    wanted=st.sampled_from([None, *Kind]),
)
def test_any_span_has_a_value_that_is_the_same_as_itself(
    text: str, offsets: tuple[int, int], context: ArticleContext, wanted: Kind | None
) -> None:
    """A resolved value is the same as itself; one without a canonical form is compared with nothing."""
    value = value_of(text, *offsets, context, wanted)
    assert hash(value) == hash(value)
    expected = Fit.UNRELATED if value.canonical is None else Fit.SAME
    assert compare(value, value).fit is expected


def values_of(text: str, context: ArticleContext) -> list[Value]:
    return [value_of(text, one.start, one.end, context, one.kind) for one in recognise(text)]


@settings(max_examples=80, deadline=None)
@given(text=WORDS, other=WORDS, context=CONTEXTS)
def test_comparing_is_symmetric(text: str, other: str, context: ArticleContext) -> None:
    """Which article comes first changes neither the fit nor what it is told by."""
    for one in values_of(text, context):
        for two in values_of(other, ArticleContext()):
            assert compare(one, two) == compare(two, one)


@settings(max_examples=80, deadline=None)
@given(body=TEXTS, published=st.one_of(st.none(), st.dates()))
def test_any_body_has_a_context_and_remarks(body: str, published: date | None) -> None:
    """A context and the remarks are read from any text, at either end of the calendar."""
    context = article_context(body, published)
    weekday_conflicts(body, context)
    length_conflicts(body, context)
    for wanted in (None, Kind.DATE):
        value_of(body, 0, len(body), context, wanted)


def test_no_line_takes_longer_than_its_first_50000_characters() -> None:
    """What stands beyond is not read, so a line of numbers cannot hold up an answer."""
    text = "12 km " * 50_000
    begun = time.process_time()
    found = recognise(text)
    assert time.process_time() - begun < 5  # seconds; alone it is half of one
    assert found[-1].end <= 50_000
    assert value_of(text, 200_000, 200_005, ArticleContext()).canonical is None


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1,",
        "12:",
        "January ",
        "January 1 to ",
        "A ",
        "Ministry of ",
        "half a ",
        "one ",
        "$",
        "e\u0301",
        "a-",
        "U.",
        "over a week ",
        "in two ",
        "from two to three ",
        "5 feet 10 inches ",
        "New York, ",
        "the first half of ",
        "one in five ",
        "killed 5 people ",
        "half past ",
        "Easter Sunday 2024 on the 15th. ",
        "10% to ",
        "ж",
    ],
)
def test_time_grows_with_the_length_of_a_line(piece: str) -> None:
    """Twice the text takes about twice the time: no pattern backtracks over a whole line."""
    seconds = []
    for length in (6_000, 24_000):
        text = piece * (length // len(piece))
        tries = []
        for dots in (
            ".",
            "..",
        ):  # another text, since the last ones are remembered; a neighbour holds up one at most
            begun = time.process_time()
            recognise(text + dots)
            tries.append(time.process_time() - begun)
        seconds.append(min(tries))
    assert seconds[1] < 10 * seconds[0] + 0.2
