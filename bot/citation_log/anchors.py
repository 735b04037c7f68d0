"""The anchor file: how far the log reached and what its head was, signed, outside the database.

Somebody who can write the database can make its chain agree with itself; not with what was anchored before,
unless they hold the key and the file too. A line is JSON; lines are only added.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.citation_log.sealing import anchor_signature, same


class Anchor(BaseModel):
    """*count* events, the last of which had the hash *head*, at *at* (microseconds since 1970, UTC)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int
    head: str
    at: int
    signature: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors that are well signed, and the numbers (from 1) of the lines that are not."""

    trusted: tuple[Anchor, ...]
    refused: tuple[int, ...]


class AnchorFile:
    """Anchors in *path*, signed with *key*."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key

    def add(self, count: int, head: str, at: int) -> None:
        """Append an anchor; a line that a killed process left unfinished is ended first.

        Raises:
            OSError: the file cannot be written.
        """
        anchor = Anchor(count=count, head=head, at=at, signature=anchor_signature(self._key, count, head, at))
        line = anchor.model_dump_json().encode() + b"\n"
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                line = b"\n" + line
            os.write(descriptor, line)  # one call: lines of two processes never mix
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def read(self) -> Anchors | None:
        """Return the anchors, None where there is no file.

        Raises:
            OSError: the file cannot be read.
        """
        try:
            lines = self.path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return None
        return self._sorted_out(lines)

    def _sorted_out(self, lines: Sequence[bytes]) -> Anchors:
        trusted: list[Anchor] = []
        refused: list[int] = []
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            anchor = _parsed(line)
            if anchor is not None and same(
                anchor.signature, anchor_signature(self._key, anchor.count, anchor.head, anchor.at)
            ):
                trusted.append(anchor)
            else:
                refused.append(number)
        return Anchors(tuple(trusted), tuple(refused))


def _parsed(line: bytes) -> Anchor | None:
    try:
        return Anchor.model_validate_json(line)
    except ValidationError:
        return None
