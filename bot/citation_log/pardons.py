"""Which absences the log itself explains: erasures, expiries and takedowns are events too."""

from bisect import bisect_right
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
    _expiries: list[int] = field(default_factory=list)  # their numbers, ascending
    _limits: list[int] = field(default_factory=list)  # the latest moment that any from there on reaches

    def excuse(self, number: int, at: int, part: str) -> bool:
        """Whether event *number*, written at *at*, may lack *part*."""
        if part == Part.PERSONAL:
            later = bisect_right(self._expiries, number)
            return number in self.personal or (later < len(self._limits) and at < self._limits[later])
        return part == Part.QUOTED and number in self.quoted

    def add_expiries(self, found: list[tuple[int, int]]) -> None:
        """Take over expiries as (number, moment), in order of their numbers."""
        self._expiries = [number for number, _ in found]
        self._limits = list(accumulate((before for _, before in reversed(found)), max))[::-1]


def pardons_of(connection: Connection) -> Pardons:
    """Read every event that removed something; one that cannot be read excuses nothing."""
    found, expiries = Pardons(), []
    kinds = (Kind.ERASED, Kind.EXPIRED, Kind.PURGED)
    rows = connection.execute(
        select(events.c.number, events.c.kind, events.c.detail)
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
                expiries.append((row.number, detail.before))
            case Purged():
                found.quoted.update(detail.records)
                found.texts.update(dict.fromkeys(detail.versions, row.number))
    found.add_expiries(expiries)
    return found
