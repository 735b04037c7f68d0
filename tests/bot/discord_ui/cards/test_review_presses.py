"""What the buttons and lists of moderators carry."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cards.presses import read_press
from bot.discord_ui.cards.review_presses import Action, ReviewPress, Where, read_review, read_where

NUMBERS = st.integers(0, 10**15 - 1)
SENTENCES = st.tuples(st.integers(0, 9999), st.integers(0, 9999))
WHERES = st.builds(
    Where,
    st.integers(0, 10**17 - 1).map(lambda number: f"{number:017}"),
    st.integers(0, 999_999),
    st.none() | SENTENCES,
)
PRESSES = st.builds(ReviewPress, NUMBERS, NUMBERS, st.sampled_from(Action), st.none() | WHERES)


@given(PRESSES)
def test_a_press_is_read_back(press: ReviewPress) -> None:
    """Whatever it says, within Discord's 100 characters, and never as the button of an answer."""
    assert read_review(press.custom_id) == press
    assert len(press.custom_id) <= 100
    assert read_press(press.custom_id) is None


@given(WHERES)
def test_an_option_is_read_back(where: Where) -> None:
    """A list's options name a paragraph as the buttons do."""
    assert read_where(str(where)) == where


@given(st.text(max_size=40))
def test_anything_else_is_nothing(text: str) -> None:
    """What was forged or comes from elsewhere is not taken for a decision."""
    assert read_review(text) is None
    assert read_review(f"crosscite1:review:{text}") is None
