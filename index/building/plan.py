"""What a build has to do. Pure: it compares what is there with what should be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Plan:
    """Article ids, sorted: new, with other content than before, as before, and gone."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the articles are the same as before."""
        return not (self.added or self.changed or self.removed)


def plan_articles(before: Mapping[str, str], after: Mapping[str, str]) -> Plan:
    """Compare two corpora, given as article id → content hash."""
    return Plan(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(name for name in after.keys() & before.keys() if after[name] != before[name])),
        kept=tuple(sorted(name for name in after.keys() & before.keys() if after[name] == before[name])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def texts_to_embed(texts: Iterable[str], known: Mapping[str, int]) -> list[str]:
    """Return the distinct texts that have no vector yet, in the order of their first use."""
    return [text for text in dict.fromkeys(texts) if text not in known]


def expired(created: Mapping[str, datetime], current: str, now: datetime, keep_days: int) -> list[str]:
    """Return the version folders to remove: those replaced more than *keep_days* ago.

    Args:
        created: When each version was made, by folder name; a version was replaced when the next was made.
        current: The one that is never removed.
        now: The time of the build.
        keep_days: How long a replaced version stays for bots that still have it open.
    """
    in_order = sorted(created, key=lambda name: (created[name], name))
    limit = now - timedelta(days=keep_days)
    return [name for name, following in pairwise(in_order) if name != current and created[following] <= limit]


def abandoned(created: Mapping[str, datetime], current: str) -> list[str]:
    """Return the version folders that were put in place but never pointed at: newer than the current one."""
    return sorted(name for name in created if created[name] > created[current])
