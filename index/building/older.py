"""Versions that were replaced: kept for a while, so that an old answer can be asked for again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from index.building.manifest import (
    FOLDER_NAME,
    MANIFEST_FILE,
    VERSIONS_FOLDER,
    Manifest,
    parsed_manifest,
    read_manifest,
)
from index.errors import ArticleStillIndexedError, IndexUnusableError, IndexVersionGoneError


def find_version(directory: Path, version: str) -> tuple[Path, Manifest]:
    """Return the folder and the manifest of *version*, the current one or one that was replaced.

    Raises:
        IndexMissingError: there is no index.
        IndexVersionGoneError: that version was removed.
    """
    current = read_manifest(directory)
    if current[1].version == version:
        return current
    for folder, manifest in kept_versions(directory):
        if manifest.version == version:
            return folder, manifest
    raise IndexVersionGoneError(directory, version)


def remove_holding(directory: Path, article: str) -> int:
    """Remove every replaced version that holds *article*; return how many there were.

    Raises:
        ArticleStillIndexedError: the current version holds it; nothing was removed.
        OSError: a version cannot be removed.
    """
    current, manifest = read_manifest(directory)
    if article in manifest.articles:
        raise ArticleStillIndexedError(article, manifest.articles[article].file)
    holding = [
        folder for folder, old in kept_versions(directory) if article in old.articles and folder != current
    ]
    for folder in holding:
        shutil.rmtree(folder)
    return len(holding)


def kept_versions(directory: Path) -> Iterator[tuple[Path, Manifest]]:
    """Yield the folder and the manifest of every version that can be read, the current one among them."""
    for folder in sorted((directory / VERSIONS_FOLDER).glob("*")):
        if FOLDER_NAME.fullmatch(folder.name):
            try:
                yield folder, parsed_manifest(directory, (folder / MANIFEST_FILE).read_bytes())
            except (OSError, IndexUnusableError):  # of another format, or half removed: nothing to be asked
                continue
