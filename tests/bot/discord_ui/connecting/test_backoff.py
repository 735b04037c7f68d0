"""Pauses after failures."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.connecting.backoff import Backoff


def test_pauses_double_up_to_a_longest() -> None:
    """With the longest draws: 2, 4, 8 … seconds, and five minutes from then on, for weeks."""
    backoff = Backoff(chance=lambda: 1.0)
    assert [backoff.failed() for _ in range(9)] == [2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert {backoff.failed() for _ in range(5000)} == {300.0}


def test_whoever_stayed_starts_over() -> None:
    """Ten minutes of work end a row of failures; less does not."""
    backoff = Backoff(chance=lambda: 1.0)
    assert [backoff.failed(lasted) for lasted in (0, 0, 599.0, 600.0, 0)] == [2, 4, 8, 2, 4]


@given(st.integers(0, 200), st.floats(0, 1, exclude_max=True))
def test_the_pause_is_drawn_from_its_upper_half(failures: int, drawn: float) -> None:
    """Bots that failed together come back apart, and never sooner than after half of the pause."""
    backoff, longest = Backoff(chance=lambda: drawn), Backoff(chance=lambda: 1.0)
    for _ in range(failures):
        backoff.failed()
        longest.failed()
    most = longest.failed()
    assert most / 2 <= backoff.failed() <= most
