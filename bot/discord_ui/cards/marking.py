"""Runs of a paragraph, escaped and marked, and how much of them fits into a message. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.discord_ui.cards.escaping import escaped_characters, read_back
from bot.discord_ui.cards.limits import length, lengths
from bot.errors import DamagedQuoteError
from bot.presentation.clippings import Span, trimmed, word_end
from index.articles import Paragraph


@dataclass(frozen=True, slots=True)
class Mark:
    """What is set around a span of a paragraph; an inner mark comes behind the one that it lies in."""

    span: Span
    sign: str


def marked(paragraph: Paragraph, span: Span, marks: Sequence[Mark] = ()) -> str:
    """Return the Markdown of one span of *paragraph*.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    markdown = "".join(_pieces(paragraph.text, span, marks))
    if read_back(markdown) != paragraph.text[slice(*span)]:
        raise DamagedQuoteError(paragraph.article_id, paragraph.number)
    return markdown


def end_within(text: str, start: int, last: int, marks: Sequence[Mark], room: int) -> int:
    """Return how far from *start*, to *last* at most, whole words fit into *room*; at least one character."""
    reach = min(last, start + room)
    totals = list(accumulate(_lengths(text, (start, reach), marks)))
    fitting = start + bisect_right(totals, room)
    if fitting >= last:
        return last
    end = word_end(text, start, fitting)
    return end if end > start else max(fitting, start + 1)


def start_within(text: str, first: int, anchor: int, room: int) -> int:
    """Return from where, *first* at the least, whole words up to *anchor* fit into *room*."""
    reach = max(first, anchor - room)
    totals = list(accumulate(reversed(_lengths(text, (reach, anchor), ()))))
    fitting = anchor - bisect_right(totals, room)
    if fitting <= first:
        return first
    blanks = (place + 1 for place in range(fitting, anchor) if text[place].isspace())
    return next(blanks, anchor)


def _pieces(text: str, span: Span, marks: Sequence[Mark]) -> list[str]:
    start, end = span
    pieces = escaped_characters(text[start:end])
    before, behind = [""] * len(pieces), [""] * len(pieces)
    for mark in marks:
        first, last = trimmed(text, (max(mark.span[0], start), min(mark.span[1], end)))
        if first < last:
            before[first - start] += mark.sign
            behind[last - 1 - start] = mark.sign + behind[last - 1 - start]
    return [
        f"{opening}{piece}{closing}" for opening, piece, closing in zip(before, pieces, behind, strict=True)
    ]


def _lengths(text: str, span: Span, marks: Sequence[Mark]) -> list[int]:
    """Return the length of each character; a mark that a cut closes early is counted where it opens."""
    found = lengths(escaped_characters(text[slice(*span)]))
    for mark in marks:
        first = max(mark.span[0], span[0]) - span[0]
        if first < len(found) and mark.span[1] > span[0]:
            found[first] += 2 * length(mark.sign)
    return found
