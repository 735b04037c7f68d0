"""How often the bot may IDENTIFY: Discord takes 1,000 in a day, and voids the token of whoever sends more.

Docs "Gateway", "Session Start Limits". discord.py waits 5 seconds between two, which would be 17,280 a day where a
session ends as soon as it began. Resuming a session costs nothing and is not held back. Pure but for the clock.
"""

import random
from collections import deque
from collections.abc import Callable
from time import monotonic

_WINDOW = 3600.0  # seconds that an IDENTIFY is remembered for
_SHORTEST = 5.0  # seconds between two of one shard, Discord's own rule
_LONGEST = 600.0
_RESERVE = 0.1  # of the day's starts: kept for whoever puts right what went wrong


class TooManyIdentifiesError(OSError):
    """It is too early for another IDENTIFY; an `OSError`, after which discord.py comes back later by itself."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"signed in too often lately, the next time is in {seconds:.0f} s")
        self.seconds = seconds


class IdentifyBudget:
    """Spaces the IDENTIFYs of each shard, the further the more there were within the hour; keeps count of the day's."""

    def __init__(
        self, clock: Callable[[], float] = monotonic, chance: Callable[[], float] = random.random
    ) -> None:
        self._clock = clock
        self._chance = chance
        self._sent: dict[int, deque[float]] = {}
        self._due: dict[int, float] = {}
        self._left: int | None = None  # of the day's starts, the reserve not counted; None: not told yet
        self._allowance = 0
        self._renewed = 0.0

    def told(self, total: int, remaining: int, reset_after: float) -> None:
        """Take note of what Discord counts itself: *remaining* of *total*, all of them again in *reset_after* seconds."""
        reserve = int(total * _RESERVE)
        self._allowance = total - reserve
        self._left = remaining - reserve
        self._renewed = self._clock() + reset_after

    def pause(self, shard: int) -> float:
        """Return the seconds until *shard* may IDENTIFY, 0 if it may now."""
        now = self._clock()
        self._renew(now)
        spacing = max(self._due.get(shard, now) - now, 0.0)
        spent = self._left is not None and self._left <= 0
        return max(spacing, self._renewed - now) if spent else spacing

    def spend(self, shard: int) -> None:
        """Count an IDENTIFY of *shard*."""
        now = self._clock()
        self._renew(now)
        if self._left is not None:
            self._left -= 1
        sent = self._sent.setdefault(shard, deque())
        sent.append(now)
        while sent[0] <= now - _WINDOW:
            sent.popleft()
        spacing = min(_SHORTEST * 2.0 ** min(len(sent) - 1, 32), _LONGEST)
        self._due[shard] = now + spacing * (1.0 + self._chance() / 4)

    def _renew(self, now: float) -> None:
        if self._left is not None and now >= self._renewed:
            self._left = self._allowance
            self._renewed = now + 86_400.0
