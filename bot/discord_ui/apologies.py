"""What is said when a question cannot be answered or an answer not be shown. Pure."""

import math

from bot.discord_ui.waiting.pool import ClosedError, QueueFullError
from bot.discord_ui.words.words import Words
from bot.errors import (
    AnswerErasedError,
    DamagedQuoteError,
    LogUnavailableError,
    QuestionError,
    RulingError,
    UnknownEventError,
)
from index.errors import IndexUnusableError


class TooLateError(Exception):
    """Whoever asked can be told nothing any more soon, and the answer is not there; it was to wait *seconds*."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer in time, {seconds:.0f} s were expected")
        self.seconds = seconds


def apology(error: Exception, words: Words) -> str | None:
    """Say what an error means for whoever asked; None for one that nobody foresaw."""
    if isinstance(error, QueueFullError | TooLateError):
        return words.asking.too_many.format(seconds=max(math.ceil(error.seconds), 1))
    foreseen = {
        ClosedError: words.asking.shutting_down,
        QuestionError: words.asking.empty,
        LogUnavailableError: words.trouble.log_unavailable,
        AnswerErasedError: words.trouble.answer_gone,
        UnknownEventError: words.trouble.unknown_answer,
        DamagedQuoteError: words.trouble.damaged,
        RulingError: words.trouble.no_fit,
        IndexUnusableError: words.trouble.no_index,
    }
    return next((said for kind, said in foreseen.items() if isinstance(error, kind)), None)


def reason_for(error: Exception) -> str:
    """Name an error for counting: of a few kinds, so that they can be summed up."""
    kinds = {
        QueueFullError: "queue_full",
        TooLateError: "too_late",
        ClosedError: "stopping",
        QuestionError: "refused",
        LogUnavailableError: "log_unavailable",
        DamagedQuoteError: "damaged",
        IndexUnusableError: "no_index",
    }
    return next((name for kind, name in kinds.items() if isinstance(error, kind)), "failed")
