"""Putting a file into the corpus: whole, under a name that is free, or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from index.article_files.folder import articles_folder
from index.errors import ArticleFileError
from index.machine import sync_to_disk


def put_in_place(draft: Path, corpus: Path) -> Path:
    """Copy *draft* into the corpus under its own name, with its time, and return the copy.

    Nothing is ever overwritten, and nobody reads half a file: it is written beside its place under a hidden name.

    Raises:
        ArticleFileError: there is such a file already, or it cannot be written.
    """
    folder = articles_folder(corpus)
    place = folder / draft.name
    hidden: Path | None = None
    try:
        details = draft.stat()
        descriptor, name = tempfile.mkstemp(prefix=".adding-", dir=folder)
        hidden = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(draft.read_bytes())
        hidden.chmod(0o644)  # mkstemp's is private, but the bot may run as another user than the editor
        os.utime(hidden, ns=(details.st_atime_ns, details.st_mtime_ns))
        sync_to_disk(hidden)
        _link(hidden, place)
        sync_to_disk(folder)
    except FileExistsError as error:
        raise ArticleFileError(place, "there is such an article already: rename the file") from error
    except OSError as error:
        raise ArticleFileError(place, f"it cannot be written: {error.strerror or error}") from error
    finally:
        if hidden is not None:
            hidden.unlink(missing_ok=True)
    return place


def clear_hidden(corpus: Path) -> None:
    """Remove what a killed `put_in_place` left; only the holder of the index's lock may."""
    for hidden in articles_folder(corpus).glob(".adding-*"):
        with suppress(OSError):
            hidden.unlink()


def _link(hidden: Path, place: Path) -> None:
    """Give a file a second name that must be free; where a disk knows no such thing, rename it."""
    try:
        place.hardlink_to(hidden)
    except FileExistsError:
        raise
    except OSError:
        if place.exists():
            raise FileExistsError(place) from None
        hidden.rename(place)
