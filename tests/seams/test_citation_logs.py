"""The contract of every `CitationLog` and `Forgetting`: each database that the log is kept in."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from bot.answering.answers import Citation
from bot.citation_log.events import (
    Answered,
    Delivered,
    Draft,
    Erased,
    Event,
    Expired,
    Failed,
    KeptText,
    Kind,
    Purged,
    Reported,
    Ruled,
)
from bot.citation_log.opening import open_engine, writing
from bot.citation_log.protocol import Query, in_pages
from bot.citation_log.resolving import resolved
from bot.citation_log.sealing import GENESIS
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events, texts
from bot.errors import LogUnavailableError, UnknownEventError
from tests.logged_answers import (
    ANNA,
    ARTICLES,
    BEGINNING,
    BERT,
    DISPUTED,
    EAST,
    MODERATOR,
    NORTH,
    NOTHING,
    PRICE,
    SOUTH,
    STORY,
    article_of,
    drafted,
    log_over,
    minute,
    opened,
    quote_of,
    source_of,
    verified,
)

MANY = text("""
    INSERT INTO events (number, at, kind, detail, commitments, hash)
    WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 66000)
    SELECT number, 0, 'delivered', '{}', '{}', '' FROM counted
""")


@pytest.fixture
def log(database: str, tmp_path: Path) -> Iterator[SqlCitationLog]:
    """An empty log."""
    log = opened(database, tmp_path / "anchors.jsonl")
    yield log
    log.close()


@pytest.fixture
def story(log: SqlCitationLog) -> SqlCitationLog:
    """A log of eight events: two answers, one in vain, and what became of them."""
    for draft in STORY:
        log.append(draft)
    return log


def numbers(log: SqlCitationLog, query: Query, limit: int = 100) -> list[int]:
    return [event.number for event in log.find(query, limit)]


def told(log: SqlCitationLog, query: Query) -> str:
    """Return why *query* cannot be answered, an empty text where it finds nothing."""
    try:
        return ", ".join(map(str, numbers(log, query)))
    except LogUnavailableError as error:
        return error.user_message


def kept(log: SqlCitationLog) -> set[str]:
    with log.engine.connect() as connection:
        return set(connection.scalars(select(texts.c.article)))


def test_an_empty_log(log: SqlCitationLog) -> None:
    """Nothing is found, nothing is kept, and nothing is wrong."""
    assert log.head() == (0, GENESIS)
    assert log.find(Query(), 10) == []
    assert log.text(NORTH.version) is None
    assert verified(log).findings == ()
    with pytest.raises(UnknownEventError, match="no event 1;"):
        log.event(1)


def test_what_is_appended_is_what_is_read(log: SqlCitationLog) -> None:
    """An event comes back field by field, the same from `append`, `event` and `find`."""
    appended = [log.append(draft) for draft in STORY]
    for number, (event, draft) in enumerate(zip(appended, STORY, strict=True), start=1):
        assert event == Event(
            number,
            minute(number),
            draft.kind,
            draft.about,
            draft.server,
            draft.outcome,
            draft.detail,
            event.hash,
            draft.person,
            draft.personal,
            draft.quoted,
        )
    assert [log.event(number) for number in range(1, 9)] == appended
    assert log.find(Query(), 100) == appended[::-1]
    assert log.head() == (8, appended[-1].hash)
    assert len({event.hash for event in appended}) == 8
    assert [type(event.detail) for event in appended] == [
        Answered, Delivered, Reported, Ruled, Answered, Failed, Answered, Delivered
    ]  # fmt: skip


@pytest.mark.parametrize("number", [9, 0, -1, 2**63 - 1])
def test_an_unknown_event(story: SqlCitationLog, number: int) -> None:
    """A number that no event has is one clear error."""
    with pytest.raises(UnknownEventError):
        story.event(number)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
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
    ],
)
def test_queries(database: str, story: SqlCitationLog, query: Query, expected: list[int]) -> None:
    """Every field narrows, alone and with others; the newest come first, and no more than asked for."""
    assert numbers(story, query) == expected
    assert numbers(story, query, 1) == expected[:1]
    assert numbers(story, query, 0) == []
    assert [event.number for event in in_pages(story, query, page=2)] == expected


@pytest.mark.parametrize("odd", ["\0", "\ud800", "' OR 1 = 1 --", "%", "港" * 300])
def test_queries_are_taken_as_data(story: SqlCitationLog, odd: str) -> None:
    """What no database takes as text finds nothing, or is one clear error; nothing of it is read as SQL."""
    for query in (Query(server=odd), Query(article=odd), Query(person=odd), Query(outcome=odd)):
        said = told(story, query)
        assert re.fullmatch(r"The citation log cannot be read \([^\n]+\)\." if said else "", said)
    assert log_over(story.engine).head()[0] == 8


def test_more_events_than_a_statement_has_parameters(log: SqlCitationLog) -> None:
    """However many events are asked for at once, they come."""
    with writing(log.engine) as connection:
        connection.execute(MANY)
    assert numbers(log, Query(), 65_999) == list(range(66_000, 1, -1))


@pytest.mark.parametrize(
    "question",
    [
        "Wer\0 was it?",
        "\ud800 alone \udfff",
        "He said: 'it''s \"here\"'; DROP TABLE events; -- \\",
        "Why? " * 120,
        "フェリーはいつ出ますか？ 🛳",
        "ﬁne ﬀ İstanbul ẞ straße",
        "\x01\x1f\x7f\u2028\u202e\ufeff",
        "w" * 600,
        " ".join(f"word{number}" for number in range(150)),
    ],
    ids=["NUL", "surrogates", "quotes", "600", "japanese", "casing", "controls", "long word", "many words"],
)
def test_questions_of_every_kind(log: SqlCitationLog, question: str) -> None:
    """Whatever a member types comes back letter by letter, and what is a word of it is found."""
    event = log.append(drafted(replace(PRICE, question=question)))
    assert log.event(1) == event
    assert event.personal == {"question": question}
    assert resolved(event, log.text).question == question
    assert verified(log).findings == ()
    for word in question.split()[:3]:
        assert numbers(log, Query(words=word)) == [1]


def test_words_are_found_in_any_case(log: SqlCitationLog) -> None:
    """Case folds as Unicode says; a word is a whole word, not a part of one."""
    log.append(drafted(replace(PRICE, question="Wo ist die STRASSE? フェリーはいつ")))
    for words in ("straße", "Strasse DIE", "フェリーはいつ", "ist?"):
        assert numbers(log, Query(words=words)) == [1]
    for words in ("stras", "フェリー", "is"):
        assert numbers(log, Query(words=words)) == []


def test_texts_are_kept_once(story: SqlCitationLog) -> None:
    """The text of what was quoted comes back as it was, however often it was quoted; nothing else is kept."""
    for article in ARTICLES.values():
        whole = KeptText(article.version, article.id, article.details, article.body)
        assert story.text(article.version) == whole
    assert kept(story) == {"north", "south", "east"}
    story.append(drafted(DISPUTED))
    with story.engine.connect() as connection:
        assert len(connection.execute(select(texts)).all()) == 3
    assert story.text("0" * 64) is None


def test_a_new_version_is_another_text(log: SqlCitationLog) -> None:
    """When an article changes, the old text stays beside the new, each under its own version."""
    newer = article_of("east", "Tickets cost twelve pounds, no more.")
    citations = (Citation(1, source_of(newer), 1),)
    version = replace(PRICE.versions[0], quotes=(quote_of(newer, 1, "twelve", 1),))
    draft = drafted(replace(PRICE, versions=(version,), citations=citations), articles={"east": newer})
    first, second = log.append(drafted(PRICE)), log.append(draft)
    assert resolved(first, log.text) == PRICE
    assert resolved(second, log.text).versions == (version,)
    assert numbers(log, Query(article="east")) == [2, 1]


def test_two_articles_with_the_same_content(log: SqlCitationLog, tmp_path: Path) -> None:
    """An answer may quote the same text from two files: both are cited, and either can be taken down."""
    twin = article_of("twin", EAST.body)
    assert twin.version == EAST.version
    quotes = (quote_of(EAST, 1, "twelve", 1), quote_of(twin, 1, "twelve", 2))
    answer = replace(
        PRICE,
        versions=(replace(PRICE.versions[0], quotes=quotes),),
        citations=(Citation(1, source_of(EAST), 1), Citation(2, source_of(twin), 1)),
    )
    event = log.append(drafted(answer, articles={"east": EAST, "twin": twin}))
    assert resolved(event, log.text) == answer
    assert numbers(log, Query(article="east")) == numbers(log, Query(article="twin")) == [1]
    assert verified(log).findings == ()
    SqlForgetting(log).purge("twin")
    assert log.event(1).quoted is None
    assert verified(log).findings == ()


def test_an_event_without_parts(log: SqlCitationLog) -> None:
    """What nobody said and nothing quoted leaves no part behind, not even the hash of a person."""
    event = log.append(Draft(Delivered(), person=ANNA))
    assert (event.person, event.personal, event.quoted) == (None, None, None)
    assert numbers(log, Query(person=ANNA)) == []
    assert verified(log).findings == ()


@pytest.mark.parametrize(
    "draft",
    [
        Draft(Delivered(), about=99),
        Draft(Delivered(), server="\ud800"),
        replace(drafted(PRICE), personal={"question": float("nan")}),
    ],
    ids=["about nothing", "no text", "no JSON"],
)
def test_what_cannot_be_written_leaves_nothing(story: SqlCitationLog, draft: Draft) -> None:
    """A refused event is one clear error, takes no number, and leaves the log whole."""
    before = story.head()
    with pytest.raises(LogUnavailableError, match="so nothing is shown") as caught:
        story.append(draft)
    assert "\n" not in caught.value.user_message
    assert story.head() == before
    assert verified(story).findings == ()


def test_a_second_opening_finds_the_same(database: str, story: SqlCitationLog, tmp_path: Path) -> None:
    """What is in the log is in the database: another process finds and verifies all of it, and goes on."""
    other = opened(database, tmp_path / "anchors.jsonl")
    assert other.find(Query(), 100) == story.find(Query(), 100)
    assert other.text(NORTH.version) == story.text(NORTH.version)
    assert other.head() == story.head()
    assert other.append(Draft(Delivered(), about=1)).number == 9
    assert story.append(Draft(Delivered(), about=1)).number == 10
    assert verified(other).findings == ()
    other.close()


def test_two_threads_open_at_once(database: str) -> None:
    """Whoever comes second finds the tables that the first one makes, and both can write."""
    barrier, found = threading.Barrier(2), []

    def start() -> None:
        barrier.wait()
        log = log_over(open_engine(database))
        found.append(log.append(Draft(Delivered())).number)
        log.close()

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == [1, 2]
    log = opened(database)
    assert verified(log).findings == ()
    log.close()


def test_a_damaged_row_is_an_error(story: SqlCitationLog) -> None:
    """What was not written by the log is one clear error, never a wrong event."""
    for values in (
        {"kind": "nonsense"},
        {"kind": "answered", "detail": "{"},
        {"detail": "{}"},
        {"at": 2**62},
    ):
        with writing(story.engine) as connection:
            before = connection.execute(select(events).where(events.c.number == 3)).one()._asdict()
            connection.execute(update(events).where(events.c.number == 3).values(**values))
        with pytest.raises(LogUnavailableError, match="is damaged: run `crosscite log verify`"):
            story.event(3)
        assert story.event(2).number == 2
        with writing(story.engine) as connection:
            connection.execute(update(events).where(events.c.number == 3).values(**before))
    assert verified(story).findings == ()


def test_a_damaged_text_is_none(story: SqlCitationLog) -> None:
    """A text that is not the one that was kept is never given out."""
    with writing(story.engine) as connection:
        connection.execute(
            update(texts).where(texts.c.article == "east").values(body='{"body":"Free.","details":{}}')
        )
    assert story.text(EAST.version) is None
    assert story.text(SOUTH.version) is not None


def test_erasing_a_member(story: SqlCitationLog) -> None:
    """What is personal goes, of this member alone; the events stay, and one tells which were touched."""
    before = {event.number: event for event in story.find(Query(), 100)}
    event = SqlForgetting(story).erase(BERT)
    assert (event.number, event.detail) == (9, Erased(records=(3, 5)))
    for number in (3, 5):
        assert story.event(number) == replace(before[number], person=None, personal=None)
    for number in (1, 2, 4, 6, 7, 8):
        assert story.event(number) == before[number]
    assert numbers(story, Query(person=BERT)) == []
    assert numbers(story, Query(words="built")) == []
    assert numbers(story, Query(words="ferry")) == [1]
    assert kept(story) == {"north", "south", "east"}
    assert verified(story).findings == ()
    assert resolved(story.event(5), story.text) == replace(NOTHING, question="")


def test_erasing_a_member_twice(story: SqlCitationLog) -> None:
    """Erasing is told even where there is nothing left, and what comes later is erased by the next one."""
    forgetting = SqlForgetting(story)
    forgetting.erase(ANNA)
    assert forgetting.erase(ANNA).detail == Erased(records=())
    story.append(drafted(NOTHING, ANNA))
    assert verified(story).findings == ()
    assert forgetting.erase(ANNA).detail == Erased(records=(11,))
    assert forgetting.erase("d4" * 32).detail == Erased(records=())
    assert verified(story).findings == ()


def test_expiring(story: SqlCitationLog) -> None:
    """What is personal and older goes, the rest stays; the moment itself is not older."""
    forgetting = SqlForgetting(story)
    assert forgetting.expire(minute(1)) is None
    assert story.head()[0] == 8
    event = forgetting.expire(minute(4))
    assert event is not None
    assert (event.number, event.detail) == (9, Expired(before=_microseconds(4), count=2))
    held = {one.number: (one.person, one.personal) for one in story.find(Query(), 100)}
    assert held[1] == held[3] == (None, None)
    assert held[4] == (MODERATOR, {"note": "Quite right"})
    assert held[7] == (ANNA, {"question": PRICE.question})
    assert story.event(1).quoted is not None
    assert numbers(story, Query(words="ferry")) == [5]
    assert forgetting.expire(minute(4)) is None
    assert verified(story).findings == ()
    assert forgetting.expire(minute(100)) is not None
    assert numbers(story, Query(words="ticket")) == []
    assert verified(story).findings == ()


def _microseconds(number: int) -> int:
    return (1_705_050_000 + 60 * number) * 1_000_000  # 1,705,050,000 s: the Clock's beginning


def test_the_clock_of_these_tests() -> None:
    """The number above is the beginning of the log in seconds since 1970."""
    assert BEGINNING.timestamp() == 1_705_050_000


def test_purging_an_article(story: SqlCitationLog) -> None:
    """An article's text goes, with what answers quote of it; answers to others stay, questions too."""
    event = SqlForgetting(story).purge("north")
    assert event is not None
    assert event.detail == Purged(article="north", versions=(NORTH.version,), records=(1,))
    assert story.event(1).quoted is None
    assert story.event(1).personal == {"question": DISPUTED.question}
    assert story.text(NORTH.version) is None
    assert kept(story) == {"south", "east"}
    assert numbers(story, Query(article="north")) == [1]
    assert resolved(story.event(7), story.text) == PRICE
    assert SqlForgetting(story).purge("north") is None
    assert SqlForgetting(story).purge("nothing") is None
    assert story.head()[0] == 9
    assert verified(story).findings == ()


def test_quoting_again_what_was_purged(story: SqlCitationLog) -> None:
    """An article that comes back is kept again from the first answer that quotes it, and can go again."""
    forgetting = SqlForgetting(story)
    forgetting.purge("east")
    assert verified(story).findings == ()
    event = story.append(drafted(PRICE))
    assert resolved(event, story.text) == PRICE
    assert verified(story).findings == ()
    again = forgetting.purge("east")
    assert again is not None
    assert again.detail == Purged(article="east", versions=(EAST.version,), records=(10,))
    assert kept(story) == {"north", "south"}
    assert verified(story).findings == ()
