"""What the work at hand is about: an interaction or a message, whose id stands on every log line of it.

A context variable: tasks inherit it from what started them, and so do threads that are given the context.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_CONCERNED: ContextVar[tuple[str, str] | None] = ContextVar("concerned", default=None)


@contextmanager
def concerning(kind: str | None, data: Any) -> Iterator[None]:
    """Let lines that are logged in the block, and by what it starts, be about *data*, an object of Discord's JSON.

    Nothing is marked without a *kind*, or where the object has no id that is one.
    """
    number = data.get("id") if kind and isinstance(data, dict) else None
    if kind is None or not isinstance(number, str) or not number.isdecimal():
        yield
        return
    token = _CONCERNED.set((kind, number))
    try:
        yield
    finally:
        _CONCERNED.reset(token)


def concerned() -> tuple[str, str] | None:
    """Return the kind and the id of what the work at hand is about, None where it is about nothing."""
    return _CONCERNED.get()
