"""Rebuilding on an editor's behalf: a process of its own, followed by what it writes into a file.

It outlives the program that started it, and whoever comes after that finds it again: one job at a time is written
down beside the index, with the place where it was asked for.
"""

import os
import secrets
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.desk.builds import BuildRecord, State, read_build
from bot.errors import RebuildRunningError
from bot.settings import Settings, environment_of
from index.wiring import is_being_built

_JOB = "job.json"
_SILENT = 15.0  # seconds that a process found again may be alive and hold no lock: before it starts and after it ends


class Job(BaseModel):
    """A rebuild as it was asked for: where, in which language its progress is told, and what it adds."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(default_factory=lambda: secrets.token_hex(8), pattern=r"[0-9a-f]{16}")
    server: str
    channel: str
    message: str | None = None
    language: str = "en"
    draft: str | None = None
    label: str = ""
    anyway: bool = False
    pid: int = 0
    started: datetime = Field(default_factory=lambda: datetime.now(UTC))


class RebuildingDesk:
    """Starts rebuilds, one at a time, and says how far they are."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.index.directory / "rebuilding"
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._unlocked_since: float | None = None

    def start(self, job: Job, added: Path | None) -> Job:
        """Start a rebuild that adds a file, if any; return the job with its process.

        Raises:
            RebuildRunningError: another one is not done yet.
            OSError: it cannot be written down or started.
        """
        with self._lock:
            before = self.current()
            if before is not None and self.look(before).state is State.RUNNING:
                raise RebuildRunningError(before.started)
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob("build-*.json"):
                if before is None or old != self._file(before):  # whose end may not be told yet
                    old.unlink(missing_ok=True)
            self.keep(job)  # before there is a process: killed in between, the next run tells of it
            try:
                process = self._begun(job, added)
            except OSError:
                (self._folder / _JOB).unlink(missing_ok=True)
                raise
            begun = job.model_copy(update={"pid": process.pid})
            with suppress(
                OSError
            ):  # it runs; who finds it without its number knows it by the lock that it holds
                self.keep(begun)
            return begun

    def _begun(self, job: Job, added: Path | None) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot.cli", "build", "--gently", *self._options(job, added)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the bot
            env=child_environment(self._settings),
        )
        # Somebody has to take note of its end, though nobody may be left to ask for it.
        Thread(target=self._process.wait, name="rebuilding", daemon=True).start()
        return self._process

    def keep(self, job: Job) -> None:
        """Write down what is under way, for whoever comes after."""
        path = self._folder / _JOB
        path.with_suffix(".next").write_text(job.model_dump_json(), encoding="utf-8")
        path.with_suffix(".next").replace(path)

    def current(self) -> Job | None:
        """Return the rebuild that was asked for last and is not told to its end, None without one."""
        try:
            return Job.model_validate_json((self._folder / _JOB).read_bytes())
        except (OSError, ValidationError):
            return None

    def look(self, job: Job) -> BuildRecord:
        """Return how far a rebuild is, or how it ended."""
        ended = self._has_ended(job)  # before its file is read: it writes there first
        record = read_build(self._file(job)) or BuildRecord()
        if record.state is State.RUNNING and ended:
            return record.model_copy(update={"state": State.STOPPED})
        return record

    def close(self, job: Job) -> None:
        """Forget a rebuild whose end was told."""
        with self._lock:
            current = self.current()
            if current is not None and current.id == job.id:
                (self._folder / _JOB).unlink(missing_ok=True)

    def _has_ended(self, job: Job) -> bool:
        process = self._process
        if process is not None and process.pid == job.pid:
            return process.poll() is not None
        if not _is_alive(job.pid):
            return True
        if is_being_built(self._settings.index):
            self._unlocked_since = None
            return False
        self._unlocked_since = self._unlocked_since or monotonic()
        return monotonic() > self._unlocked_since + _SILENT  # the number is somebody else's by now

    def _options(self, job: Job, added: Path | None) -> list[str]:
        options = ["--tell", str(self._file(job))]
        if added is not None:
            options += ["--add", str(added)]
            return [*options, "--anyway"] if job.anyway else options
        return options if job.anyway else [*options, "--check"]

    def _file(self, job: Job) -> Path:
        return self._folder / f"build-{job.id}.json"


def child_environment(settings: Settings) -> dict[str, str]:
    """Return the environment of a process that has the same settings, and no token."""
    own = {name: value for name, value in os.environ.items() if name != "CROSSCITE_DISCORD_TOKEN"}
    return own | environment_of(settings)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
