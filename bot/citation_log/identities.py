"""The secret key of a log: it turns members' ids into hashes and signs anchors. Lost, neither can be matched again."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from bot.citation_log.sealing import keyed_person
from bot.errors import LogKeyError

_BYTES = 32
_NEEDED = "64 hexadecimal digits are needed"


def read_key(path: Path) -> bytes:
    """Return the key in *path*, 64 hexadecimal digits; it is made, readable by its owner alone, if there is none.

    Two processes that start at once end up with the same key.

    Raises:
        LogKeyError: the file cannot be read or made, or holds something else.
    """
    try:
        if not path.exists():
            _make(path)
        text = path.read_text(encoding="ascii").strip()
    except UnicodeDecodeError as error:
        raise LogKeyError(path, _NEEDED) from error
    except OSError as error:
        raise LogKeyError(path, error.strerror or str(error)) from error
    return parse_key(text, path)


def parse_key(text: str, path: Path | None = None) -> bytes:
    """Return the key that *text* writes out.

    Raises:
        LogKeyError: it is not 64 hexadecimal digits.
    """
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise LogKeyError(path, _NEEDED)
    return key


def person_of(key: bytes, member: int | str) -> str:
    """Return the keyed hash of a member's id."""
    return keyed_person(key, str(member))


def _make(path: Path) -> None:
    """Write a new key beside *path* and link it there: the first process wins, nobody sees half a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
