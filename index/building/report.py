"""What a build tells: its steps while it runs, and at the end what it did."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Progress = Callable[[str, int, int], None]

# In this order; "embed" only where there is something to embed, "texts" to "switch" only for a new version.
STEPS = ("read", "model", "embed", "texts", "words", "vectors", "manifest", "sync", "place", "switch", "tidy")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; counts are of articles unless named otherwise.

    ``is_new`` is False where the index was up to date already. ``embedded`` counts distinct texts.
    ``warnings`` and ``errors`` are one line each.
    """

    version: str
    is_new: bool
    added: int
    changed: int
    kept: int
    removed: int
    paragraphs: int
    embedded: int
    warnings: tuple[str, ...]
    errors: tuple[str, ...]


@contextmanager
def told(progress: Progress, step: str) -> Iterator[None]:
    """Tell *progress* before and after a step that has no parts."""
    progress(step, 0, 1)
    yield
    progress(step, 1, 1)
