"""Recorded components as a page that looks like Discord's dark theme; for pictures and for looking at cards.

It shows what the bot sent, not what Discord would make of it in every detail: fonts, emoji and spacing are
close, no more.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.discord_preview.markdown import Node, parse

Component = Mapping[str, Any]
_NOBODY: Mapping[str, str] = MappingProxyType({})
_STYLE = Path(__file__).with_name("discord.css")
_BUTTONS = {1: "strong", 2: "quiet", 3: "good", 4: "bad", 5: "quiet"}
_WRAPPED = {
    "bold": "strong",
    "italics": "em",
    "underline": "u",
    "struck": "s",
    "small": "small",
    "list": "li",
    "quotation": "blockquote",
    "code": "code",
    "line": "p",
}


def page_of(
    messages: Sequence[Sequence[Component]],
    *,
    width: int,
    private: bool = False,
    names: Mapping[str, str] = _NOBODY,
) -> str:
    """Return the HTML of messages, each a list of top-level components, for a window of that width.

    Channels, roles and people are called by their *names*, as Discord does; by id, such as ``<#1>``.
    """
    shown = "".join(_message(components, private=private) for components in messages)
    for mention, name in names.items():
        shown = shown.replace(escape(mention), escape(name))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{_STYLE.read_text("utf-8")}</style>'
        f'<body style="width:{width}px">{shown}</body></html>'
    )


def _message(components: Sequence[Component], *, private: bool) -> str:
    below = '<div class="private">Only you can see this · <a>Dismiss message</a></div>' if private else ""
    return (
        '<article><div class="avatar">“”</div><div class="body"><header><b>Crosscite</b>'
        f"<span>APP</span></header>{''.join(map(_component, components))}{below}</div></article>"
    )


def _component(component: Component) -> str:
    match component["type"]:
        case 1:
            return f'<div class="row">{"".join(map(_component, component["components"]))}</div>'
        case 2:
            disabled = " disabled" if component.get("disabled") else ""
            return f'<button class="{_BUTTONS[component["style"]]}"{disabled}>{escape(component["label"])}</button>'
        case 3 | 6 | 8:
            chosen = [one["label"] for one in component.get("options", ()) if one.get("default")]
            kind = {3: "", 6: "@&", 8: "#"}[component["type"]]
            chosen += [f"<{kind}{one['id']}>" for one in component.get("default_values", ())]
            words = "".join(f"<i>{escape(one)}</i>" for one in chosen) or escape(component["placeholder"])
            return f'<div class="select">{words}<b>⌄</b></div>'
        case 10:
            return f'<div class="text">{"".join(map(_html, parse(component["content"]).children))}</div>'
        case 14:
            return "<hr>"
        case 17:
            colour = component.get("accent_color")
            bar = f' style="border-left-color:#{colour:06x}"' if colour is not None else ""
            return f"<section{bar}>{''.join(map(_component, component['components']))}</section>"
        case kind:
            raise ValueError(f"the preview does not know components of type {kind}")


def _html(node: Node) -> str:
    inner = "".join(map(_html, node.children)) or escape(node.text)
    if node.kind == "text":
        return inner
    if node.kind in {"mention", "time"}:
        said = node.text
        if node.kind == "time":
            said = f"{datetime.fromtimestamp(int(node.value), UTC):%B %-d, %Y}"
        return f'<span class="{node.kind}">{escape(said)}</span>'
    if node.kind == "heading":
        return f"<h{len(node.value)}>{inner}</h{len(node.value)}>"
    if node.kind in {"link", "url", "autolink"}:
        return f'<a href="{escape(node.value)}">{inner}</a>'
    if node.kind in _WRAPPED:
        return f"<{_WRAPPED[node.kind]}>{inner}</{_WRAPPED[node.kind]}>"
    return f'<mark class="{escape(node.kind)}">{inner}</mark>'
