"""The citation log under ten processes that write at once, in SQLite and in PostgreSQL.

`CROSSCITE_BENCH_WRITTEN` sets another number of events than 10,000.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from bot.citation_log.opening import open_engine
from tests.benchmarks.figures import Figure, clock, milliseconds
from tests.log_writers import Writers
from tests.logged_answers import verified
from tests.one_answer import log_in
from tests.postgres import Postgres, running_postgres

_WRITTEN = int(os.environ.get("CROSSCITE_BENCH_WRITTEN", "10_000"))
_PROCESSES = 10
_BARE = 500  # commits of one row, before and after


def measure(folder: Path) -> list[Figure]:
    """Let them write, each an answer and then its delivery, beside the bare commits of one process."""
    place = folder / "log_writing"
    place.mkdir()
    try:
        figures = _written("SQLite", f"sqlite:///{place / 'log.db'}", f"sqlite:///{place / 'bare.db'}", place)
        with running_postgres() as server:
            _make_durable(server)
            with server.fresh_database() as url, server.fresh_database() as bare_url:
                return figures + _written("PostgreSQL", url, bare_url, place)
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
            f"{milliseconds(took, 0.5)} · {milliseconds(took, 0.95)} · {milliseconds(took, 1)} ms",
            f"a bare commit, alone: {milliseconds(alone, 0.5)} · {milliseconds(alone, 0.95)} · {milliseconds(alone, 1)} ms",
        ),
    ]


def _make_durable(server: Postgres) -> None:
    """Have the server wait for the disk at every commit again, which tests have no time for, and tidy up."""
    with server.admin.connect() as connection:
        connection.execute(text("ALTER SYSTEM RESET ALL"))
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
