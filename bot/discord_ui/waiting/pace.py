"""How long whoever asks now will wait, from how long the last answers took."""

from collections import deque

_RECENT = 20  # answers; few enough to follow a machine that has become busy within a minute
_UNMEASURED = 1.0  # seconds, until the first answer is there


class Pace:
    """Measured seconds an answer, and what follows from them."""

    def __init__(self) -> None:
        self._took: deque[float] = deque(maxlen=_RECENT)

    def took(self, seconds: float) -> None:
        """Take note of how long an answer took."""
        self._took.append(seconds)

    @property
    def seconds(self) -> float:
        """The mean of the last answers."""
        return sum(self._took) / len(self._took) if self._took else _UNMEASURED

    def wait(self, ahead: int, running: int, workers: int) -> float:
        """Return the seconds until a question's turn, with *ahead* due before it and *running* at work.

        The ones at work count as one that has just begun: an estimate that is kept is better than a low one.
        """
        return 0.0 if running + ahead < workers else (ahead + 1) * self.seconds / workers
