"""How long to wait after a failure: longer each time, and never all at once.

Exponential with jitter, as in "Exponential Backoff And Jitter" (Marc Brooker, AWS Architecture Blog, 2015): many
bots that lost Discord at the same moment must not all come back at the same moment.
"""

import random
from collections.abc import Callable

_FIRST = 2.0  # seconds; most of Discord's own restarts are over by then
_LONGEST = 300.0  # seconds: 288 attempts a day, and nobody waits longer for a Discord that is back
_STEADY = 600.0  # seconds; whoever stayed for that long starts over with short pauses


class Backoff:
    """Counts failures in a row; *chance* gives numbers from 0 up to 1."""

    def __init__(
        self, first: float = _FIRST, longest: float = _LONGEST, chance: Callable[[], float] = random.random
    ) -> None:
        self._first = first
        self._longest = longest
        self._chance = chance
        self._failures = 0

    def failed(self, lasted: float = 0.0) -> float:
        """Count a failure after *lasted* seconds of work, and return the seconds to wait."""
        if lasted >= _STEADY:
            self._failures = 0
        doubled = self._first * 2.0 ** min(self._failures, 32)
        self._failures += 1
        return min(doubled, self._longest) * (0.5 + self._chance() / 2)
