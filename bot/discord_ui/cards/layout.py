"""A card as discord.py's own objects."""

from typing import Any

import discord
from discord import ui

from bot.discord_ui.cards.tree import Box, Button, Card, Kinds, Look, Menu, Part, Picker, Row, Rule, Text

# Where questions can be asked, and categories, which stand for all that lies in them.
_CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.category,
]
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
        case Menu():
            return ui.ActionRow(_menu(part))
        case Picker():
            return ui.ActionRow(_picker(part))
        case Box(parts, colour):
            return ui.Container(*(_item(inner) for inner in parts), accent_colour=colour)


def _button(button: Button) -> ui.Button[Any]:
    return ui.Button(
        label=button.label,
        style=_STYLES[button.look],
        custom_id=button.press.custom_id,
        disabled=not button.enabled,
    )


def _menu(menu: Menu) -> ui.Select[Any]:
    return ui.Select(
        custom_id=menu.press.custom_id,
        placeholder=menu.hint,
        min_values=menu.least,
        max_values=menu.most,
        options=[
            discord.SelectOption(
                label=one.label, value=one.value, description=one.description or None, default=one.chosen
            )
            for one in menu.options
        ],
    )


def _picker(picker: Picker) -> ui.ChannelSelect[Any] | ui.RoleSelect[Any]:
    chosen = [discord.Object(int(one)) for one in picker.chosen]
    common: dict[str, Any] = {
        "custom_id": picker.press.custom_id,
        "placeholder": picker.hint,
        "min_values": 0,
        "max_values": picker.most,
    }
    if picker.kinds is Kinds.ROLES:
        return ui.RoleSelect(default_values=chosen, **common)
    return ui.ChannelSelect(channel_types=_CHANNELS, default_values=chosen, **common)
