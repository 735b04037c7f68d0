"""A rate with what it is of, how sure it is, and the floor and the goal set for it. Pure."""

import math
from dataclasses import dataclass
from enum import StrEnum

_Z = 1.959964  # of the normal distribution, two-sided 95 %


class Standing(StrEnum):
    """How a rate stands to its floor and its goal."""

    GOAL = "goal reached"
    FLOOR = "floor reached"
    MISSED = "floor missed"
    OPEN = ""  # nothing is set, or nothing was measured


def standing(
    value: float | None, floor: float | None, goal: float | None, *, at_most: bool = False
) -> Standing:
    """Say whether *value* reaches its goal, its floor or neither; with *at_most* less is better."""
    if value is None or floor is None or goal is None:
        return Standing.OPEN
    sign = -1 if at_most else 1
    if sign * value >= sign * goal:
        return Standing.GOAL
    return Standing.FLOOR if sign * value >= sign * floor else Standing.MISSED


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a number of rows; floor and goal are shares of 1, or counts where ``counted``."""

    measure: str
    hits: int
    count: int
    floor: float | None = None
    goal: float | None = None
    at_most: bool = False
    counted: bool = False

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.hits / self.count if self.count else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the share of all such rows lies with 95 % confidence; None of nothing."""
        return wilson(self.hits, self.count) if self.count else None

    @property
    def standing(self) -> Standing:
        """Whether the goal, the floor or neither is reached."""
        value = self.hits if self.counted and self.count else self.value
        return standing(value, self.floor, self.goal, at_most=self.at_most)


@dataclass(frozen=True, slots=True)
class Score:
    """A figure that is no share of rows, such as a mean of F1; ``rows`` counts and names what it is of."""

    measure: str
    value: float | None
    rows: str
    floor: float | None = None
    goal: float | None = None

    @property
    def standing(self) -> Standing:
        """Whether the goal, the floor or neither is reached."""
        return standing(self.value, self.floor, self.goal)


Measure = Share | Score


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927); *count* is at least 1.

    Unlike the textbook one it stays within 0 and 1 and is not empty where all or none are hits.
    """
    share, z2 = hits / count, _Z * _Z
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * math.sqrt(share * (1 - share) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    low = 0.0 if hits == 0 else middle - half
    return low, 1.0 if hits == count else middle + half
