"""Which parts stand on which page: as many as fit, in order, none of them cut. Pure."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from bot.discord_ui.cards.tree import Button, Pressed, Row
from bot.discord_ui.words.words import Words

Item = TypeVar("Item")


class Turning(Protocol):
    """A press that can turn what it shows to another page."""

    def at(self, page: int) -> Pressed:
        """Return the press that turns to *page*, counted from 0."""
        ...


def pages_of(items: Sequence[Item], fits: Callable[[Sequence[Item]], bool]) -> list[Sequence[Item]]:
    """Put *items* on pages in order; one that does not fit by itself has a page of its own all the same."""
    pages: list[Sequence[Item]] = []
    page: list[Item] = []
    for item in items:
        if page and not fits([*page, item]):
            pages.append(page)
            page = []
        page.append(item)
    return [*pages, page]


def nearest(page: int, pages: int) -> int:
    """Return the page that there is, for one that may have been before."""
    return max(0, min(page, pages - 1))


def turning_row(press: Turning, page: int, pages: int, words: Words) -> tuple[Row, ...]:
    """Return the buttons that turn a screen's pages; none if there is only one."""
    if pages == 1:
        return ()
    labels = words.buttons
    here = labels.page.format(page=page + 1, pages=pages)
    return (
        Row(
            (
                Button(f"← {labels.previous}", press.at(page - 1 if page else pages), enabled=page > 0),
                Button(here, press.at(page), enabled=False),
                Button(f"{labels.next} →", press.at(page + 1), enabled=page + 1 < pages),
            )
        ),
    )
