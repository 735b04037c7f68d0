r"""Discord's Markdown, read the way its client reads it: what a member sees, and what would act on them.

Written from how the client behaves, independently of what the bot escapes: inline rules are tried in order at
every character; a backslash shows the character behind it unless that is a letter, a digit or a blank.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """A piece of what is shown: plain text has the kind ``text``, all else is markup of that kind."""

    kind: str
    text: str = ""
    children: tuple["Node", ...] = ()
    value: str = ""

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all within it."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(markdown: str) -> Node:
    """Return the whole of a text display."""
    return Node("document", children=tuple(_blocks(markdown)))


def shown(node: Node) -> str:
    """Return the characters that are seen, without markup; lines end where blocks do."""
    if node.kind == "text":
        return node.text
    joint = "\n" if node.kind == "document" else ""
    return joint.join(shown(child) for child in node.children) or node.text


_CODE_BLOCK = re.compile(r"```(?:(?:[a-z0-9-]+?)\n+)?\n*([^`][\s\S]*?|)\n*```", re.IGNORECASE)
_BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("heading", re.compile(r" *(#{1,3}) +(.*)")),
    ("small", re.compile(r" *(-#) +(.*)")),
    ("quotation", re.compile(r" *(>(?:>>)?) (.*)")),
    ("list", re.compile(r"( *(?:[*-]|\d+\.)) +(.+)")),
)
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def _blocks(markdown: str) -> Iterator[Node]:
    for piece in re.split(r"(```[\s\S]+?```)", markdown):
        if _CODE_BLOCK.fullmatch(piece):
            yield Node("code block", piece.strip("`"))
            continue
        for line in _LINE_END.split(piece):
            yield _block(line)


def _block(line: str) -> Node:
    for kind, pattern in _BLOCKS:
        match = pattern.fullmatch(line)
        if match:
            inner = _block(match[2]) if kind in {"quotation", "list"} else Node("", children=inline(match[2]))
            children = (inner,) if kind in {"quotation", "list"} else inner.children
            return Node(kind, children=children, value=match[1].strip())
    return Node("line", children=inline(line))


_SHRUG = "¯\\_(ツ)_/¯"
_TEXT = re.compile(r"[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\w+:\S|@everyone|@here|$)")
_LINK_WORDS = r"(?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*"
_Rule = tuple[str, re.Pattern[str]]
# Those with a group "inner" hold more Markdown; "value" is what they point to.
_RULES: tuple[_Rule, ...] = (
    ("escape", re.compile(r"\\(?P<plain>[^0-9A-Za-z\s])")),
    ("autolink", re.compile(r"<(?P<value>[^: >]+:/[^ >]+)>")),
    ("url", re.compile(r"(?P<value>(?:https?|steam)://[^\s<]+[^<.,:;\"')\]\s])")),
    ("link", re.compile(rf"\[(?P<inner>{_LINK_WORDS})\]\(\s*<?(?P<value>(?:\([^)]*\)|[^\s\\]|\\.)*?)>?\)")),
    ("mention", re.compile(r"<@[!&]?(?P<value>\d+)>|<#(?P<channel>\d+)>|</[^:>]+:\d+>|<id:\w+>")),
    ("everyone", re.compile(r"@everyone|@here")),
    ("time", re.compile(r"<t:(?P<value>-?\d{1,17})(?::[tTdDfFRsS])?>")),
    ("emoji", re.compile(r"<a?:\w+:\d+>")),
    ("emoji", re.compile(r":[A-Za-z0-9_+~-]+:")),
    ("bold", re.compile(r"\*\*(?P<inner>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__(?P<inner>(?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("italics", re.compile(r"_(?P<inner>(?:__|\\[\s\S]|[^\\_])+?)_\b")),
    ("italics", re.compile(r"\*(?=\S)(?P<inner>(?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)")),
    ("struck", re.compile(r"~~(?P<inner>[\s\S]+?)~~(?!_)")),
    ("spoiler", re.compile(r"\|\|(?P<inner>[\s\S]+?)\|\|")),
    ("code", re.compile(r"(?P<ticks>`+)(?P<plain>[\s\S]*?[^`])(?P=ticks)(?!`)")),
)


def inline(text: str) -> tuple[Node, ...]:
    """Return the nodes within one line."""
    nodes: list[Node] = []
    place = 0
    while place < len(text):
        node, place = _next(text, place)
        if nodes and node.kind == nodes[-1].kind == "text":
            node = Node("text", nodes.pop().text + node.text)
        nodes.append(node)
    return tuple(nodes)


def _next(text: str, place: int) -> tuple[Node, int]:
    if text.startswith(_SHRUG, place):
        return Node("text", _SHRUG), place + len(_SHRUG)
    for kind, pattern in _RULES:
        match = pattern.match(text, place)
        if match:
            return _node(kind, match), match.end()
    match = _TEXT.match(text, place)
    end = match.end() if match else place + 1
    return Node("text", text[place:end]), end


def _node(kind: str, match: re.Match[str]) -> Node:
    found = match.groupdict()
    if kind == "escape":
        return Node("text", found["plain"])
    children = inline(found["inner"]) if found.get("inner") else ()
    return Node(kind, found.get("plain") or match[0], children, found.get("value") or "")
