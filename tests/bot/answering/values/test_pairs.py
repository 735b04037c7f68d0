"""Pairs of values as news writes them, and how the two stand to each other."""

import pytest

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.kinds import Kind
from tests.bot.answering.values.tables import pairs, value


@pytest.mark.parametrize(("wanted", "first", "second", "fit"), list(pairs()))
def test_pair(wanted: Kind | None, first: str, second: str, fit: Fit) -> None:
    """Every table says above its pairs which rule they hold; all are symmetric."""
    one, other = value(first, wanted), value(second, wanted)
    assert (compare(one, other).fit, one.canonical, other.canonical) == (
        fit,
        one.canonical,
        other.canonical,
    )
    assert compare(other, one) == compare(one, other)
