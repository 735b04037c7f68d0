"""Swapping the index: a newer version takes the place of the one in use, between questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from bot.answering.service import AnswerService
from bot.desk.asking import AskingDesk
from bot.desk.reviewing import ReviewingDesk


@dataclass(frozen=True, slots=True)
class Serving:
    """What stands on one opened index version."""

    service: AnswerService
    asking: AskingDesk
    reviewing: ReviewingDesk


class NothingServedError(LookupError):
    """No index version has been opened yet."""


class InUse:
    """The serving in use; whoever holds one keeps it open, also when another has taken its place.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: _Counted | None = None

    @property
    def newest(self) -> Serving | None:
        """What the next question is answered from; it may be closed at any time by whoever replaces it."""
        counted = self._newest
        return counted.serving if counted else None

    @contextmanager
    def held(self) -> Iterator[Serving]:
        """Give the newest serving, which stays open until the block ends.

        Raises:
            NothingServedError: there is none yet.
        """
        with self._lock:
            counted = self._newest
            if counted is None:
                raise NothingServedError
            counted.holders += 1
        try:
            yield counted.serving
        finally:
            with self._lock:
                counted.holders -= 1
                last = counted.replaced and not counted.holders
            if last:
                counted.serving.service.index.close()

    def replace(self, serving: Serving) -> None:
        """Answer from *serving* from now on; the one before is closed when nobody holds it any more."""
        with self._lock:
            before, self._newest = self._newest, _Counted(serving)
            if before is None:
                return
            before.replaced = True
            unheld = not before.holders
        if unheld:
            before.serving.service.index.close()


@dataclass(slots=True)
class _Counted:
    """A serving and how many hold it."""

    serving: Serving
    holders: int = 0
    replaced: bool = False
