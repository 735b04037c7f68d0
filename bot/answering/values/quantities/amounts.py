"""An amount as a range of what it can be, with its unit."""

from dataclasses import dataclass
from fractions import Fraction

from bot.answering.values.kinds import Kind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, an ordinal, money, a percentage or a duration.

    It lies between ``low`` and ``high``, both included; None where a side is open ("at least"). ``stated`` is
    the number as written, None for "dozens". ``unit`` is a canonical unit ("km", "USD", "day"); ``counted``
    the singular noun that a bare number counts ("meeting"), ``befell`` what the counted came to ("death").
    ``further``: it counts only those that come on top ("another five"); ``partial``: only some of those that are
    spoken of, or none ("six of them", "none of her nine crew"). ``maybe`` holds the currencies that a
    bare sign may stand for besides *unit*. ``written`` is the canonical text.
    """

    kind: Kind
    low: Fraction | None
    high: Fraction | None
    stated: Fraction | None
    written: str
    unit: str | None = None
    counted: str | None = None
    befell: str | None = None
    maybe: frozenset[str] = frozenset()
    further: bool = False
    partial: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether nothing but rounding lies between the number as written and its range."""
        return self.written[:1] in "-0123456789" and None not in (self.low, self.high, self.stated)


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity in a text; offsets are code points, end exclusive."""

    start: int
    end: int
    quantity: Quantity


def plain(number: Fraction) -> str:
    """Return *number* in decimal digits, without thousands separators or needless zeros."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0").rstrip(".")
