"""Which absences the log itself explains: erasures, expiries and takedowns are events too."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from sqlalchemy import Connection, select

from bot.citation_log.events import DETAILS, Erased, Expired, Kind, Part, Purged
from bot.citation_log.tables import events


@dataclass(slots=True)
class Pardons:
    """What may be gone: personal and quoted parts by event, texts by version with the takedown's number."""

    personal: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    texts: dict[str, int] = field(default_factory=dict)
    expiries: dict[str | None, "Expiries"] = field(default_factory=dict)  # None: of every server

    def excuse(self, number: int, at: int, server: str | None, part: str) -> bool:
        """Whether event *number*, written at *at* for *server*, may lack *part*."""
        if part == Part.PERSONAL:
            expiries = (self.expiries.get(place) for place in {None, server})
            return number in self.personal or any(one and one.reach(number, at) for one in expiries)
        return part == Part.QUOTED and number in self.quoted


class Expiries:
    """Removals of what was old enough, as (number, moment) in order of their numbers."""

    def __init__(self, found: Sequence[tuple[int, int]]) -> None:
        self._numbers = [number for number, _ in found]
        # The latest moment that any from there on reaches.
        self._limits = list(accumulate((before for _, before in reversed(found)), max))[::-1]

    def reach(self, number: int, at: int) -> bool:
        """Whether one of them came after event *number*, and removed what was written at *at*."""
        later = bisect_right(self._numbers, number)
        return later < len(self._limits) and at < self._limits[later]


def pardons_of(connection: Connection) -> Pardons:
    """Read every event that removed something; one that cannot be read excuses nothing."""
    found = Pardons()
    expiries: defaultdict[str | None, list[tuple[int, int]]] = defaultdict(list)
    kinds = (Kind.ERASED, Kind.EXPIRED, Kind.PURGED)
    rows = connection.execute(
        select(events.c.number, events.c.kind, events.c.server, events.c.detail)
        .where(events.c.kind.in_([kind.value for kind in kinds]))
        .order_by(events.c.number)
    )
    for row in rows:
        try:
            detail = DETAILS[Kind(row.kind)].model_validate_json(row.detail)
        except ValueError:
            continue
        if not isinstance(row.number, int):  # SQLite takes anything
            continue
        match detail:
            case Erased():
                found.personal.update(detail.records)
            case Expired():
                expiries[row.server].append((row.number, detail.before))
            case Purged():
                found.quoted.update(detail.records)
                found.texts.update(dict.fromkeys(detail.versions, row.number))
    found.expiries = {server: Expiries(some) for server, some in expiries.items()}
    return found
