"""A screen that is a list under a title: as many entries a page as are comfortable to read. Pure."""

from collections.abc import Sequence

from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.paging import nearest, pages_of, turning_row
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.cards.tree import Box, Card, Text
from bot.discord_ui.words.choosing import words_in

_COMFORTABLE = 2000  # characters of a page
_MOST = 12  # entries of a page


def list_card(press: Press, title: str, entries: Sequence[str], page: int) -> Card:
    """Return a page of *entries*, each Markdown that takes at most a quarter of a page."""

    def laid_out(some: Sequence[str], here: int, pages: int) -> Card:
        box = Box((Text(f"### {title}"), *(Text(entry) for entry in some)), CALM)
        return Card((box, *turning_row(press, here, pages, words_in(press.language))), here, pages)

    def fit(some: Sequence[str]) -> bool:
        return len(some) <= _MOST and laid_out(some, 0, 2).characters <= _COMFORTABLE

    pages = pages_of(entries, fit)
    here = nearest(page, len(pages))
    return laid_out(pages[here], here, len(pages))
