"""What an error means for whoever asked."""

from pathlib import Path

import pytest

from bot.discord_ui.apologies import TooLateError, apology
from bot.discord_ui.waiting.pool import ClosedError, QueueFullError
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.errors import (
    AnswerErasedError,
    DamagedQuoteError,
    LogUnavailableError,
    QuestionError,
    ReaderModelError,
    UnknownEventError,
)
from index.errors import CorpusError, EmbeddingError, IndexDamagedError

WORDS = words_in(Language.ENGLISH)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (QueueFullError(12.3), "Too many questions are waiting. Please ask again in about 13 s."),
        (TooLateError(0.0), "Too many questions are waiting. Please ask again in about 1 s."),
        (ClosedError(), WORDS.asking.shutting_down),
        (QuestionError("empty"), WORDS.asking.empty),
        (LogUnavailableError("full"), WORDS.trouble.log_unavailable),
        (AnswerErasedError(1), WORDS.trouble.answer_gone),
        (UnknownEventError(1), WORDS.trouble.unknown_answer),
        (DamagedQuoteError("a", 1), WORDS.trouble.damaged),
        (IndexDamagedError(Path("i"), "torn"), WORDS.trouble.no_index),
    ],
)
def test_what_was_foreseen_has_a_sentence(error: Exception, said: str) -> None:
    """Each says what to do, and none repeats what the program told itself."""
    assert apology(error, WORDS) == said


@pytest.mark.parametrize(
    "error", [ValueError("x"), EmbeddingError("x"), ReaderModelError("x"), CorpusError("x")]
)
def test_what_nobody_foresaw_has_none(error: Exception) -> None:
    """It becomes an incident with a number."""
    assert apology(error, WORDS) is None
