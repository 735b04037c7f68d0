"""One builder at a time, and one line for a disk that is full or a folder that cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import BuildInProgressError, IndexNotWritableError


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """Hold the lock of the index; the system frees it when the process ends, however it ends.

    Raises:
        BuildInProgressError: somebody else holds it.
        IndexNotWritableError: the folder cannot be made or written.
    """
    with writing(directory):
        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise BuildInProgressError(directory) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Turn a full disk or a read-only folder into one line."""
    try:
        yield
    except OSError as error:
        raise IndexNotWritableError(directory, error.strerror or str(error)) from error


def is_locked(directory: Path) -> bool:
    """Whether somebody holds the lock of the index at this moment."""
    if not (directory / "lock").exists():
        return False
    try:
        with FileLock(directory / "lock", timeout=0):
            return False
    except (Timeout, OSError):
        return True
