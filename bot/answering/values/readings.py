"""Mentions together with what their words say: what recognition shows and resolution completes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.values.dates.expressions import DateExpression, PeriodExpression
from bot.answering.values.dates.finding import find_dates
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.names.finding import find_names
from bot.answering.values.names.naming import Name
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.clock import ClockTime, find_times
from bot.answering.values.quantities.finding import find_quantities

_UNIT_OF_FORCES = re.compile(
    r"[ ](?:Fleet|Army|Corps|Division|Brigade|Battalion|Regiment|Squadron|Circuit)(?!\w)"
)
_LONGEST = 50_000  # characters
Content = DateExpression | PeriodExpression | Quantity | ClockTime | Name


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention and its unresolved content."""

    mention: Mention
    content: Content


def _may_open_a_name(text: str, found: FoundQuantity) -> bool:
    """Tell whether a rank in capitals begins a unit's name: "Seventh Fleet"."""
    return text[found.start].isupper() and _UNIT_OF_FORCES.match(text, found.end) is not None


@lru_cache(maxsize=512)  # one question reads each of its few dozen paragraphs again for every candidate span
def read_text(text: str) -> tuple[Reading, ...]:
    """Return every reading of *text* in order of start, the longer first.

    Of a longer line only the first 50,000 characters are read: eight thousand words in one paragraph are no prose,
    and a line of nothing but numbers takes a second for every 100,000.
    """
    return tuple(
        sorted(_readings(text[:_LONGEST]), key=lambda reading: (reading.mention.start, -reading.mention.end))
    )


def _readings(text: str) -> Iterator[Reading]:
    dates = find_dates(text)
    times = tuple(find_times(text))
    for date in dates:
        mention = Mention(date.start, date.end, Kind.DATE, date.role, date.period)
        yield Reading(mention, date.expression)
    for time in times:
        yield Reading(Mention(time.start, time.end, Kind.TIME), time.time)
    taken = [(date.start, date.end) for date in dates] + [(time.start, time.end) for time in times]
    quantities = tuple(find_quantities(text, taken))
    for quantity in quantities:
        unit = quantity.quantity.counted
        yield Reading(
            Mention(quantity.start, quantity.end, quantity.quantity.kind, unit=unit), quantity.quantity
        )
    taken += [(one.start, one.end) for one in quantities if not _may_open_a_name(text, one)]
    for name in find_names(text, taken):
        yield Reading(Mention(name.start, name.end, name.name.kind), name.name)
