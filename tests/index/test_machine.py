"""What is asked of the machine's disk."""

import os
from pathlib import Path

import pytest

from index.machine import settled_state


@pytest.mark.parametrize("written", [1_700_000_000.5, 1_700_000_000])
def test_a_file_that_lay_untouched_is_told_from_what_is_written_later(tmp_path: Path, written: float) -> None:
    """The state of a file changes with its bytes, its time and the file that a name stands for."""
    path = tmp_path / "weights"
    path.write_bytes(b"one")
    os.utime(path, (written, written))
    before = settled_state(path)
    assert before is not None
    assert settled_state(path) == before
    os.utime(path, (written + 10, written + 10))
    assert settled_state(path) != before
    other = tmp_path / "other"
    other.write_bytes(b"two")
    os.utime(other, (written, written))
    other.replace(path)
    assert settled_state(path) != before


def test_what_was_written_just_now_has_no_state_yet(tmp_path: Path) -> None:
    """Two changes within one tick of the disk's clock would look like one."""
    path = tmp_path / "weights"
    path.write_bytes(b"one")
    assert settled_state(path) is None


def test_on_a_disk_that_counts_seconds_a_second_is_just_now(tmp_path: Path) -> None:
    """Where a file's time is a whole second, what was written a second ago may have been written twice."""
    path = tmp_path / "weights"
    path.write_bytes(b"one")
    seconds = int(path.stat().st_mtime)
    os.utime(path, (seconds, seconds))
    assert settled_state(path) is None
