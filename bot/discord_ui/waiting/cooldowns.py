"""How often somebody may ask: so many questions a minute for a member, and for a server. No Discord in it."""

import math
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import monotonic

_WINDOW = 60.0  # seconds
_MOST_KEPT = 10_000  # keys; who has been silent longest is forgotten first


class Window:
    """At most *limit* uses by each key within any minute."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._uses: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def wait(self, key: Hashable, now: float) -> float:
        """Return the seconds until *key* may, 0 if it may now."""
        uses = self._uses.get(key, deque())
        while uses and uses[0] <= now - _WINDOW:
            uses.popleft()
        return 0.0 if len(uses) < self._limit else uses[0] + _WINDOW - now

    def use(self, key: Hashable, now: float) -> None:
        """Take note of one use."""
        self._uses.setdefault(key, deque(maxlen=self._limit)).append(now)
        self._uses.move_to_end(key)
        while len(self._uses) > _MOST_KEPT:
            self._uses.popitem(last=False)


@dataclass(frozen=True, slots=True)
class TooSoon:
    """Whose bound was reached, the member's own or their *server's*, and the whole seconds until it ends.

    ``again`` says that the member was told so less than a minute ago.
    """

    seconds: int
    server: bool
    again: bool


class Cooldowns:
    """Bounds what one member, and one server, may ask in a minute."""

    def __init__(self, member: int, server: int, clock: Callable[[], float] = monotonic) -> None:
        self._member = Window(member)
        self._server = Window(server)
        self._told = Window(1)
        self._clock = clock

    def use(self, person: str, server: str | None, *, exempt: bool = False) -> TooSoon | None:
        """Count a question, and return None, unless it comes too soon.

        An *exempt* member, a moderator, is held to their server's bound alone. Direct messages have no server.
        """
        now = self._clock()
        own = 0.0 if exempt else self._member.wait(person, now)
        theirs = self._server.wait(server, now) if server is not None else 0.0
        if own > 0 or theirs > 0:
            again = self._told.wait(person, now) > 0
            if not again:
                self._told.use(person, now)
            return TooSoon(math.ceil(max(own, theirs)), theirs > own, again)
        self._member.use(person, now)
        if server is not None:
            self._server.use(server, now)
        return None
