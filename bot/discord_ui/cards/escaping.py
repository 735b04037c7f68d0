r"""An article's characters as Discord shows them: all of them as text, none as markup, readable back exactly.

``discord.utils.escape_markdown`` leaves ordered lists, ``-#``, ``<t:…>``, ``:emoji:`` and addresses alone, so
this is our own. A backslash before anything but a letter, a digit or a blank shows just that character;
only where Discord's *server* looks for mentions it does not help, so ``<@1>`` is parted inside, and
``@everyone`` needs the client's ``AllowedMentions.none()`` besides.

Control characters, line ends and reordering marks are shown as ``\u{202e}``, as on the terminal.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.discord_ui.cards.limits import lengths
from bot.presentation.clippings import word_end
from bot.presentation.visible import CUT, restored, shown_characters

BOLD = "**"
UNDERLINE = "__"
STRIKE = "~~"
# Wherever it stands, each of these can begin or end something: emphasis, code, spoilers, links, mentions,
# time stamps, emoji, and addresses, which need their colon.
_MARKUP = re.compile(r"[\\*_~|`<>@\[\]#:]")
# At the start of a line these begin a heading, a list, a quotation or small print.
_LINE_START = re.compile(r"\s*(?:\d+(?=[.)])|(?=[-+]))")
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
# Accents on one letter; more would lie over the lines around it. No script needs as many.
_MOST_MARKS = 6
_MARKS = {"Mn", "Me"}
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")


def escaped(text: str) -> str:
    """Return *text* as Markdown that shows it and nothing else."""
    return "".join(escaped_characters(text))


def escaped_characters(text: str) -> list[str]:
    """Return what is sent for each character of *text*; any run of them can be sent by itself."""
    shown = shown_characters(text, _floods(text))
    pieces = [
        f"\\{piece}" if len(piece) > 1 else piece for piece in shown
    ]  # such a piece is an escape itself
    start = _LINE_START.match(text)
    acting = [match.start() for match in _MARKUP.finditer(text)] + ([start.end()] if start else [])
    for place in acting:
        if len(pieces[place]) == 1:
            pieces[place] = f"\\{pieces[place]}"
    return pieces


def read_back(markdown: str) -> str:
    """Return the text that was escaped, whatever was bold, underlined, struck through or isolated."""
    pieces = _ESCAPED.split(markdown)  # text and escaped characters by turns
    bare = (piece.replace(BOLD, "").replace(UNDERLINE, "").replace(STRIKE, "") for piece in pieces[::2])
    kept = [*pieces[1::2], ""]
    shown = "".join(f"{text}{character}" for text, character in zip(bare, kept, strict=True))
    return restored(shown.replace(ISOLATE, "").replace(END_OF_ISOLATE, ""))


def isolated(text: str, markdown: str) -> str:
    """Keep right-to-left words of *text* from reordering what stands around its *markdown*."""
    turning = not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT or character in _DIRECTION_MARKS
        for character in text
    )
    return f"{ISOLATE}{markdown}{END_OF_ISOLATE}" if turning else markdown


def clip(text: str, room: int) -> str:
    """Return *text* on one line, escaped: at most *room* long, cut at a word, the cut marked behind it."""
    line = " ".join(text[: 2 * room].split())
    room -= len(ISOLATE + END_OF_ISOLATE)
    pieces = escaped_characters(line)
    if len(text) <= 2 * room and sum(lengths(pieces)) <= room:
        return isolated(line, "".join(pieces))
    highest = fitting(pieces, room - len(CUT))
    end = word_end(line, 0, highest) or highest
    return isolated(line[:end], "".join(pieces[:end])) + CUT


def fitting(pieces: Sequence[str], room: int) -> int:
    """Return how many of the first *pieces* fit into *room*; all but one at most."""
    return bisect_right(list(accumulate(lengths(pieces[:-1]))), room)


def _floods(text: str) -> Iterator[int]:
    """Yield the positions of accents that are too many for one letter."""
    if text.isascii():
        return
    marks = 0
    for place, character in enumerate(text):
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if marks > _MOST_MARKS:
            yield place
