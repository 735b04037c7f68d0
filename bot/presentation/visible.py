r"""An article's characters made harmless and marked, in a way that can be read back exactly.

Control characters could move the cursor or recolour the terminal, and bidirectional overrides could make a
quote read as what it does not say: they are shown as ``\u{1b}``. Accents, emoji, right-to-left letters and
the joiners they need are left alone.
"""

import re
from collections.abc import Iterable

from bot.presentation.clippings import Clipping

CUT = "…"
OPEN, CLOSE = "“", "”"
NO_MARK = ""  # where style tells a highlight
_BETWEEN = f"{CLOSE} {CUT} {OPEN}"
# Controls; line and paragraph separators, which would break the layout; the embeddings, overrides and isolates
# that reorder the text around them; surrogates, which cannot be written at all.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_ESCAPE_OPENING = re.compile(r"\\(?=u\{)")
# None may hold a character that escapes are written with: a backslash, a brace, a letter or a digit.
_PLAIN_MARKS = ("**", "__", "==", "~~", "^^", "##")


def choose_mark(texts: Iterable[str]) -> str:
    """Return what to set around highlights in plain text: a mark whose character stands in none of *texts*.

    Where all are taken it is ``**``, and the asterisks of the texts are escaped.
    """
    used = set("".join(texts))
    return next((mark for mark in _PLAIN_MARKS if mark[0] not in used), _PLAIN_MARKS[0])


def neutralise(text: str) -> str:
    """Replace what could harm by visible escapes; a backslash that looks like one of them is escaped too."""
    return "".join(shown_characters(text))


def shown_characters(text: str, more: Iterable[int] = ()) -> list[str]:
    """Return what is shown for each character of *text*; those at the positions *more* are escaped too."""
    shown = list(text)
    for place in _unsafe_positions(text).union(more):
        shown[place] = _escape(shown[place])
    return shown


def restored(shown: str) -> str:
    """Return the text that `neutralise` or `shown_characters` was given."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), shown)


def quotation(clipping: Clipping, mark: str) -> list[tuple[str, bool]]:
    """Return the clipping in quotation marks, cuts marked outside, as pieces: text, highlighted or not."""
    pieces: list[tuple[str, bool]] = []
    for number, fragment in enumerate(clipping.fragments):
        opening = f"{CUT} {OPEN}" if number or clipping.cut_before else OPEN
        pieces.append((f" {opening}" if number else opening, False))
        pieces += marked_pieces(clipping, fragment, mark)
        pieces.append((CLOSE, False))
    if clipping.cut_after:
        pieces.append((f" {CUT}", False))
    return pieces


def marked_pieces(clipping: Clipping, fragment: tuple[int, int], mark: str) -> list[tuple[str, bool]]:
    """Return the fragment as pieces, made harmless and, with a *mark*, its highlights set between marks.

    It is escaped as a whole: what needs it may lie across the edge of a highlight.
    """
    start, end = fragment
    text = clipping.text[start:end]
    positions = _unsafe_positions(text)
    positions |= {match.start() + 2 for match in re.finditer(_BETWEEN, text)}
    positions |= {position for position, character in enumerate(text) if mark and character == mark[0]}
    pieces: list[tuple[str, bool]] = []
    offset = 0
    for piece, marked in clipping.pieces(fragment):
        shown = _with_escapes(piece, {position - offset for position in positions})
        pieces.append((f"{mark}{shown}{mark}" if marked else shown, marked))
        offset += len(piece)
    return pieces


def read_back(rendered: str, mark: str) -> list[str]:
    """Return the fragments of the article that a rendered quotation holds, word for word."""
    inner = rendered.removeprefix(f"{CUT} ").removesuffix(f" {CUT}")
    inner = inner.removeprefix(OPEN).removesuffix(CLOSE)
    return [_without_escapes(fragment, mark) for fragment in inner.split(_BETWEEN)]


def _unsafe_positions(text: str) -> set[int]:
    return {match.start() for pattern in (_ESCAPE_OPENING, _UNSAFE) for match in pattern.finditer(text)}


def _with_escapes(text: str, positions: set[int]) -> str:
    return "".join(
        _escape(character) if position in positions else character for position, character in enumerate(text)
    )


def _escape(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


def _without_escapes(text: str, mark: str) -> str:
    return restored(text.replace(mark, "") if mark else text)
