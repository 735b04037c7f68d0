"""What is not asked at all."""

from bot.discord_ui.questions.bounds import refusal_of
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language

WORDS = words_in(Language.ENGLISH)


def test_a_thousand_characters_are_read_and_no_more() -> None:
    """The bound is the engine's own, and the sentence names both lengths."""
    assert refusal_of("When does the ferry leave? ".ljust(1000, "x"), WORDS) is None
    assert refusal_of("x" * 1001, WORDS) == "The question has 1,001 characters; at most 1,000 can be read."


def test_what_holds_no_question() -> None:
    """Blanks, signs and broken text are told apart from small talk, which is answered."""
    for nothing in ("", " \u200b", "?!", "\ud800abc"):
        assert refusal_of(nothing, WORDS) == WORDS.asking.empty
    for talk in ("hello", "🙂"):
        assert refusal_of(talk, WORDS) is None
    assert refusal_of("and when does it end?", WORDS) == WORDS.asking.whole_question
