"""What Discord would say to a card, and what a member would see of it; by the preview's reading, not the bot's."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.answering.answers import Source
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.linking import linkable
from bot.discord_ui.cards.presses import Press, read_press
from bot.discord_ui.cards.review_presses import LISTING, read_review
from bot.discord_ui.cards.setup import Setting
from bot.discord_ui.cards.tree import Button, Card
from bot.presentation.visible import restored
from tests.discord_preview.markdown import Node, parse, shown

# What the cards themselves are written with; all else would come out of an article.
OURS = {"document", "line", "text", "heading", "small", "list", "bold", "underline", "link"}
_PINGS = re.compile(r"<@[!&]?\d+>|<#\d+>")


def assert_taken(card: Card) -> None:
    """Hold a card to Discord's limits, counted in what is sent."""
    flat = list(_flat(sent_of(card)))
    texts = [part["content"] for part in flat if part["type"] == 10]
    assert len(flat) <= 40
    assert sum(len(text.encode("utf-16-le")) // 2 for text in texts) <= 4000
    assert all(text.strip() for text in texts)
    assert all(1 <= len(part["components"]) <= 5 for part in flat if part["type"] == 1)
    buttons = [part for part in flat if part["type"] == 2]
    assert all(0 < len(button["label"]) <= 80 for button in buttons)
    names = [button["custom_id"] for button in buttons]
    menus = [part for part in flat if part["type"] in {3, 6, 8}]
    names += [menu["custom_id"] for menu in menus]
    assert all(len(name) <= 100 and _is_known(name) for name in names)
    assert len(set(names)) == len(names)
    for menu in menus:
        assert 1 <= len(menu["placeholder"]) <= 150
        assert 0 <= menu["min_values"] <= menu["max_values"] <= 25
        assert_offered(menu["options"] if menu["type"] == 3 else None)


def assert_offered(options: Sequence[Mapping[str, Any]] | None) -> None:
    """Hold what can be chosen from a list to Discord's limits."""
    if options is None:
        return
    assert 1 <= len(options) <= 25
    values = [option["value"] for option in options]
    assert len(set(values)) == len(values)
    for option in options:
        for text in (option["label"], option["value"], option.get("description") or "x"):
            assert 1 <= len(text.encode("utf-16-le")) // 2 <= 100


def _is_known(name: str) -> bool:
    known = read_press(name) or read_review(name) or LISTING.fullmatch(name)
    return bool(known) or name in {one.custom_id for one in Setting}


def assert_harmless(card: Card, sources: Iterable[Source]) -> None:
    """Hold a card to showing articles as text: no markup but ours, no link but to a source, nobody mentioned."""
    addresses = {linkable(source.details.url) for source in sources}
    for text in card.texts():
        assert not _PINGS.search(text.markdown)
        found = [node for node in parse(text.markdown).walk() if node.kind]
        kinds = {node.kind for node in found}
        assert kinds <= OURS, (kinds - OURS, text.markdown)
        assert {node.value for node in found if node.kind == "link"} <= addresses


def pressed(button: Button) -> Press:
    """Return what a button of a screen asks for."""
    assert isinstance(button.press, Press)
    return button.press


def seen(markdown: str) -> str:
    """Return what a member reads, with the marks taken back that stand for characters that cannot be shown."""
    return restored(shown(parse(markdown)).replace("\u2068", "").replace("\u2069", ""))


def bold(markdown: str) -> list[str]:
    """Return what a member sees in bold."""
    return [restored(shown(node)) for node in parse(markdown).walk() if node.kind == "bold"]


def nodes(card: Card) -> Iterator[Node]:
    """Yield all that is seen on a card."""
    for text in card.texts():
        yield from parse(text.markdown).walk()


def sent_of(card: Card) -> list[dict[str, Any]]:
    """Return the components of a card as they are sent."""
    view: Any = view_of(card)
    components: list[dict[str, Any]] = view.to_components()
    return components


def _flat(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _flat(component.get("components", []))
