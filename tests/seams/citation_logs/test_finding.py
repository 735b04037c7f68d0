"""Finding: every way to narrow down, alone and together, and what is taken as a word."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Draft, Event, Failed, Kind
from bot.citation_log.opening import writing
from bot.citation_log.protocol import Query, in_pages
from bot.citation_log.rows import search_words
from bot.citation_log.sql_log import SqlCitationLog
from bot.errors import LogUnavailableError
from tests.logged_answers import (
    ANNA,
    BERT,
    DISPUTED,
    MODERATOR,
    NOTHING,
    PRICE,
    drafted,
    log_over,
    minute,
    numbers,
    opened,
    reported,
    ruled,
    verified,
)

QUERIES: list[tuple[Query, list[int]]] = [
    (Query(), [8, 7, 6, 5, 4, 3, 2, 1]),
    (Query(kinds=(Kind.ANSWERED,)), [7, 5, 1]),
    (Query(kinds=(Kind.REPORTED, Kind.RULED, Kind.FAILED)), [6, 4, 3]),
    (Query(kinds=(Kind.PURGED,)), []),
    (Query(server="7"), [8, 7, 4, 3, 2, 1]),
    (Query(server=""), []),
    (Query(outcome="disputed"), [1]),
    (Query(outcome="not_in_sources"), [5]),
    (Query(about=1), [4, 3, 2]),
    (Query(about=5), [6]),
    (Query(article="north"), [1]),
    (Query(article="east"), [7, 1]),
    (Query(article="nort"), []),
    (Query(person=ANNA), [7, 1]),
    (Query(person=BERT), [5, 3]),
    (Query(person=MODERATOR), [4]),
    (Query(words="ferry"), [5, 1]),
    (Query(words="LEAVE the When"), [1]),
    (Query(words="ferry ticket"), []),
    (Query(words="yesterday"), []),  # reports are not questions
    (Query(since=minute(7)), [8, 7]),
    (Query(until=minute(3)), [2, 1]),
    (Query(since=minute(3), until=minute(5)), [4, 3]),
    (Query(since=minute(3) + timedelta(microseconds=1), until=minute(5)), [4]),
    (Query(before=3), [2, 1]),
    (Query(before=1), []),
    (Query(article="east", person=ANNA, words="cost a", before=8, outcome="answered"), [7]),
    (Query(article="east", person=BERT), []),
    (Query(article="east", before=7), [1]),
    (Query(person=BERT, kinds=(Kind.REPORTED,), about=1, server="7"), [3]),
    (Query(words="ferry", since=minute(2)), [5]),
]

MANY = text("""
    INSERT INTO events (number, at, kind, detail, commitments, hash)
    WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 66000)
    SELECT number, 0, 'delivered', '{}', '{}', '' FROM counted
""")

PEOPLE, SERVERS = (ANNA, BERT, MODERATOR), ("7", "8", None)
_MOMENTS = st.none() | st.integers(0, 41).map(minute)
QUERYING = st.builds(
    Query,
    kinds=st.lists(st.sampled_from(Kind), max_size=3, unique=True).map(tuple),
    server=st.sampled_from((None, None, "7", "8", "9")),
    outcome=st.sampled_from((None, None, None, "answered", "disputed", "not_in_sources")),
    about=st.sampled_from((None, None, None, 1, 2, 5)),
    article=st.sampled_from((None, None, None, "north", "east", "west")),
    person=st.sampled_from((None, None, *PEOPLE)),
    words=st.sampled_from(("", "", "", "ferry", "the ferry", "ticket", "ferry ticket", "?")),
    since=_MOMENTS,
    until=_MOMENTS,
    before=st.none() | st.integers(0, 82),
    unsettled=st.sampled_from((False, False, False, True)),
)


def told(log: SqlCitationLog, query: Query) -> str:
    """Return why *query* cannot be answered, an empty text where it finds nothing."""
    try:
        return ", ".join(map(str, numbers(log, query)))
    except LogUnavailableError as error:
        return error.user_message


def test_queries(story: SqlCitationLog) -> None:
    """Every field narrows, alone and with others; the newest come first, and no more than asked for."""
    for query, expected in QUERIES:
        assert (query, numbers(story, query)) == (query, expected)
        assert (query, numbers(story, query, 1)) == (query, expected[:1])
        assert numbers(story, query, 0) == []
        assert [event.number for event in in_pages(story, query, page=2)] == expected


def test_queries_are_taken_as_data(story: SqlCitationLog) -> None:
    """What no database takes as text finds nothing, or is one clear error; nothing of it is read as SQL."""
    for odd in ("\0", "\ud800", "' OR 1 = 1 --", "%", "港" * 300):
        for query in (Query(server=odd), Query(article=odd), Query(person=odd), Query(outcome=odd)):
            said = told(story, query)
            assert re.fullmatch(
                r"The citation log cannot be read \([^\n]+\); try again, [^\n]+" if said else "", said
            )
    assert log_over(story.engine).head()[0] == 8


def test_what_is_not_settled(story: SqlCitationLog) -> None:
    """After a restart, the answers that nothing is known of are found: neither shown nor failed, reported or not."""
    assert numbers(story, Query(unsettled=True)) == []
    for _ in range(3):
        story.append(drafted(PRICE))
    story.append(Draft(Delivered(), about=10))
    story.append(reported(9, "What is this?"))
    assert numbers(story, Query(unsettled=True)) == [11, 9]
    assert numbers(story, Query(unsettled=True, since=minute(10))) == [11]
    story.append(Draft(Failed(reason="It was stopped."), about=9))
    assert numbers(story, Query(unsettled=True)) == [11]
    assert numbers(story, Query(unsettled=True, kinds=(Kind.REPORTED,))) == []


@pytest.mark.parametrize(
    "database", ["postgresql"], indirect=True
)  # which takes fewer than SQLite mostly does
def test_more_events_than_a_statement_has_parameters(log: SqlCitationLog) -> None:
    """However many events are asked for at once, they come."""
    with writing(log.engine) as connection:
        connection.execute(MANY)
    assert numbers(log, Query(), 65_999) == list(range(66_000, 1, -1))


def test_words_are_found_in_any_case(log: SqlCitationLog) -> None:
    """Case folds as Unicode says; a word is a whole word, not a part of one."""
    log.append(drafted(replace(PRICE, question="Wo ist die STRASSE? フェリーはいつ")))
    for words in ("straße", "Strasse DIE", "フェリーはいつ", "ist?"):
        assert numbers(log, Query(words=words)) == [1]
    for words in ("stras", "フェリー", "is"):
        assert numbers(log, Query(words=words)) == []


@pytest.fixture
def shaken(database: str) -> Iterator[SqlCitationLog]:
    """A log under a clock that is set back and forth, of events of every kind that can be about an answer."""
    chance = random.Random(3)  # noqa: S311 - the same log every time
    log = opened(database, now=lambda: minute(chance.randrange(40)))
    answers: list[int] = []
    with writing(log.engine) as connection:
        for number in range(1, 81):
            draft = drafted(
                chance.choice((DISPUTED, PRICE, NOTHING)), chance.choice(PEOPLE), chance.choice(SERVERS)
            )
            if answers and chance.random() < 0.6:
                about = chance.choice(answers)
                server = chance.choice(SERVERS)
                draft = chance.choice(
                    (
                        Draft(Delivered(), about, server),
                        Draft(Failed(reason="It was late."), about),
                        reported(about, "No.", chance.choice(PEOPLE)),
                        ruled(about, "Yes."),
                    )
                )
            if draft.kind is Kind.ANSWERED:
                answers.append(number)
            log.append_within(connection, draft)
    yield log
    log.close()


def test_what_is_found_is_what_is_described(shaken: SqlCitationLog) -> None:
    """Any query finds what a look at every event would, wherever the clock stood and whatever leads."""
    everything = shaken.find(Query(), 100)
    assert len(everything) == 80
    settled = {event.about for event in everything if event.kind in {Kind.DELIVERED, Kind.FAILED}}
    assert verified(shaken).findings == ()

    @given(query=QUERYING)
    @settings(max_examples=100, deadline=None, derandomize=True)
    def check(query: Query) -> None:
        expected = [event.number for event in everything if _describes(query, event, settled)]
        assert numbers(shaken, query) == expected
        assert numbers(shaken, query, 3) == expected[:3]

    check()


def _describes(query: Query, event: Event, settled: set[int | None]) -> bool:
    """Say whether *query* describes *event*, word by word of what the protocol says."""
    question = (event.personal or {}).get("question", "")
    cited = {name for name, _ in event.detail.cited} if isinstance(event.detail, Answered) else set()
    return all(
        (
            not query.kinds or event.kind in query.kinds,
            query.server in {None, event.server},
            query.outcome in {None, event.outcome},
            query.about in {None, event.about},
            query.article is None or query.article in cited,
            query.person in {None, event.person},
            set(search_words(query.words)) <= set(search_words(question)),
            query.since is None or event.at >= query.since,
            query.until is None or event.at < query.until,
            query.before is None or event.number < query.before,
            not query.unsettled or (event.kind is Kind.ANSWERED and event.number not in settled),
        )
    )
