"""How two values stand to each other."""

from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    """Whether two values can both hold for one slot."""

    SAME = "same"
    FINER = "finer"  # both can hold: one says less than the other
    DIFFERENT = "different"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The fit of two values, what decided it ("day", "amount", "name"), and why in one short phrase."""

    fit: Fit
    on: str
    rule: str
