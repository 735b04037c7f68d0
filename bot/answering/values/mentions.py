"""A typed expression in a text, before anything is resolved."""

from dataclasses import dataclass
from typing import Literal

from bot.answering.values.kinds import Kind

Role = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed expression in a text; offsets are code points of that text, end exclusive.

    ``role`` and ``period`` are set for a date that is one end of a period ("from January 15 through
    January 18"): which end, and the span of the whole period, which is a mention of its own.
    ``unit`` is the noun that a number or an ordinal counts, in the singular and in lower case.
    """

    start: int
    end: int
    kind: Kind
    role: Role | None = None
    period: tuple[int, int] | None = None
    unit: str | None = None
