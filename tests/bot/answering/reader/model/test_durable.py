"""A file is replaced whole or not at all."""

from pathlib import Path

import pytest

from bot.answering.reader.model.durable import replacing


def test_file_is_replaced_when_all_was_written(tmp_path: Path) -> None:
    """The new content stands, and nothing else is left in the folder."""
    path = tmp_path / "checkpoint.pt"
    for content in (b"old", b"new"):
        with replacing(path) as file:
            file.write(content)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """What cannot be written costs nothing of what was there, and is cleared away."""
    path = tmp_path / "checkpoint.pt"
    path.write_bytes(b"old")
    (tmp_path / "checkpoint.partial").symlink_to("/dev/full")  # a disk without room
    with pytest.raises(OSError, match="No space left"), replacing(path) as file:
        file.write(b"new" * 100_000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_interruption_leaves_the_old_file(tmp_path: Path) -> None:
    """Ctrl-C in the middle of writing is no different."""
    path = tmp_path / "checkpoint.pt"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
