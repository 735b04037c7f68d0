"""Whom a word is owed, on disk for as long as it is: should the program be killed, the next start says it.

One small file each, readable by the bot's own user alone, without the question and without who asked it. With an
interaction's token its response can be written for a quarter of an hour; then it opens nothing any more.
"""

import json
import logging
import os
import secrets
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from bot.discord_ui.words.language import Language

_log = logging.getLogger(__name__)
_FORMAT = 1
_LONGEST = 14 * 60.0  # seconds; later a response cannot be edited, and nobody waits for a reply


class Kind(StrEnum):
    """What is to be answered."""

    INTERACTION = "interaction"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes: to an interaction, by application and token; to a message, by channel and its id."""

    kind: Kind
    where: int
    which: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A word that is owed at *address*, in a language."""

    address: Address
    language: Language


class Debt:
    """A word that is owed; ``stays`` where it is not paid when its block ends, and another client is to pay it."""

    def __init__(self) -> None:
        self.stays = False


class OwedReplies:
    """What is owed, in *folder*; one program at a time uses it."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._clock = clock
        self._own: set[str] = set()

    @contextmanager
    def noted(self, owed: Owed) -> Iterator[Debt]:
        """Keep *owed* for as long as the block lasts; where that cannot be kept, it goes on without."""
        path = self._folder / f"{secrets.token_hex(8)}.json"
        self._own.add(path.name)
        content = {"format": _FORMAT, "at": self._clock(), "language": owed.language, **asdict(owed.address)}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            opened = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(opened, "w", encoding="ascii") as file:
                json.dump(content, file)
        except OSError as error:
            _log.warning("whom an answer is owed cannot be kept in %s: %s", self._folder, error.strerror)
        debt = Debt()
        try:
            yield debt
        finally:
            with suppress(OSError):
                if not debt.stays:
                    path.unlink()
            self._own.discard(path.name)

    def left(self) -> Generator[Owed, None, None]:
        """Yield what an earlier run of the program left, and forget each once the next one is wanted.

        Who is killed while telling finds it again: a word that is said twice replaces itself.
        """
        for path in sorted(self._folder.glob("*.json")):
            if path.name in self._own:
                continue
            with suppress(OSError):
                owed = self._read(path.read_text(encoding="ascii", errors="replace"))
                if owed is not None:
                    yield owed
                path.unlink(missing_ok=True)

    def _read(self, text: str) -> Owed | None:
        """Return what a file says; nothing for one that is too old, of another format, or cut short by the kill."""
        try:
            said = json.loads(text)
            if said["format"] != _FORMAT:
                return None
            address = Address(Kind(said["kind"]), int(said["where"]), str(said["which"]))
            owed = Owed(address, Language(said["language"]))
            return owed if self._clock() - float(said["at"]) < _LONGEST else None
        except (ValueError, TypeError, KeyError):
            return None
