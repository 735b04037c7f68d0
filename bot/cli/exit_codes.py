"""What the caller's shell is told."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_IN_SOURCES = 3
    INTERRUPTED = 130  # 128 + SIGINT, as shells report it
