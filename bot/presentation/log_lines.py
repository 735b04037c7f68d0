"""What the log's events are called, one line each. Pure; the words of members and articles are made harmless."""

from collections.abc import Sequence
from datetime import datetime

from bot.citation_log.answered import Answered
from bot.citation_log.events import (
    Delivered,
    Erased,
    Event,
    Expired,
    Failed,
    Kind,
    Purged,
    Reported,
    Ruled,
    ServerSettings,
)
from bot.citation_log.faults import Fault, Finding, Verification
from bot.presentation.visible import neutralise

ERASED = "(erased)"
_CATEGORIES = {
    "wrong_quote": "wrong quote",
    "wrong_source": "wrong source",
    "not_a_disagreement": "not a disagreement",
    "missed_disagreement": "missed disagreement",
    "other": "something else",
}
_OF_AN_EVENT = {
    Fault.CHANGED,
    Fault.MISSING,
    Fault.UNREADABLE,
    Fault.PART_CHANGED,
    Fault.PART_GONE,
    Fault.PART_BACK,
    Fault.PART_ADDED,
    Fault.LISTING,
    Fault.ANCHOR,
}


def clock(at: datetime) -> str:
    """Return a moment to the second, in UTC."""
    return f"{at:%Y-%m-%d %H:%M:%S}"


def told(event: Event) -> str:
    """Return what happened, in one line."""
    match event.detail:
        case Answered():
            said = (event.personal or {}).get("question", ERASED)
        case Delivered(message=message):
            said = f"shown as message {message}" if message else "shown"
        case Failed(reason=reason, unknown=unknown):
            said = f"{'may not have been' if unknown else 'could not be'} shown: {reason}"
        case Reported(category=category):
            said = ": ".join(filter(None, [_CATEGORIES[category], _said(event, "text")]))
        case Ruled(verdict=verdict):
            said = ": ".join(filter(None, [verdict, _said(event, "note")]))
        case ServerSettings():
            said = f"a manager set up the server: {settings_line(event.detail)}"
        case Erased(records=records):
            said = f"a member asked to be forgotten: {_counted(len(records), 'record')}"
        case Expired(count=count):
            said = f"personal fields were old enough: {_counted(count, 'record')}"
        case Purged(article=article, records=records):
            said = f"{article} was taken down: {_counted(len(records), 'answer')} retracted"
    return neutralise(said)


def settings_line(settings: ServerSettings) -> str:
    """Return what holds in a server, by the ids that Discord gives."""
    channels = " ".join(settings.channels) or "all"
    parts = [
        f"answers in {channels}",
        f"{'privately' if settings.private else 'publicly'} where nothing is said",
        f"review in {settings.review_channel or 'no channel'}",
        f"editors {' '.join(settings.editors) or 'none'}",
        f"moderators {' '.join(settings.moderators) or 'none'}",
        f"kept for {'the usual time' if settings.keep_days is None else _counted(settings.keep_days, 'day')}",
    ]
    return ", ".join(parts)


def standing(events: Sequence[Event]) -> str:
    """Return what became of an answer, from the events about it in order."""
    if any(event.kind is Kind.DELIVERED for event in events):
        return "shown"
    if any(isinstance(event.detail, Failed) and not event.detail.unknown for event in events):
        return "not shown"
    return "written down; whether it was shown is not known"


def verdict_lines(verification: Verification, most: int = 20) -> list[str]:
    """Return what a verification found, at most so many faults, and how far it can be relied on."""
    found = [_fault_line(finding) for finding in verification.findings[:most]]
    if len(verification.findings) > most:
        found.append(f"… and {len(verification.findings) - most:,} more.")
    count = _counted(verification.events, "event")
    found.append(f"{count}: {'the chain is whole' if verification.intact else 'NOT as they were written'}.")
    return [*found, _reach(verification)]


def _fault_line(finding: Finding) -> str:
    if finding.fault in _OF_AN_EVENT:
        return f"Event {finding.place} {finding.fault}."
    if finding.fault is Fault.FOREIGN:
        return f"The table {finding.place} {finding.fault}."
    if finding.fault in {Fault.HEAD, Fault.FILE}:
        return f"{finding.fault}."
    if finding.fault is Fault.ANCHOR_REFUSED:
        return f"Line {finding.place} {finding.fault}."
    return f"The text of article version {str(finding.place)[:12]}… {finding.fault}."


def _reach(verification: Verification) -> str:
    if verification.anchored is None:
        return "There is no anchor: that events were cut off the end, or all written anew, could not be seen."
    beyond = verification.events - verification.anchored
    if beyond <= 0:
        return f"The anchors reach to event {verification.anchored:,}; what was cut off after it could not be seen."
    return (
        f"The anchors reach to event {verification.anchored:,}: a change of what came before would be seen; "
        f"that some of the {_counted(beyond, 'event')} since, or more, were cut off could not be."
    )


def _said(event: Event, name: str) -> str:
    return str((event.personal or {name: ERASED}).get(name, ""))


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
