"""What a build under way tells of itself, in a file: whoever started it may end and begin anew meanwhile."""

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

_SELDOM = 0.3  # seconds between two writes of one step


class State(StrEnum):
    """How far a build is, or how it ended."""

    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"  # what was built is not put to use, see ``reasons``
    FAILED = "failed"  # see ``message``
    STOPPED = "stopped"  # it ended without a word: killed, or the machine went down


class BuildRecord(BaseModel):
    """A build as its file tells it.

    ``step`` is one of the index's steps, or ``ask`` while the known questions are asked. Articles are ids; lines are
    for people and in English. Of a failure ``causes`` has the error's name and those of what it is a kind of, and
    ``detail`` what it says in few words, so that it can be told in other languages than ``message``.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    state: State = State.RUNNING
    pid: int = 0
    step: str = "read"
    done: int = 0
    total: int = 1
    version: str = ""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    paragraphs: int = 0
    lines: tuple[str, ...] = ()  # files that were left out, and other warnings
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # known questions that come out otherwise because of new articles
    asked: int = 0
    message: str = ""
    causes: tuple[str, ...] = ()
    detail: str = ""


class BuildFile:
    """The file of one build; it is replaced whole, so that nobody reads half of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._record = BuildRecord(pid=os.getpid())
        self._written = 0.0

    def progress(self, step: str, done: int, total: int) -> None:
        """Tell how far it is; seldom enough to cost nothing."""
        before, now = self._record, monotonic()
        self._record = before.model_copy(update={"step": step, "done": done, "total": total})
        if step != before.step or now >= self._written + _SELDOM:
            self._write(self._record)
            self._written = now

    def note(self, **facts: object) -> None:
        """Keep facts for when it ends."""
        self._record = self._record.model_copy(update=facts)

    def end(self, state: State, **facts: object) -> None:
        """Tell how it ended."""
        self._write(self._record.model_copy(update={"state": state, **facts}))

    def _write(self, record: BuildRecord) -> None:
        """Write the file; a build does not fail because nobody can be told of it."""
        name: str | None = None
        try:
            descriptor, name = tempfile.mkstemp(prefix=".telling-", dir=self.path.parent)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(record.model_dump_json())
            Path(name).replace(self.path)
        except OSError:
            if name is not None:  # on a full disk there would be another one every moment
                Path(name).unlink(missing_ok=True)


def failure_of(error: Exception) -> dict[str, Any]:
    """Return the facts of a failure, as `BuildRecord` has them."""
    said = getattr(error, "user_message", "") or f"{type(error).__name__}: {error}"
    causes = tuple(one.__name__ for one in type(error).__mro__ if issubclass(one, Exception))
    return {"message": said, "causes": causes, "detail": str(getattr(error, "reason", ""))}


def read_build(path: Path) -> BuildRecord | None:
    """Return what a build's file tells, None where it has told nothing yet."""
    try:
        return BuildRecord.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
