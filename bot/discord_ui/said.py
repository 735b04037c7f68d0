"""Names and descriptions of commands, in every language that has them."""

from discord import Locale, app_commands

from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language, language_of

_KEY = "key"


def said(key: str) -> app_commands.locale_str:
    """Return the English words that stand under *key*, to be translated when the commands are sent."""
    return app_commands.locale_str(words_in(Language.ENGLISH).commands[key], key=key)


class CommandTranslator(app_commands.Translator):
    """Translates what `said` returned, from the tables of fixed words."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the library's signature
    ) -> str | None:
        """Return the words in the language of *locale*, None where that is English."""
        language = language_of(locale)
        key = string.extras.get(_KEY)
        return None if language is Language.ENGLISH or key is None else words_in(language).commands[key]
