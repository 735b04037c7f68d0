"""A card as discord.py's own objects."""

from typing import Any

import discord
from discord import ui

from bot.discord_ui.cards.tree import Box, Button, Card, Look, Part, Row, Rule, Text

_STYLES = {Look.QUIET: discord.ButtonStyle.secondary, Look.STRONG: discord.ButtonStyle.primary}


class CardView(ui.LayoutView):
    """A card to be sent; it holds nothing and waits for nothing.

    Its buttons are found again by their ``custom_id``, before a restart as after it.
    """

    def is_finished(self) -> bool:
        """Keep discord.py from holding on to every card ever sent, waiting for its buttons."""
        return True


def view_of(card: Card) -> CardView:
    """Return the view to send."""
    view = CardView(timeout=None)
    for part in card.parts:
        view.add_item(_item(part))
    return view


def _item(part: Part) -> ui.Item[Any]:
    match part:
        case Text(markdown):
            return ui.TextDisplay(markdown)
        case Rule():
            return ui.Separator()
        case Row(buttons):
            return ui.ActionRow(*(_button(button) for button in buttons))
        case Box(parts, colour):
            return ui.Container(*(_item(inner) for inner in parts), accent_colour=colour)


def _button(button: Button) -> ui.Button[Any]:
    return ui.Button(
        label=button.label,
        style=_STYLES[button.look],
        custom_id=button.press.custom_id,
        disabled=not button.enabled,
    )
