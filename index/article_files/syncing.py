"""Bringing what was written down to the disk, so that a power cut does not take it back."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Bring a file's bytes, or a folder's names, down to the disk.

    Raises:
        OSError: the disk did not take them.
    """
    if path.is_dir() and os.name == "nt":
        return  # Windows neither needs nor offers it for folders
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
