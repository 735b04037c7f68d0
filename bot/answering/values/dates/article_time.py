"""What an article's dates are resolved against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.answering.values.dates.points import DatePoint

ReferenceSource = Literal["dateline", "published"]


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What an article says of its own time: everything that resolving a date inside it needs.

    ``reference`` is the dateline's day, else the day of publication; ``source`` says which. ``dateline`` is
    how a citation names it ("Washington, January 12, 2024"). ``weekdays`` holds, for Monday (0) to Sunday
    (6), the article's own dates of that name ("Monday, January 15").
    """

    reference: date | None = None
    source: ReferenceSource | None = None
    dateline: str | None = None
    weekdays: Mapping[int, tuple[DatePoint, ...]] = field(default_factory=dict, hash=False)
