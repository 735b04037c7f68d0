"""Who has come and is not acknowledged yet: three seconds are all that Discord gives, so work stands back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic

_AT_ONCE = (
    32  # acknowledgements on their way; with more, each would open a connection of its own, and all be late
)
_LONGEST = 1.5  # seconds that work stands back for; an acknowledgement that hangs must not hold up everybody


class Arrivals:
    """Counts acknowledgements on their way; work begins when there are none, or it has waited long enough.

    The interpreter runs one thread at a time, and threads that answer leave little for acknowledgements. On two
    busy cores, of 200 that came at once 70 were in time, and 2 where work did not stand back. *changed* is
    called whenever work may begin again.
    """

    def __init__(self, changed: Callable[[], None], clock: Callable[[], float] = monotonic) -> None:
        self._changed = changed
        self._clock = clock
        self._coming = 0
        self._until = 0.0
        self._lines = asyncio.Semaphore(_AT_ONCE)
        self._none = asyncio.Event()
        self._none.set()

    @property
    def come_first(self) -> bool:
        """Whether work is to stand back."""
        return self._coming > 0 and self._clock() < self._until

    @asynccontextmanager
    async def arriving(self) -> AsyncIterator[None]:
        """Let work stand back for as long as the block takes, which acknowledges somebody; first come, first served."""
        if self._coming == 0:
            self._until = self._clock() + _LONGEST
            self._none.clear()
            asyncio.get_running_loop().call_later(_LONGEST, self._changed)
        self._coming += 1
        try:
            async with self._lines:
                yield
        finally:
            self._coming -= 1
            if self._coming == 0:
                self._none.set()
                self._changed()

    async def acknowledged(self) -> None:
        """Wait until work may begin."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._none.wait(), max(self._until - self._clock(), 0))
