"""What is not asked at all."""

from dataclasses import replace

from bot.desk.access import Way
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.bounds import Bounds, refusal_of
from bot.discord_ui.waiting.cooldowns import Cooldowns
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


def test_how_often_and_what_are_bounded_together() -> None:
    """Each question counts, one that is not taken too; the answer is in the language of whoever asks."""
    bounds = Bounds(Cooldowns(3, 1000))
    asked = Asked("", 42, Way.ASK, "77", "88", Language.ENGLISH)
    texts = ("  ", "and when does it end?", "What does the ticket cost?", "What does the ticket cost?")
    said = [bounds.refusal(replace(asked, question=text)) for text in texts]
    assert [one and one.said.split(".")[0] for one in said] == [
        "There is no question in that",
        "Each question stands alone",
        None,
        "You have asked a lot in a short time",
    ]
    assert said[-1] is not None
    assert not said[-1].again
    japanese = bounds.refusal(replace(asked, question="x", language=Language.JAPANESE))
    assert japanese is not None
    assert japanese.again
    assert not japanese.said.isascii()
    assert bounds.refusal(replace(asked, question="What does the ticket cost?", member=43)) is None
