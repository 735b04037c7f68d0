"""What was erased is nowhere: the bytes of every file of the database are searched for it.

The log is long enough, and its words random enough, for SQLite to split pages, which leaves copies of rows where
they were before: without writing the file anew, words of the first two members would be found.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.citation_log.events import Draft, Kind
from bot.citation_log.opening import reading, writing
from bot.citation_log.protocol import Query
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events, parts
from tests.logged_answers import (
    ANNA,
    BERT,
    EAST,
    PRICE,
    article_of,
    drafted,
    opened,
    quote_of,
    reported,
    ruled,
    source_of,
    verified,
)
from tests.postgres import Postgres

pytestmark = pytest.mark.long

ANSWERS, WORDS = 150, 40
CHANNEL = "7070707070"
ANSWERED = Query(kinds=(Kind.ANSWERED,), server="7")
PEOPLE = {"xanthe": ANNA, "yorick": BERT, "zoltan": "c3" * 32}


@dataclass(frozen=True)
class Filled:
    """A log of many members' answers, where all its files are, and the server that it is in."""

    log: SqlCitationLog
    anchors: Path
    folder: Path
    server: Postgres | None

    def left(self, *words: str) -> set[str]:
        """Return those of *words* that any file holds, as text or as JSON writes them."""
        if self.server is not None:
            self.server.drop_old_log()
        forms = {word: {word.encode(), word.encode("unicode-escape")} for word in words}
        found: set[str] = set()
        for path in self.folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                found |= {word for word, wanted in forms.items() if any(form in content for form in wanted)}
        return found


@pytest.fixture
def filled(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> Iterator[Filled]:
    """A log in which three members asked, and Xanthe, who is ANNA to it, also reported and ruled."""
    anchors = tmp_path / "anchors.jsonl"
    log = opened(database, anchors)
    with writing(log.engine) as connection:  # all at once: a commit each takes twenty times as long
        for draft in _drafts():
            log.append_within(connection, draft)
    server: Postgres | None = None
    if not database.startswith("sqlite"):
        server = request.getfixturevalue("postgres")
        with writing(log.engine) as connection:
            connection.execute(text("ANALYZE"))  # as PostgreSQL itself does now and then: it takes samples
    yield Filled(log, anchors, server.folder if server else tmp_path, server)
    log.close()


def _drafts() -> Iterator[Draft]:
    """Yield the answers, numbered from 1, then what is about the first of them."""
    chance = random.Random(8)  # noqa: S311 - the same log every time is the point
    for number in range(1, ANSWERS + 1):
        name = chance.choice(list(PEOPLE))
        words = [f"{name}{chance.randrange(10**9)}" for _ in range(chance.randint(1, WORDS))]
        yield drafted(
            replace(PRICE, question=" ".join(["Ærø", f"{name.upper()}-{number}?", *words])), PEOPLE[name]
        )
    direct = {"question": "And Brobdingnag?", "channel": CHANNEL}
    yield replace(drafted(PRICE, ANNA, server=None), personal=direct)
    yield reported(1, "XANTHE says that it is not so", ANNA)
    yield replace(ruled(1, "XANTHE has decided so"), person=ANNA)


@contextmanager
def _somebody_reads(log: SqlCitationLog) -> Iterator[None]:
    with reading(log.engine) as connection:
        connection.execute(select(events.c.number).limit(1)).all()
        yield


def test_nothing_of_a_member_is_left(filled: Filled) -> None:
    """No question, report, note, channel, word, keyed hash or salt of theirs; others keep what is theirs."""
    log = filled.log
    with reading(log.engine) as connection:
        salts = list(connection.scalars(select(parts.c.salt).where(parts.c.person == ANNA)))
    theirs = {"XANTHE", "xanthe", "Brobdingnag", CHANNEL, ANNA, *salts[::10]}
    others = {"YORICK", "yorick", BERT, "ZOLTAN", "zoltan"}
    assert len(salts) > 40
    assert filled.left(*theirs, *others) == theirs | others
    before = log.find(Query(person=BERT), 1000)
    SqlForgetting(log).erase(ANNA)
    assert filled.left(*theirs, *others) == others
    assert log.find(Query(person=BERT), 1000) == before
    assert len(before) > 40
    SqlForgetting(log).erase(BERT)
    assert filled.left(*others) == {"ZOLTAN", "zoltan"}
    assert verified(log, filled.anchors).findings == ()


def test_nothing_that_expired_is_left(filled: Filled) -> None:
    """What is too old is gone as if its member had asked for it; what is not stays."""
    log = filled.log
    asked = {
        event.number: str((event.personal or {})["question"]).split() for event in log.find(ANSWERED, 1000)
    }
    half = ANSWERS // 2
    old = {word for number in range(1, half, 20) for word in asked[number][1:4]}
    recent = {word for number in range(half, ANSWERS, 20) for word in asked[number][1:4]}
    assert filled.left(*old, *recent) == old | recent
    SqlForgetting(log).expire(log.event(half).at)
    assert filled.left(*old, *recent) == recent
    assert verified(log, filled.anchors).findings == ()


def test_nothing_of_an_article_is_left(filled: Filled) -> None:
    """A takedown erases its text and every value taken from it; the hashes stay."""
    log = filled.log
    article = article_of("west", "The Hoxha ferry costs ninety-nine pounds, said Skipper Qvist.")
    version = replace(PRICE.versions[0], value="99 GBP", quotes=(quote_of(article, 1, "ninety-nine", 1),))
    source = replace(source_of(article), dateline="QVISTHAVN, May 1")
    citations = (replace(PRICE.citations[0], source=source),)
    answer = replace(PRICE, question="What?", versions=(version,), citations=citations)
    for _ in range(ANSWERS // 3):
        log.append(drafted(answer, articles={"west": article, "east": EAST}))
    words = {"Hoxha", "ninety-nine", "Qvist", "99 GBP", "QVISTHAVN"}
    assert filled.left(*words) == words
    SqlForgetting(log).purge("west")
    rest = {"twelve pounds", article.version, "12 GBP"}
    assert filled.left(*words, *rest) == rest
    assert verified(log, filled.anchors).findings == ()


@pytest.mark.parametrize("then", ["erase", "close", "open"])
def test_who_reads_meanwhile_delays_it_only(filled: Filled, database: str, then: str) -> None:
    """Readers keep what they see; once they have gone, the next erasure, closing or opening leaves nothing."""
    log = filled.log
    with _somebody_reads(log):
        SqlForgetting(log, patience=0.1).erase(ANNA)
        assert filled.left("xanthe", ANNA) == {"xanthe", ANNA}
    if then == "erase":
        SqlForgetting(log).erase("d4" * 32)
    elif then == "close":
        log.close()
    else:
        opened(database).close()
    assert filled.left("xanthe", ANNA) == set()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_append_ends_what_a_reader_kept(filled: Filled) -> None:
    """SQLite's write-ahead log does not have to wait for another erasure."""
    with _somebody_reads(filled.log):
        SqlForgetting(filled.log, patience=0.1).erase(ANNA)
    filled.log.append(drafted(PRICE, BERT))
    assert filled.left("xanthe", ANNA) == set()
