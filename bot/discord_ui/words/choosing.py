"""The words of a language."""

from bot.discord_ui.words.english import ENGLISH
from bot.discord_ui.words.japanese import JAPANESE
from bot.discord_ui.words.language import Language
from bot.discord_ui.words.words import Words

_WORDS = {Language.ENGLISH: ENGLISH, Language.JAPANESE: JAPANESE}


def words_in(language: Language) -> Words:
    """Return every fixed word of *language*."""
    return _WORDS[language]
