"""What can be wrong with a log, and what a verification found."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What can be wrong, as the end of a sentence that begins with the event or the text."""

    CHANGED = "was changed, or stands in another's place"
    MISSING = "is missing"
    UNREADABLE = "cannot be read"
    PART_CHANGED = "has a part that was changed"
    PART_GONE = "lost a part, and no erasure tells of it"
    PART_BACK = "has a part again that was erased"
    PART_ADDED = "has a part that it was not written with"
    LISTING = "is not listed under the words, the articles and the time it has"
    TEXT_CHANGED = "was changed"
    TEXT_GONE = "is missing, and no takedown tells of it"
    TEXT_ADDED = "is there, though no event quotes it, or none since it was taken down"
    FOREIGN = "holds a row that no log is made of"
    FILE = "The database's own check finds its file damaged"
    HEAD = "The head does not match the last event"
    ANCHOR = "does not match what was anchored"
    ANCHOR_REFUSED = "of the anchor file is not signed with this log's key"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and where: an event's number, a text's version, a table's name, an anchor's line."""

    fault: Fault
    place: int | str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found in ``events`` events; ``anchored`` is the last event under a good anchor, None without one."""

    events: int
    findings: tuple[Finding, ...]
    anchored: int | None

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
