"""What a button's custom_id says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cards.presses import Press, QuotePlace, RelatedPlace, Screen, read_press
from bot.discord_ui.words.language import Language

COUNTS = st.integers(0, 9999)
PRESSES = st.builds(
    Press,
    st.integers(0, 10**18 - 1),
    st.sampled_from(Screen),
    st.sampled_from(Language),
    COUNTS,
    st.none() | st.builds(QuotePlace, COUNTS, COUNTS) | st.builds(RelatedPlace, COUNTS),
    st.booleans(),
)


@given(PRESSES)
def test_a_press_is_read_back_from_its_custom_id(press: Press) -> None:
    """It holds all that is needed to draw the screen, in the hundred characters that Discord allows."""
    assert read_press(press.custom_id) == press
    assert len(press.custom_id) <= 100


def test_custom_ids_stay_what_they_are() -> None:
    """Buttons of messages that were posted years ago carry these very strings."""
    place = QuotePlace(1, 0)
    assert Press(12, Screen.CONTEXT, Language.ENGLISH, place=place).custom_id == (
        "crosscite1:12:open:context:en:0:q1.0"
    )
    assert Press(12, Screen.ANSWER, Language.JAPANESE).at(3).custom_id == "crosscite1:12:turn:answer:ja:3"
    assert Press(5, Screen.CONTEXT, Language.ENGLISH, 2, RelatedPlace(1), turning=True).custom_id == (
        "crosscite1:5:turn:context:en:2:r1"
    )


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "crosscite1:12:open:context:en",
        "crosscite2:12:open:context:en:0",
        "crosscite1:-1:open:context:en:0",
        "crosscite1:1234567890123456789:open:context:en:0",
        "crosscite1:١٢:open:context:en:0",
        "crosscite1:12:open:context:de:0",
        "crosscite1:12:open:context:en:0:q1",
        "crosscite1:12:open:context:en:0:q1.0x",
        "crosscite1:12:open:context:en:0\n",
    ],
)
def test_what_is_not_ours_is_not_read(custom_id: str) -> None:
    """Another program's button, or one that somebody made up, asks for nothing."""
    assert read_press(custom_id) is None
