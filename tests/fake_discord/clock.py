"""The fake's time, which a test may put forward, and the ids that Discord derives from it."""

import time
from datetime import UTC, datetime
from itertools import count

_EPOCH_MS = 1_420_070_400_000  # Discord's ids count milliseconds from 2015 on


class Clock:
    """Seconds since 1970: the machine's, and whatever a test added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Return the time."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward at once; nothing waits."""
        self._ahead += seconds

    def stamp(self) -> str:
        """Return the time as Discord writes it."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat()


class Snowflakes:
    """Ids, each one greater than those before, which hold the time that they were made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counter = count()
        self._last = 0

    def next(self) -> str:
        """Return an id that nothing has yet."""
        made = (int(self._clock.now() * 1000) - _EPOCH_MS) << 22 | next(self._counter) & 0xFFF
        self._last = max(made, self._last + 1)
        return str(self._last)
