"""What moderators made of an answer, as its card and its screens show it."""

from bot.citation_log.events import ServerSettings
from bot.desk.cases import CasesDesk
from bot.desk.verdicts import Reviewed
from bot.discord_ui.cards.answers import Ruled
from bot.discord_ui.cards.rulings import ruling_box
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language


def ruled_of(reviewed: Reviewed, settings: ServerSettings, cases: CasesDesk) -> Ruled:
    """Return what is shown of the rulings on an answer; what the newest correction quotes is read from the log.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    newest = reviewed.corrections[-1] if reviewed.corrections else None
    corrected = cases.chosen(newest) if newest is not None else None
    return Ruled(reviewed, settings.moderators, corrected)


def told_above(card: Card, ruled: Ruled, language: Language) -> Card:
    """Return a screen behind an answer with what moderators decided above it, if they took anything back."""
    if not ruled.reviewed:
        return card
    box = ruling_box(ruled.reviewed, ruled.moderators, words_in(language), None)
    return Card((box, *card.parts), card.page, card.pages)
