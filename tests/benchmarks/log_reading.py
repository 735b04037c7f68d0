"""A citation log as long as years make it: listing, searching, verifying and erasing.

A million events need 5 GB of disk, half of it while the file is written anew, and some minutes;
`CROSSCITE_BENCH_EVENTS` sets another number. All of it is removed afterwards.
"""

import hashlib
import os
import random
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.citation_log.events import Kind
from bot.citation_log.protocol import Query
from bot.citation_log.rows import moment
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from tests.benchmarks.figures import Figure, clock, milliseconds
from tests.benchmarks.long_log import APART, ARTICLES, BEGUN, PEOPLE, SERVERS, VOCABULARY, fill
from tests.logged_answers import verified
from tests.one_answer import log_in

_EVENTS = int(os.environ.get("CROSSCITE_BENCH_EVENTS", "1_000_000"))
_LISTED = 20  # as `crosscite log list` does
_QUERIES = 200
_FLOOR = "floor: p95 under 300 ms"


def measure(folder: Path) -> list[Figure]:
    """Make the log, ask it for this and that, check it, and erase a member."""
    place = folder / "long_log"
    place.mkdir()
    try:
        return _measured(place / "log.db", place / "anchors.jsonl")
    finally:
        shutil.rmtree(place)


def _measured(path: Path, anchors: Path) -> list[Figure]:
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
            f"{milliseconds(one, 0.5)} · {milliseconds(one, 0.95)} ms",
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
    forgetting = SqlForgetting(log)
    erasing = _timed(partial(forgetting.erase, PEOPLE.values[0]))
    half = partial(forgetting.expire, moment(BEGUN + _EVENTS * APART // 2))
    expiring, again = _timed(half), _timed(half)
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
        Figure(
            "erasing the member who asked most",
            f"{erasing:.1f} s",
            "the file is written anew; who writes waits",
        ),
        Figure("expiring what is personal in half of it", f"{expiring:.1f} s", "the same"),
        Figure("seeing that nothing more is old enough", f"{1000 * again:.0f} ms", "at every opening"),
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
        [{"unsettled": True}],
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
        f"{milliseconds(seconds, 0.5)} · {milliseconds(seconds, 0.95)} ms",
        f"{_FLOOR}; {len(queries)} queries, each once, the slowest {1000 * most:.0f} ms ({said})",
    )


def _told(value: Any) -> str:
    return "+".join(value) if isinstance(value, tuple) else str(value)[:40]


def _timed(work: Callable[[], object]) -> float:
    start = clock()
    work()
    return clock() - start
