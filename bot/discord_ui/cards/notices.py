"""What is not an answer: waiting, cooling down, errors, `/about`. Pure."""

from bot.discord_ui.cards.colours import QUIET
from bot.discord_ui.cards.tree import Box, Card, Text


def notice_card(text: str, *, title: str = "", colour: int = QUIET) -> Card:
    """Return a card with a few words of our own; what others wrote in *text* is escaped already."""
    return Card((Box((Text(f"### {title}\n{text}" if title else text),), colour),))
