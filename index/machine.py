"""What the machine gives this process, and what has to be asked of its disk."""

import os
from pathlib import Path


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
