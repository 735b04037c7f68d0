"""What a date's words say, before anything else completes it."""

from dataclasses import dataclass
from typing import Literal

from bot.answering.values.dates.feasts import Feast
from bot.answering.values.dates.points import DatePoint
from bot.answering.values.dates.tense import Tense

Direction = Literal["last", "this", "next", "past", "coming"]
Part = Literal["start", "early", "mid", "late", "end"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """The fields that one date's words state; None for what they leave out.

    ``month`` above 20 is EDTF's season, quarter or half of a year. ``unit`` and ``amount`` count from the
    article's own date ("next week": week, 1); ``direction`` tells "last week", the one before this, from "the
    past week", the seven days up to now. ``fixed`` is a decade or a century, complete as it stands.
    ``ambiguous``: the order of day and month cannot be known. ``tense`` is that of the verb before the date, ``told``
    whether the date is without doubt that verb's.
    ``days`` are the first and the last day of the month that a piece of it has ("the second week of March"; past
    its end: its last day), ``nth`` counts its *weekday* ("the first Monday of March"; -1: the last).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    direction: Direction | None = None
    unit: Unit | None = None
    amount: int = 0
    fixed: DatePoint | None = None
    ambiguous: bool = False
    tense: Tense | None = None
    told: bool = False
    days: tuple[int, int] | None = None
    nth: int | None = None
    feast: Feast | None = None


@dataclass(frozen=True, slots=True)
class PeriodExpression:
    """Two dates that are stated as the ends of one period."""

    start: DateExpression
    end: DateExpression


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text with its offsets, and which end of which period it is."""

    start: int
    end: int
    expression: DateExpression | PeriodExpression
    role: Literal["start", "end"] | None = None
    period: tuple[int, int] | None = None
