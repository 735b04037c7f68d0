"""What the machine gives this process, and what has to be asked of its disk."""

import os
import time
from pathlib import Path
from typing import NamedTuple

# Seconds after a change in which another may leave a file with the same time, on a disk that counts whole seconds or less.
_SETTLED_COARSE, _SETTLED = 2.0, 0.1
_SECOND = 10**9  # nanoseconds


class FileState(NamedTuple):
    """What changes when a file does: which file it is, how many bytes it has, and when they were written."""

    device: int
    inode: int
    size: int
    written: int  # nanoseconds


def settled_state(path: Path) -> FileState | None:
    """Return the state of a file, None where it was written so lately that a later change might not show in it.

    Raises:
        OSError: it is not there.
    """
    found = path.stat()
    settled = _SETTLED if found.st_mtime_ns % _SECOND else _SETTLED_COARSE
    if time.time() - found.st_mtime < settled:
        return None
    return FileState(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def cores_allowed() -> int:
    """Return how many cores this process may use; other counts ignore containers' limits."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def sync_to_disk(path: Path) -> None:
    """Bring a file's bytes, or a folder's names, down to the disk.

    Raises:
        OSError: it is not there, or the disk failed.
    """
    if path.is_dir() and os.name == "nt":
        return  # Windows neither needs nor offers it for folders
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
