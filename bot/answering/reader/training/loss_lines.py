"""Tells how a run goes: a JSON line with the mean losses since the last one, and the pace."""

import json
import time

import torch
from torch import Tensor


class LossLines:
    """Prints a line *every* so many steps, and at the *last* one; *done* steps were taken before."""

    def __init__(self, every: int, done: int = 0, last: int | None = None) -> None:
        self._every, self._last = every, last
        self._begun, self._began = done, time.monotonic()
        self._losses: list[tuple[Tensor, Tensor]] = []

    def add(self, step: int, losses: tuple[Tensor, Tensor]) -> None:
        """Take in the losses of *step*, counted from 1, of spans and of relations in nats."""
        self._losses.append(losses)
        if step % self._every and step != self._last:
            return
        span, relation = (float(torch.stack(column).mean()) for column in zip(*self._losses, strict=True))
        pace = (step - self._begun) / (time.monotonic() - self._began)
        line = {
            "step": step,
            "span": round(span, 4),
            "relation": round(relation, 4),
            "steps/s": round(pace, 3),
        }
        print(json.dumps(line), flush=True)
        self._losses = []
