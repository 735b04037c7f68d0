"""What `/corpus` works with, from what is behind the bot."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.builds import State
from bot.desk.drafts import DraftsDesk
from bot.desk.rebuilding import Job, RebuildingDesk
from bot.discord_ui.rebuilds.following import Follower
from bot.discord_ui.rebuilds.telling import Compare
from index.wiring import IndexStatus


@dataclass(frozen=True, slots=True)
class CorpusDesk:
    """Drafts, rebuilds and the one who follows them; what the index is, changed, and going back one version."""

    drafts: DraftsDesk
    rebuilding: RebuildingDesk
    follower: Follower
    status: Callable[[], IndexStatus]
    compare: Compare
    undo: Callable[[], IndexStatus]

    def running(self) -> Job | None:
        """Return the rebuild that is running, None if there is none."""
        job = self.rebuilding.current()
        return job if job is not None and self.rebuilding.look(job).state is State.RUNNING else None
