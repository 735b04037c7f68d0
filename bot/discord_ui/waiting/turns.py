"""Whose turn it is: servers take turns, and within each its members, so that nobody waits for another's flood.

Round robin, as in fair queueing (Nagle 1987, "On packet switches with infinite storage"). Pure.
"""

from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who waits: a member, and the server that they ask in, None for direct messages, which are one server."""

    server: str | None
    person: str


class Turns(Generic[T]):
    """What waits, in the order in which it is due."""

    def __init__(self) -> None:
        self._servers: OrderedDict[str | None, OrderedDict[str, deque[T]]] = OrderedDict()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def add(self, seat: Seat, item: T) -> None:
        """Let *item* wait: behind everything of the same member, and at the end of the round."""
        people = self._servers.setdefault(seat.server, OrderedDict())
        people.setdefault(seat.person, deque()).append(item)
        self._waiting += 1

    def next(self) -> T:
        """Take out what is due; its member and its server go to the end of their rounds.

        Raises:
            LookupError: nothing waits.
        """
        if not self._servers:
            raise LookupError("nothing waits")
        server, people = self._servers.popitem(last=False)
        person, items = people.popitem(last=False)
        item = items.popleft()
        if items:
            people[person] = items
        if people:
            self._servers[server] = people
        self._waiting -= 1
        return item

    def remove(self, seat: Seat, item: T) -> bool:
        """Take *item* out, wherever it stands; return whether it was still waiting."""
        people = self._servers.get(seat.server, OrderedDict())
        items = people.get(seat.person, deque())
        if item not in items:
            return False
        items.remove(item)
        if not items:
            del people[seat.person]
        if not people:
            del self._servers[seat.server]
        self._waiting -= 1
        return True

    def ahead(self, item: T) -> int:
        """Return how many are due before *item*, as things stand; all of them if it does not wait."""
        for count, other in enumerate(self._in_order()):
            if other is item:
                return count
        return self._waiting

    def _in_order(self) -> Iterator[T]:
        """Yield everything in the order in which `next` would, without taking it out."""
        servers = deque(deque(deque(items) for items in people.values()) for people in self._servers.values())
        while servers:
            people = servers.popleft()
            items = people.popleft()
            yield items.popleft()
            if items:
                people.append(items)
            if people:
                servers.append(people)
