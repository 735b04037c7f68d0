"""The citation log: ten processes that write at once, and a log as long as years make it.

A million events need 4 GB of disk and some minutes; `CROSSCITE_BENCH_EVENTS` sets another number,
`CROSSCITE_BENCH_WRITTEN` that of the events that the ten processes write. All of it is removed afterwards.
"""

import hashlib
import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.citation_log.events import Kind
from bot.citation_log.opening import open_engine
from bot.citation_log.protocol import Query
from bot.citation_log.rows import moment
from bot.citation_log.sql_log import SqlCitationLog
from tests.benchmarks.figures import Figure, clock, percentile
from tests.benchmarks.long_log import APART, ARTICLES, BEGUN, PEOPLE, SERVERS, VOCABULARY, fill
from tests.log_writers import Writers
from tests.logged_answers import verified
from tests.one_answer import log_in
from tests.postgres import Postgres, running_postgres

_EVENTS = int(os.environ.get("CROSSCITE_BENCH_EVENTS", "1_000_000"))
_WRITTEN = int(os.environ.get("CROSSCITE_BENCH_WRITTEN", "10_000"))
_PROCESSES = 10
_BARE = 500  # commits of one row, before and after
_LISTED = 20  # as `crosscite log list` does
_QUERIES = 200
_FLOOR = "floor: p95 under 300 ms"


def measure(folder: Path) -> list[Figure]:
    """Write from ten processes to SQLite and PostgreSQL; then list, search and verify a long log in SQLite."""
    place = folder / "citation_log"
    place.mkdir()
    try:
        figures = _written("SQLite", f"sqlite:///{place / 'log.db'}", f"sqlite:///{place / 'bare.db'}", place)
        with running_postgres() as server:
            _make_durable(server)
            with server.fresh_database() as url, server.fresh_database() as bare_url:
                figures += _written("PostgreSQL", url, bare_url, place)
        return figures + _long(place)
    finally:
        shutil.rmtree(place)


def _written(kind: str, url: str, bare_url: str, folder: Path) -> list[Figure]:
    """Let ten processes write, each an answer and then its delivery, as fast as they can."""
    anchors = folder / f"anchors-{kind}.jsonl"
    writers = Writers(_PROCESSES, _WRITTEN // _PROCESSES // 2, url, anchors)
    with _bare(bare_url) as commit:
        alone = [commit() for _ in range(_BARE)]
        writers.begin()
        written, seconds = writers.finish()
        alone += [commit() for _ in range(_BARE)]
    log = log_in(url, anchors)
    numbers = sorted(number for writer in written for number in writer.numbers)
    found = verified(log, anchors)
    log.close()
    lost = len(numbers) - len({*numbers} & {*range(1, found.events + 1)})
    chain = "chain intact" if found.intact else f"{len(found.findings)} FAULTS in the chain"
    rate, bare = len(numbers) / seconds, len(alone) / sum(alone)
    took = [second for writer in written for second in writer.took]
    return [
        Figure(
            f"{_PROCESSES} processes into {kind}, {len(numbers):,} events",
            f"{rate:.0f} events/s",
            f"{rate / bare:.2f} times the bare commits of one row by one process ({bare:.0f}/s); {lost} lost, {chain}",
        ),
        Figure(
            "what each of them waited for an event, p50 · p95 · most",
            f"{_ms(took, 0.5)} · {_ms(took, 0.95)} · {_ms(took, 1)} ms",
            f"a bare commit, alone: {_ms(alone, 0.5)} · {_ms(alone, 0.95)} · {_ms(alone, 1)} ms",
        ),
    ]


def _make_durable(server: Postgres) -> None:
    """Have the server wait for the disk at every commit again, which tests have no time for."""
    with server.admin.connect() as connection:
        connection.execute(text("ALTER SYSTEM RESET fsync"))
        connection.execute(text("SELECT pg_reload_conf()"))


@contextmanager
def _bare(url: str) -> Iterator[Callable[[], float]]:
    """Give what commits one row of two words through the driver alone, as durably as the log, and times it."""
    engine = open_engine(url)
    connection = engine.raw_connection()
    cursor = connection.cursor()

    def commit() -> float:
        start = clock()
        if engine.dialect.name == "sqlite":
            cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO bare VALUES ('one row')")
        connection.commit()
        return clock() - start

    try:
        cursor.execute("CREATE TABLE bare (body TEXT)")
        connection.commit()
        yield commit
    finally:
        connection.close()
        engine.dispose()


def _long(folder: Path) -> list[Figure]:
    path, anchors = folder / "long.db", folder / "anchors-long.jsonl"
    log = log_in(f"sqlite:///{path}", anchors)
    start = clock()
    fill(log, _EVENTS)
    made = clock() - start
    chooser = random.Random(1)  # noqa: S311 - the same queries every time is the point
    numbers = [chooser.randint(1, _EVENTS) for _ in range(_QUERIES)]
    one = [_timed(partial(log.event, number)) for number in numbers]
    figures = [
        Figure(
            "one event by its number, p50 · p95",
            f"{_ms(one, 0.5)} · {_ms(one, 0.95)} ms",
            f"{_QUERIES} of them",
        ),
        _asked("listing, filters alone and in pairs", log, _listings(chooser)),
        *(
            _asked(f"searching for {count} word{'s' * (count > 1)}", log, _searches(chooser, count))
            for count in (1, 2, 3)
        ),
    ]
    start = clock()
    found = verified(log, anchors)
    took = clock() - start
    log.close()
    start = clock()
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")
    read = clock() - start
    size = path.stat().st_size
    return [
        Figure(
            f"a log of {found.events:,} events in SQLite",
            f"{size / 1e6:,.0f} MB",
            f"{size / found.events / 1e3:.1f} KB an event; made in {made:.0f} s",
        ),
        *figures,
        Figure(
            "`log verify` of it" if found.intact else f"verify: {len(found.findings)} FAULTS",
            f"{took:.1f} s",
            f"{found.events / took:,.0f} events/s; SHA-256 over the file alone {read:.1f} s",
        ),
    ]


def _listings(chooser: random.Random) -> list[dict[str, Any]]:
    """Return queries with every filter alone and with every other: what is common, what is rare, what is absent."""
    span = _EVENTS * APART

    def at(share: float) -> datetime:
        return moment(BEGUN + int(share * span))

    def some(drawn: Sequence[str]) -> list[str]:
        return [drawn[0], drawn[len(drawn) // 3], drawn[-1], "nowhere"]

    filters: list[list[dict[str, Any]]] = [
        [{"kinds": (kind,)} for kind in Kind] + [{"kinds": (Kind.REPORTED, Kind.RULED)}],
        [{"server": server} for server in some(SERVERS.values)],
        [{"outcome": outcome} for outcome in ("answered", "disputed", "not_in_sources", "small_talk")],
        [{"about": chooser.randint(1, _EVENTS)} for _ in range(4)],
        [{"article": article} for article in some(ARTICLES.values)],
        [{"person": person} for person in some(PEOPLE.values)],
        [{"since": at(share)} for share in (0, 0.5, 0.999)],
        [{"until": at(share)} for share in (0.001, 0.5, 0.999)],
        [{"since": at(share), "until": at(share + 0.001)} for share in (0, 0.2, 0.5, 0.8, 0.999)],
        [{"before": int(share * _EVENTS)} for share in (0.001, 0.5, 0.999)],
    ]
    alone = [one for several in filters for one in several]
    pairs = [
        first | second
        for several, others in combinations(filters, 2)
        for first in several
        for second in others
        if not first.keys() & second.keys()
    ]
    return alone + pairs


def _searches(chooser: random.Random, count: int) -> list[dict[str, Any]]:
    """Return searches for words from everywhere in the vocabulary: the same share, and mixed, and absent ones."""
    known = VOCABULARY.values
    ranges = [range(10), range(10, 100), range(100, 1_000), range(1_000, len(known)), range(len(known))]
    found = []
    for place in range(_QUERIES):
        if place % (len(ranges) + 1) < len(ranges):
            wanted = [known[rank] for rank in chooser.sample(ranges[place % (len(ranges) + 1)], count)]
        else:
            wanted = [*VOCABULARY.draw(chooser, count - 1), "absent"]
        found.append({"words": " ".join(wanted)})
    return found


def _asked(name: str, log: SqlCitationLog, queries: Sequence[dict[str, Any]]) -> Figure:
    took = [(_timed(partial(log.find, Query(**query), _LISTED)), query) for query in queries]
    seconds = [second for second, _ in took]
    most, slowest = max(took, key=lambda one: one[0])
    said = ", ".join(f"{key} {_told(value)}" for key, value in slowest.items())
    return Figure(
        f"{name}, p50 · p95",
        f"{_ms(seconds, 0.5)} · {_ms(seconds, 0.95)} ms",
        f"{_FLOOR}; {len(queries)} queries, each once, the slowest {1000 * most:.0f} ms ({said})",
    )


def _told(value: Any) -> str:
    return "+".join(value) if isinstance(value, tuple) else str(value)[:40]


def _timed(work: Callable[[], object]) -> float:
    start = clock()
    work()
    return clock() - start


def _ms(seconds: Sequence[float], share: float) -> str:
    return f"{1000 * percentile(seconds, share):.1f}"
