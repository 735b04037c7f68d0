"""Which questions are looked up, and which are told that they cannot be."""

import pytest

from bot.answering.answers import Outcome
from bot.answering.intake import MAX_QUESTION_LENGTH, check_question, screen
from bot.errors import QuestionError

NAMES = frozenset({"koizumi", "hegseth", "honolulu", "forum", "defense", "speech"})


def _screen(question: str, language: str) -> Outcome | None:
    return screen(question, lambda _: language, lambda: NAMES)


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n\t", "..."])
def test_empty_question_is_refused(text: str) -> None:
    """Nothing to look up is an error that says what to do."""
    with pytest.raises(QuestionError, match="empty"):
        check_question(text)


def test_question_length_is_bounded() -> None:
    """The longest question is taken, one character more is refused with both numbers."""
    assert len(check_question("a" * MAX_QUESTION_LENGTH)) == MAX_QUESTION_LENGTH
    with pytest.raises(QuestionError, match="1,001 characters; at most 1,000"):
        check_question("a" * (MAX_QUESTION_LENGTH + 1))


@pytest.mark.parametrize(
    "text", ["thanks!", "Hi there", "thank you so much", "good bot", "lol", "👍", "how are you?", "OK"]
)
def test_small_talk_is_not_looked_up(text: str) -> None:
    """A greeting is no question that the sources fail to answer."""
    assert _screen(text, "xh") is Outcome.SMALL_TALK


@pytest.mark.parametrize("text", ["What is a test?", "Who is ready to help Japan?", "Is it true?"])
def test_questions_are_not_small_talk(text: str) -> None:
    """Words of small talk inside a question do not make it small talk."""
    assert _screen(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("小泉はいつヘグセスに会いますか", "ja"),
        ("Когда Коидзуми встретится с Хегсетом?", "ru"),
        ("Wann trifft Koizumi Hegseth?", "de"),
        ("¿Cuándo se reunirá Koizumi con Hegseth?", "es"),
        ("Quand Koizumi rencontrera-t-il Hegseth ?", "fr"),
        ("Kiedy Koizumi spotka się z Hegsethem?", "pl"),
    ],
)
def test_other_languages_are_told_so(text: str, language: str) -> None:
    """What the models do not read is not "not in the sources"."""
    assert _screen(text, language) is Outcome.UNSUPPORTED_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "wen wil koizumi met hegset",
        "Honolulu Defense Forum speech",
        "Koizumi Hegseth",
        "when koizumi hegseth",
    ],
)
def test_misspelt_or_clipped_english_is_looked_up(text: str) -> None:
    """Detectors take names and slips for another language; names from the sources and near-English words are not."""
    assert _screen(text, "nl") is None
