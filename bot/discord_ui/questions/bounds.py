"""What is not asked at all, and what is said then: bounds that Discord's client is not trusted with. Pure."""

from bot.answering.intake import MAX_QUESTION_LENGTH, check_question, leans_on_another
from bot.discord_ui.words.words import Words
from bot.errors import QuestionError


def refusal_of(question: str, words: Words) -> str | None:
    """Say why a question is not asked; None if it is."""
    if len(question) > MAX_QUESTION_LENGTH:
        return words.asking.too_long.format(length=f"{len(question):,}", most=f"{MAX_QUESTION_LENGTH:,}")
    try:
        trimmed = check_question(question)
    except QuestionError:
        return words.asking.empty
    return words.asking.whole_question if leans_on_another(trimmed) else None
