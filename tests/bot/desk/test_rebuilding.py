"""Rebuilding in a process of its own: one at a time, killed, and found again."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.desk.builds import BuildFile, BuildRecord, State, read_build
from bot.desk.rebuilding import Job, RebuildingDesk, child_environment
from bot.errors import RebuildRunningError
from bot.settings import Settings
from index.settings import IndexSettings
from index.wiring import build_index, index_status

_PATIENCE = 120.0  # seconds for a process at low priority on a busy machine


@pytest.fixture
def chosen(settings: IndexSettings, write: Callable[[str, str], Path]) -> Settings:
    """An index of one article."""
    write("a.txt", "One.")
    build_index(settings)
    return Settings(index=settings)


def ended(desk: RebuildingDesk, job: Job) -> BuildRecord:
    """Wait for the end of a rebuild."""
    end = time.monotonic() + _PATIENCE
    while (record := desk.look(job)).state is State.RUNNING:
        assert time.monotonic() < end
        time.sleep(0.1)
    return record


def test_a_rebuild_is_followed_to_its_end(chosen: Settings, tmp_path: Path) -> None:
    """It adds the file; a second one is refused meanwhile; another desk, as after a restart, finds it."""
    draft = tmp_path / "b.txt"
    draft.write_text("Two.")
    desk = RebuildingDesk(chosen)
    job = desk.start(Job(server="7", channel="70", draft="d"), draft)
    with pytest.raises(RebuildRunningError):
        desk.start(Job(server="7", channel="70"), None)
    later = RebuildingDesk(chosen)
    with pytest.raises(RebuildRunningError):
        later.start(Job(server="8", channel="80"), None)
    assert later.current() == job
    record = ended(later, job)
    assert (record.state, record.added) == (State.DONE, ("b",))
    assert index_status(chosen.index).version == record.version
    later.close(job)
    assert desk.current() is None


def test_a_killed_rebuild_is_told_and_loses_nothing(chosen: Settings, tmp_path: Path) -> None:
    """The file is in neither, the old index stays, and the next rebuild starts."""
    draft = tmp_path / "b.txt"
    draft.write_text("Two.")
    version = index_status(chosen.index).version
    desk = RebuildingDesk(chosen)
    job = desk.start(Job(server="7", channel="70", draft="d"), draft)
    os.kill(job.pid, signal.SIGKILL)
    assert ended(desk, job).state is State.STOPPED
    assert ended(RebuildingDesk(chosen), job).state is State.STOPPED
    assert index_status(chosen.index).version == version
    again = desk.start(Job(server="7", channel="70", draft="d"), draft)
    assert ended(desk, again).state is State.DONE


def test_how_the_last_one_ended_is_known_when_the_next_begins(chosen: Settings, tmp_path: Path) -> None:
    """Whoever follows the last one may not have looked yet."""
    draft = tmp_path / "b.txt"
    draft.write_text("Two.")
    desk = RebuildingDesk(chosen)
    first = desk.start(Job(server="7", channel="70", draft="d"), draft)
    done = ended(desk, first)
    second = desk.start(Job(server="7", channel="70"), None)
    assert desk.look(first) == done
    assert ended(desk, second).state is State.DONE
    desk.close(first)  # told late
    assert desk.current() == second


def test_nothing_runs_that_is_not_written_down(chosen: Settings, tmp_path: Path) -> None:
    """On a full disk no rebuild begins that nobody would follow, and that would be in the way of the next."""
    draft = tmp_path / "b.txt"
    draft.write_text("Two.")
    desk = RebuildingDesk(chosen)
    hindrance = chosen.index.directory / "rebuilding" / "job.next"
    hindrance.mkdir(parents=True)
    threads = set(threading.enumerate())  # each process that runs has one that waits for its end
    with pytest.raises(OSError, match="directory"):
        desk.start(Job(server="7", channel="70", draft="d"), draft)
    assert set(threading.enumerate()) <= threads
    hindrance.rmdir()
    assert ended(desk, desk.start(Job(server="7", channel="70", draft="d"), draft)).state is State.DONE


def test_what_cannot_be_started_is_not_under_way(chosen: Settings, tmp_path: Path) -> None:
    """Its editor is told at once; nobody finds it afterwards, and the next one starts."""
    desk = RebuildingDesk(chosen)
    long = tmp_path / ("x" * 200_000 + ".txt")  # longer than any argument may be
    with pytest.raises(OSError, match="Argument list too long"):
        desk.start(Job(server="7", channel="70"), long)
    assert desk.current() is None


def test_what_fails_says_why(chosen: Settings, tmp_path: Path) -> None:
    """A file that is there already, by then, is one line."""
    draft = tmp_path / "a.md"
    draft.write_text("Two.")
    desk = RebuildingDesk(chosen)
    record = ended(desk, desk.start(Job(server="7", channel="70"), draft))
    assert record.state is State.FAILED
    assert record.message.endswith("a.md: its id is already that of a.txt; rename one of them")


def test_the_process_has_the_settings_and_no_token(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every setting reaches it, whatever the environment says; the bot's token does not."""
    monkeypatch.setenv("CROSSCITE_DISCORD_TOKEN", "secret")
    found = child_environment(chosen)
    assert "secret" not in found.values()
    assert found["CROSSCITE_INDEX_DIRECTORY"] == str(chosen.index.directory)
    assert found["CROSSCITE_INDEX_MODELS"] == str(chosen.index.models)
    assert found["CROSSCITE_LOG_DATABASE"] == chosen.log.database.get_secret_value()


def test_a_builds_file_is_never_half_there(tmp_path: Path) -> None:
    """Progress is told seldom, the end always; what is no such file tells nothing."""
    path = tmp_path / "build.json"
    assert read_build(path) is None
    file = BuildFile(path)
    file.progress("embed", 0, 100)
    for done in range(1, 100):
        file.progress("embed", done, 100)
    found = read_build(path)
    assert found is not None
    assert (found.state, found.step) == (State.RUNNING, "embed")
    file.note(asked=3)
    file.end(State.DONE, version="v")
    assert read_build(path) == BuildRecord(
        state=State.DONE, pid=os.getpid(), step="embed", done=99, total=100, asked=3, version="v"
    )
    path.write_text("{")
    assert read_build(path) is None
    BuildFile(tmp_path / "nowhere" / "build.json").end(State.DONE)  # a build does not fail over it


def test_what_cannot_be_told_leaves_nothing_behind(tmp_path: Path) -> None:
    """A build tells of itself again and again: on a full disk each time would leave a file."""
    (tmp_path / "build.json").mkdir()
    for step in ("read", "embed", "texts"):
        BuildFile(tmp_path / "build.json").progress(step, 0, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["build.json"]
