"""Going back one version: the one before the current is put in place again, as a version of its own.

As one of its own, so that versions stay in the order of their making: what is kept, what is left over and what
has expired is told by that order.
"""

from datetime import UTC, datetime
from pathlib import Path

from index.building.locking import alone, writing
from index.building.manifest import CONTENT_FILES, MANIFEST_FILE, Manifest, check_files, read_manifest
from index.building.older import kept_versions
from index.building.report import Progress
from index.building.versions import clear_leftovers, place_version, switch_to
from index.errors import IndexModelError, NoEarlierVersionError
from index.settings import IndexSettings


def go_back(settings: IndexSettings, progress: Progress) -> tuple[Manifest, Manifest]:
    """Make the version before the current one current again; return what was current and what is now.

    The articles' files are left as they are: the next build indexes them again.

    Raises:
        IndexUnusableError: there is no index, or the version before it is damaged.
        NoEarlierVersionError: there is none before it that is kept.
        BuildError: a build is running, or the index cannot be written.
    """
    directory = settings.directory
    with alone(directory), writing(directory):
        folder, manifest = read_manifest(directory)
        clear_leftovers(directory)
        earlier = _before(directory, folder, manifest)
        if earlier is None:
            raise NoEarlierVersionError(directory)
        source, old = earlier
        if old.model.name != settings.embedding_model:
            raise IndexModelError(directory, f"the version before was built with {old.model.name}")
        check_files(directory, source, old)
        further = _before(directory, source, old)
        again = old.model_copy(
            update={"created": datetime.now(UTC), "before": further[0].name if further else ""}
        )

        def fill(staging: Path) -> bytes:
            for name in CONTENT_FILES:
                _share(source / name, staging / name)
            data = again.model_dump_json(indent=1).encode()
            (staging / MANIFEST_FILE).write_bytes(data)
            return data

        switch_to(directory, *place_version(directory, old.version, fill, progress))
    return manifest, again


def _before(directory: Path, folder: Path, manifest: Manifest) -> tuple[Path, Manifest] | None:
    """Return the version that *manifest*'s took the place of, None if it is not kept or there was none."""
    others = [(path, other) for path, other in kept_versions(directory) if path != folder]
    if manifest.before is not None:
        return next(((path, other) for path, other in others if path.name == manifest.before), None)
    older = [(path, other) for path, other in others if other.created < manifest.created]
    return max(older, key=lambda pair: pair[1].created, default=None)


def _share(source: Path, target: Path) -> None:
    """Let two versions have one file, which nobody ever changes; where a disk knows no such thing, copy it."""
    try:
        target.hardlink_to(source)
    except OSError:
        target.write_bytes(source.read_bytes())
