"""A version that is written and not yet pointed at: whoever approves of it sees what it would change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.building.manifest import Manifest
from index.building.plan import Plan


@dataclass(frozen=True, slots=True)
class Proposal:
    """A version beside the current one.

    ``unreadable`` has a line for each file that gave an article before and gives none now; its article is among
    those that would be removed.
    """

    folder: Path
    manifest: Manifest
    plan: Plan
    unreadable: tuple[str, ...]


Approve = Callable[[Proposal], None]  # raises BuildRefusedError, or anything else, to stop


def approve_all(proposal: Proposal) -> None:
    """Approve of whatever was built."""
