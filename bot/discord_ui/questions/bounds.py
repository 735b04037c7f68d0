"""What is not asked at all, and what is said then: bounds that Discord's client is not trusted with."""

from dataclasses import dataclass

from bot.answering.intake import MAX_QUESTION_LENGTH, check_question, leans_on_another
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.waiting.cooldowns import Cooldowns
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.words import Words
from bot.errors import QuestionError


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not taken; *again* where the same was said less than a minute ago."""

    said: str
    again: bool = False


class Bounds:
    """Holds every question to what may be asked, and how often."""

    def __init__(self, cooldowns: Cooldowns) -> None:
        self._cooldowns = cooldowns

    def refusal(self, asked: Asked) -> Refusal | None:
        """Say why a question is not taken, at once and without any work; None if it is taken.

        Every question counts for the cooldowns, one that is not taken for another reason, too.
        """
        words = words_in(asked.language)
        too_soon = self._cooldowns.use(str(asked.member), asked.server, exempt=asked.exempt)
        if too_soon:
            told = words.asking.server_cooldown if too_soon.server else words.asking.cooldown
            return Refusal(told.format(seconds=too_soon.seconds), again=too_soon.again)
        said = refusal_of(asked.question, words)
        return None if said is None else Refusal(said)


def refusal_of(question: str, words: Words) -> str | None:
    """Say why a question cannot be asked; None if it can."""
    if len(question) > MAX_QUESTION_LENGTH:
        return words.asking.too_long.format(length=f"{len(question):,}", most=f"{MAX_QUESTION_LENGTH:,}")
    try:
        trimmed = check_question(question)
    except QuestionError:
        return words.asking.empty
    return words.asking.whole_question if leans_on_another(trimmed) else None
