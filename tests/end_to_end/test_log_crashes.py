"""Processes that are killed, find no room or are kept waiting: the log stays whole and says what is true.

The children are real processes, killed by SIGKILL; the disks are really full.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from bot.citation_log.events import Draft, Event, Kind
from bot.citation_log.opening import open_engine, writing
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import head
from bot.errors import LogUnavailableError
from bot.presentation.log_lines import standing
from tests.children import ROOT, run_python, start_python
from tests.logged_answers import verified
from tests.one_answer import WORDS, desk_of, log_in
from tests.postgres import Postgres

OPENED = """
import json, os, resource, signal, subprocess, sys
from pathlib import Path
from bot.citation_log.recording import Asking
from bot.errors import LogUnavailableError
from tests.logged_answers import verified
from tests.one_answer import desk_of, log_in

url, anchors, how = sys.argv[1], Path(sys.argv[2]), sys.argv[3]

def asked(desk):
    try:
        return desk.ask(Asking("When?", person="p", server="1")).answer.versions[0].text
    except LogUnavailableError as error:
        return error.user_message
"""
KILLED_AROUND_SHOWING = f"""{OPENED}
entry = desk_of(log_in(url, anchors)).ask(Asking("When?", person="p", server="1"))
if how == "shown":
    print(entry.answer.versions[0].text, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
WRITING_ON_AND_ON = f"""{OPENED}
desk = desk_of(log_in(url, anchors))
while True:
    print(desk.ask(Asking("When?", person="p", server="1")).number, flush=True)
"""
# One interpreter forks a child for each step, since starting one takes longer than all the rest.
KILLED_BETWEEN_STATEMENTS = f"""{OPENED}
from alembic import command
from sqlalchemy import Engine, event

def killed(step, place):
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    log = None if how == "opening" else log_in(place, anchors)
    left = step

    def kill(*_):
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", kill)
    event.listen(Engine, "commit", kill)
    asked(desk_of(log or log_in(place, anchors)))
    os._exit(0)

found, step, again = [], 1, True
while again:
    place = f"{{url}}-{{step}}" if how == "opening" else url
    again = killed(step, place)
    log = log_in(place, anchors)
    after = verified(log, anchors)
    found.append([after.events, len(after.findings)])
    log.close()
    step += 4 if how == "opening" else 1
print(json.dumps(found))
"""
MOUNTING = f"""{OPENED}
folder = anchors.parent

def mount(*options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", folder], check=True)

def tell(*said):
    after = verified(log, anchors)
    print(json.dumps([*said, after.events, len(after.findings)]))
"""
WITHOUT_ROOM = f"""{MOUNTING}
ballast = folder / "ballast"
endless = resource.RLIM_INFINITY

def take_room():
    if how == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "log.db-wal").stat().st_size, endless))
        return
    try:
        with ballast.open("wb", 0) as file:
            while True:
                file.write(b" " * 512)
    except OSError:
        pass

def give_room():
    resource.setrlimit(resource.RLIMIT_FSIZE, (endless, endless))
    ballast.unlink(missing_ok=True)

if how == "full":
    mount("size=1m")
log = log_in(url, anchors)
desk = desk_of(log)
tell(asked(desk))
take_room()
tell(asked(desk))
tell(asked(desk))
give_room()
tell(asked(desk))
"""
CANNOT_BE_OPENED = f"""{MOUNTING}
mount("size=8k" if how == "full" else "size=1m")
if how == "read-only":
    log = log_in(url, anchors)
    asked(desk_of(log))
    log.close()
    mount("remount", "ro")
try:
    log = log_in(url, anchors)
except LogUnavailableError as error:
    print(json.dumps(error.user_message))
mount("remount", "rw", "size=1m")
log = log_in(url, anchors)
tell(asked(desk_of(log)))
"""
KILLS = 3


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    """Where the anchors of this test's log are."""
    return tmp_path / "anchors.jsonl"


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """A database in a file of this test's own."""
    return f"sqlite:///{tmp_path / 'log.db'}"


@pytest.fixture
def fresh_postgres(postgres: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database of this test's own."""
    with postgres.fresh_database() as url:
        yield url


@pytest.fixture
def own_mounts() -> list[str]:
    """What to put before a command that mounts something which nobody else sees."""
    before = ["unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",))]
    try:
        tried = subprocess.run(
            [*before, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False, capture_output=True
        )
    except FileNotFoundError:
        pytest.skip("a full disk was NOT tried: there is no `unshare`")
    if tried.returncode:
        pytest.skip(f"a full disk was NOT tried: {tried.stderr.decode().strip()}")
    return before


@pytest.mark.parametrize("moment", ["written", "shown"])
def test_killed_around_showing(database: str, anchors: Path, moment: str) -> None:
    """Killed before showing, or after it and before that is written down: the log claims neither, and finds it."""
    child = run_python(KILLED_AROUND_SHOWING, database, str(anchors), moment)
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert child.stdout == (f"{WORDS}\n" if moment == "shown" else "")
    log = log_in(database, anchors)
    about = log.find(Query(about=1), 10)
    assert [event.kind for event in log.find(Query(), 10)] == [Kind.ANSWERED]
    assert about == []
    assert standing(about) == "written down; whether it was shown is not known"
    desk = desk_of(log)
    assert desk.shown(1).answer.versions[0].text == WORDS
    (unsettled,) = desk.unsettled(log.event(1).at)
    assert unsettled == log.event(1)
    desk.delivered(1, "900")
    assert list(desk.unsettled(unsettled.at)) == []
    assert verified(log, anchors).findings == ()
    log.close()


def test_killed_while_writing(database: str, anchors: Path) -> None:
    """Whatever the moment, what the killed process was told is there, and nothing is there by half."""
    moments = random.Random(7)  # noqa: S311 - the same moments every time, as far as the machine allows
    told = 0
    for _ in range(KILLS):
        with start_python(WRITING_ON_AND_ON, database, str(anchors), "") as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(moments.uniform(0, 0.15))
            child.kill()
            numbers = [int(line) for line in [first, *child.stdout]]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert numbers[0] in {told + 1, told + 2}  # of the last one killed, an event that nobody was told of
        told = numbers[-1]
        log = log_in(database, anchors)
        after = verified(log, anchors)
        assert after.findings == ()
        assert after.events in {told, told + 1}
        log.close()


@pytest.mark.parametrize("what", ["opening", "appending"])
def test_killed_between_statements(sqlite: str, anchors: Path, what: str) -> None:
    """Killed before any statement the log is what it was before, and opens; after the last it holds the event."""
    child = run_python(KILLED_BETWEEN_STATEMENTS, sqlite, str(anchors), what)
    *killed, last = json.loads(child.stdout)
    assert len(killed) > 8
    assert killed == [[0, 0]] * len(killed)
    assert last == [1, 0]


def _told(before: list[str], code: str, *arguments: str) -> list[Any]:
    """Run *code* behind the command *before* and return what it printed, line by line."""
    done = subprocess.run(
        [*before, sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _check_without_room(told: list[Any]) -> None:
    """Check what `WITHOUT_ROOM` tells: what came of asking, how many events there are, how many are damaged."""
    before, first, second, after = told
    assert before == [WORDS, 1, 0]
    line = first[0]
    assert line.startswith("The citation log cannot be written (")
    assert line.endswith("), so nothing is shown.")
    assert "\n" not in line
    assert first == second == [line, 1, 0]
    assert after == [WORDS, 2, 0]


def test_a_file_that_may_not_grow(sqlite: str, anchors: Path) -> None:
    """No answer comes back that could not be written down; the log stays whole, and takes the next with room."""
    _check_without_room(_told([], WITHOUT_ROOM, sqlite, str(anchors), "limit"))


def test_a_full_disk(own_mounts: list[str], sqlite: str, anchors: Path) -> None:
    """The same on a disk that is really full."""
    _check_without_room(_told(own_mounts, WITHOUT_ROOM, sqlite, str(anchors), "full"))


@pytest.mark.parametrize(("how", "events"), [("full", 1), ("read-only", 2)])
def test_a_disk_on_which_the_log_cannot_be_opened(
    own_mounts: list[str], sqlite: str, anchors: Path, how: str, events: int
) -> None:
    """It is told of in one line that says where the place is set; with room the log opens, whole."""
    line, after = _told(own_mounts, CANNOT_BE_OPENED, sqlite, str(anchors), how)
    assert line.startswith("The citation log cannot be opened (")
    assert line.endswith("): see CROSSCITE_LOG_DATABASE.")
    assert "\n" not in line
    assert after == [WORDS, events, 0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere; a read-only disk is tried")
def test_a_folder_without_permission(sqlite: str, tmp_path: Path) -> None:
    """A folder that may not be written to is told of in one line."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LogUnavailableError, match=r"^The citation log cannot be opened \([^\n]+$"):
            open_engine(sqlite)
    finally:
        tmp_path.chmod(0o700)


def test_another_writer_takes_too_long(database: str, anchors: Path) -> None:
    """After its patience an asker is told in one line that nothing is shown; reading goes on, and later writing."""
    other = log_in(database, anchors)
    desk_of(other).ask(Asking("When?"))
    log = SqlCitationLog(open_engine(database, patience=0.3))
    desk = desk_of(log)
    with writing(other.engine) as connection:
        connection.execute(select(head).with_for_update())
        begun = time.monotonic()
        with pytest.raises(LogUnavailableError) as caught:
            desk.ask(Asking("When?"))
        took = time.monotonic() - begun
        assert log.event(1).kind is Kind.ANSWERED
    assert caught.value.user_message in {
        "The citation log cannot be written (database is locked), so nothing is shown.",
        "The citation log cannot be written (canceling statement due to lock timeout), so nothing is shown.",
    }
    assert 0.3 <= took < 20
    assert desk.ask(Asking("When?")).number == 2
    assert verified(other, anchors).findings == ()
    log.close()
    other.close()


def test_a_database_that_drops_its_connections(fresh_postgres: str, anchors: Path) -> None:
    """What was being written when PostgreSQL goes is not there, and the next answer finds it again."""
    log = log_in(fresh_postgres, anchors)
    desk = desk_of(log)
    first = log.event(desk.ask(Asking("When?")).number)
    other = open_engine(fresh_postgres)
    with pytest.raises(LogUnavailableError) as caught:
        _write_cut_off(log, other, _again(first))
    assert "\n" not in caught.value.user_message
    assert caught.value.user_message.endswith("), so nothing is shown.")
    assert desk.ask(Asking("When?")).number == 2
    _drop_connections(other)
    assert desk.ask(Asking("When?")).number == 3
    assert verified(log, anchors).findings == ()
    other.dispose()
    log.close()


def _again(event: Event) -> Draft:
    return Draft(event.detail, outcome=event.outcome, personal=event.personal, quoted=event.quoted)


def _write_cut_off(log: SqlCitationLog, other: Engine, draft: Draft) -> None:
    with writing(log.engine) as connection:
        log.append_within(connection, draft)
        _drop_connections(other)


def _drop_connections(engine: Engine) -> None:
    """End every connection to the database but this one, as a restart of the server does."""
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with engine.connect() as connection:
        connection.execute(text(f"{ending} AND pid <> pg_backend_pid()"))
