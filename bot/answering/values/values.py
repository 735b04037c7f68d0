"""What a span means, resolved inside its own article: the thing that versions are grouped and compared by."""

from dataclasses import dataclass

from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.kinds import Kind
from bot.answering.values.names.naming import Name
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.clock import ClockTime
from bot.answering.values.statuses import Polarity

Payload = DatePoint | DatePeriod | Quantity | ClockTime | Name | Polarity


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value.

    ``canonical`` is EDTF for dates ("XXXX-01-15"), plain for the rest ("7 days", "25 %", a name); None if the
    span cannot be resolved or is only text. ``resolved_from`` names what completed it ("dateline",
    "published", "weekday"); None if it was complete as written. ``payload`` is what comparing reads.
    """

    kind: Kind
    canonical: str | None = None
    resolved_from: str | None = None
    payload: Payload | None = None
