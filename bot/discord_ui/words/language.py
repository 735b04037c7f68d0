"""The languages of the fixed words, and which of them a member reads."""

from enum import StrEnum


class Language(StrEnum):
    """A language in which every fixed word is there."""

    ENGLISH = "en"
    JAPANESE = "ja"


def language_of(locale: object) -> Language:
    """Return the language for a Discord locale, such as ``ja`` or ``en-GB``: English where there is no better."""
    return Language.JAPANESE if str(locale) == "ja" else Language.ENGLISH
