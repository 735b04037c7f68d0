"""The day's IDENTIFYs, whatever happens."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_ui.connecting.identifying import IdentifyBudget

_DAY = 86_400.0


class Day:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0


def _spent(stays: Sequence[float], shards: int = 1, drawn: float = 0.0, until: float = _DAY) -> list[float]:
    """Return when shards IDENTIFY that do so as soon as they may, with sessions that last *stays* seconds in turn."""
    day, turn = Day(), 0
    times: list[float] = []
    budget = IdentifyBudget(lambda: day.now, lambda: drawn)
    budget.told(1000, 1000, _DAY)
    while True:
        shard = turn % shards
        day.now += budget.pause(shard)
        if day.now >= until:
            return times
        budget.spend(shard)
        times.append(day.now)
        day.now += stays[turn % len(stays)]
        turn += 1


def test_a_session_that_ends_at_once_is_begun_ever_more_seldom() -> None:
    """The first eight within eleven minutes; every ten minutes from then on, until the hour forgets the first ones."""
    first = _spent([0.0])[:10]
    assert first == [0, 5, 15, 35, 75, 155, 315, 635, 1235, 1835]


def test_the_day_is_never_used_up() -> None:
    """One shard that fails all day long takes 176 of the 1,000; twenty shards stop at nine tenths."""
    assert len(_spent([0.0])) == 176
    assert len(_spent([0.0], shards=20)) == 900


@settings(max_examples=25)
@given(
    st.lists(st.floats(0, 4000), min_size=1, max_size=8),
    st.integers(1, 40),
    st.floats(0, 1, exclude_max=True),
)
def test_no_pattern_of_failures_uses_it_up(stays: list[float], shards: int, drawn: float) -> None:
    """However long sessions last, and however many shards there are."""
    assert len(_spent(stays, shards, drawn)) <= 900


def test_a_day_that_is_used_up_elsewhere_is_waited_for() -> None:
    """What earlier starts of the program spent counts: Discord says how many are left, and when there are more."""
    day = Day()
    budget = IdentifyBudget(lambda: day.now, lambda: 0.0)
    budget.told(1000, 101, 3600.0)
    assert budget.pause(0) == 0.0
    budget.spend(0)
    assert budget.pause(0) == 3600.0
    day.now = 3599.0
    assert budget.pause(1) == 1.0
    day.now = 3600.0
    assert budget.pause(0) == 0.0


def test_shards_do_not_wait_for_each_other() -> None:
    """Each has its own spacing."""
    budget = IdentifyBudget(lambda: 0.0, lambda: 0.0)
    budget.spend(0)
    assert (budget.pause(0), budget.pause(1)) == (5.0, 0.0)
