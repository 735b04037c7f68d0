"""Private answers that can still be changed: only whoever has their interaction's token can, and it lives briefly."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.replies import Reply

_TOKEN_LIVES = 14.5 * 60.0  # seconds; Discord gives it 15 minutes
_MOST_KEPT = 500  # replies; the oldest is let go first


@dataclass(frozen=True, slots=True)
class Reachable:
    """A reply that still can be changed, and the question that it answers."""

    reply: Reply
    asked: Asked
    until: float


class Reach:
    """Remembers, in memory alone, how private answers can be changed; what is out of reach is forgotten."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[int, Reachable] = OrderedDict()

    def keep(self, number: int, asked: Asked, reply: Reply) -> None:
        """Remember how answer *number* was shown."""
        self._kept[number] = Reachable(reply, asked, self._clock() + _TOKEN_LIVES)
        while len(self._kept) > _MOST_KEPT or next(iter(self._kept.values())).until < self._clock():
            self._kept.popitem(last=False)

    def of(self, number: int) -> Reachable | None:
        """Return how answer *number* can be changed, None if it cannot any more."""
        found = self._kept.get(number)
        return found if found is not None and self._clock() < found.until else None
