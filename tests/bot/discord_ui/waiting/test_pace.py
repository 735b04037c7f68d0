"""How long whoever asks now will wait."""

from bot.discord_ui.waiting.pace import Pace


def test_it_follows_the_last_answers() -> None:
    """A second is assumed until something was measured; after twenty answers, older ones count no more."""
    pace = Pace()
    assert pace.seconds == 1.0
    for _ in range(5):
        pace.took(10.0)
    assert pace.seconds == 10.0
    for _ in range(20):
        pace.took(0.5)
    assert pace.seconds == 0.5


def test_the_wait_grows_with_what_is_ahead() -> None:
    """Nobody waits while a thread is free; behind that, each round of the threads takes an answer's time."""
    pace = Pace()
    pace.took(2.0)
    assert pace.wait(ahead=0, running=1, workers=2) == 0.0
    assert pace.wait(ahead=0, running=2, workers=2) == 1.0
    assert pace.wait(ahead=9, running=2, workers=2) == 10.0
