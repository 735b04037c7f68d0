"""What a build tells: its steps while it runs, and at the end what it did."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from index.building.plan import Plan

Progress = Callable[[str, int, int], None]

# In this order; "embed" only where there is something to embed, "texts" to "switch" only for a new version.
STEPS = tuple(
    "read model embed texts words vectors manifest sync place approve add switch tidy".split(),
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; ``plan`` names the articles.

    ``is_new`` is False where the index was up to date already. ``embedded`` counts distinct texts.
    ``warnings`` and ``errors`` are one line each.
    """

    version: str
    is_new: bool
    plan: Plan
    paragraphs: int
    embedded: int
    warnings: tuple[str, ...]
    errors: tuple[str, ...]

    @property
    def added(self) -> int:
        """How many articles are new."""
        return len(self.plan.added)

    @property
    def changed(self) -> int:
        """How many have other content than before."""
        return len(self.plan.changed)

    @property
    def kept(self) -> int:
        """How many are as before."""
        return len(self.plan.kept)

    @property
    def removed(self) -> int:
        """How many are gone."""
        return len(self.plan.removed)


@contextmanager
def told(progress: Progress, step: str) -> Iterator[None]:
    """Tell *progress* before and after a step that has no parts."""
    progress(step, 0, 1)
    yield
    progress(step, 1, 1)
