"""What the caller's shell is told."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_IN_SOURCES = 3
    REFUSED = 78  # Discord does not take the bot as it is set up; EX_CONFIG of sysexits.h, so that nothing restarts it
    INTERRUPTED = 130  # 128 + SIGINT, as shells report it
