"""The modal in which a member says what is wrong, and how what they sent is read."""

from collections.abc import Mapping
from typing import Any, get_args

import discord
from discord import ui

from bot.citation_log.events import Category
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.words.choosing import words_in

LONGEST_TEXT = 1000
_CATEGORY, _TEXT = "category", "text"
_CATEGORIES: tuple[Category, ...] = get_args(Category)


class ReportModal(ui.Modal):
    """Asks for a category and, if one likes, a text.

    Its custom_id is the button's: what is submitted is understood after a restart, too, and by whichever
    process receives it. It is read with `submitted` from the interaction itself; nothing waits for it here.
    """

    def __init__(self, press: Press) -> None:
        words = words_in(press.language).report
        super().__init__(title=words.title, custom_id=press.custom_id)
        labels = {category: getattr(words, category) for category in _CATEGORIES}
        options = [discord.RadioGroupOption(label=labels[one], value=one) for one in _CATEGORIES]
        self.add_item(
            ui.Label(text=words.category, component=ui.RadioGroup(custom_id=_CATEGORY, options=options))
        )
        text: ui.TextInput[Any] = ui.TextInput(
            custom_id=_TEXT,
            style=discord.TextStyle.paragraph,
            placeholder=words.text_hint,
            required=False,
            max_length=LONGEST_TEXT,
        )
        self.add_item(ui.Label(text=words.text, component=text))


def submitted(data: Mapping[str, Any]) -> tuple[Category, str]:
    """Read an interaction's data: the category and the text, both bounded again.

    Raises:
        ValueError: the category is none of ours.
    """
    values = {
        part["component"]["custom_id"]: part["component"].get("value")
        for part in data.get("components", ())
        if "component" in part
    }
    category = next((one for one in _CATEGORIES if one == values.get(_CATEGORY)), None)
    if category is None:
        raise ValueError("a report without one of our categories")
    return category, str(values.get(_TEXT) or "").strip()[:LONGEST_TEXT]
