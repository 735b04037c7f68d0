"""What a thread is called."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cards.limits import length
from bot.discord_ui.checking.threads import thread_name
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language

ENGLISH = words_in(Language.ENGLISH)


def test_a_thread_is_called_after_its_question() -> None:
    """On one line; where the question was erased, it is called after the bot."""
    assert thread_name("When does\nthe ferry leave?", ENGLISH) == "When does the ferry leave?"
    assert thread_name("", ENGLISH) == "Crosscite"
    assert thread_name("x" * 101, ENGLISH) == "x" * 99 + "…"


@given(st.text(max_size=1000), st.sampled_from(Language))
def test_discord_takes_it(question: str, language: Language) -> None:
    """Whatever was asked: 1 to 100 characters, in whichever unit they are counted, and no override among them."""
    name = thread_name(question, words_in(language))
    assert 1 <= length(name) <= 100
    assert name.strip()
    assert "\u202e" not in name
