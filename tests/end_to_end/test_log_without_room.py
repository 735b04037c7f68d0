"""Disks that are really full, or cannot be written: nothing is shown that is not on record, and the log stays whole."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.citation_log.opening import open_engine
from bot.errors import LogUnavailableError
from tests.children import ROOT
from tests.log_children import OPENED
from tests.one_answer import WORDS

pytestmark = pytest.mark.long

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
    assert line.endswith("), so nothing is shown; try again, or see CROSSCITE_LOG_DATABASE.")
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
