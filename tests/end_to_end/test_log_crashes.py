"""Processes that are killed, by SIGKILL: the log stays whole and says what is true."""

import json
import random
import signal
import time
from pathlib import Path

import pytest

from bot.citation_log.events import Kind
from bot.citation_log.protocol import Query
from bot.presentation.log_lines import standing
from tests.children import run_python, start_python
from tests.log_children import OPENED
from tests.logged_answers import verified
from tests.one_answer import WORDS, desk_of, log_in

pytestmark = pytest.mark.long

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
KILLS = 3


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
