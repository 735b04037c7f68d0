"""What the log holds of one member, as they are given it. Pure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.citation_log.answered import Answered
from bot.citation_log.events import Event, Kind, Reported


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many questions and reports of a member still have their words, and decisions their name."""

    questions: int
    reports: int
    decisions: int = 0

    def __bool__(self) -> bool:
        return bool(self.questions or self.reports or self.decisions)


def holdings_of(events: Iterable[Event]) -> Holdings:
    """Count what is kept of the member who caused *events*."""
    kinds = [event.kind for event in events if event.personal is not None]
    decisions = kinds.count(Kind.RULED) + kinds.count(Kind.CONFIGURED)
    return Holdings(kinds.count(Kind.ANSWERED), kinds.count(Kind.REPORTED), decisions)


def exported(events: Iterable[Event]) -> bytes:
    """Return *events*, oldest first, as a JSON file that people can read."""
    records = sorted((_record(event) for event in events), key=lambda record: record["number"])
    return json.dumps(records, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"


def _record(event: Event) -> dict[str, Any]:
    record: dict[str, Any] = {
        "number": event.number,
        "at": event.at.isoformat(),
        "kind": event.kind.value,
        "server": event.server,
    }
    match event.detail:
        case Answered(way=way, channel=channel):
            record |= {"way": way, "channel": channel, "outcome": event.outcome}
        case Reported(category=category):
            record |= {"about": event.about, "category": category}
        case _:
            record["about"] = event.about
    return record | dict(event.personal or {})
