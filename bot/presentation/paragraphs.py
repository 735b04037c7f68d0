"""A paragraph in its context, on a terminal: what was quoted, word for word, and what stands around it."""

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from bot.answering.answers import Source
from bot.presentation.blocks import details_of
from bot.presentation.clippings import Clipping
from bot.presentation.terminal import INDENT, QUIET, TITLE, Lines, wrapped
from bot.presentation.visible import NO_MARK, choose_mark, marked_pieces, neutralise
from index.articles import Article, Paragraph

WIDEST = 76  # a line of this length is still followed easily
_NEIGHBOURS = 1  # paragraphs shown before and behind
_POINTER = "> "
_QUOTED = "bold"  # without the underline of a highlight: a quote here may be ten lines long


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraph that was asked for; ``quoted`` is the part of it that was cited, if known."""

    article: Article
    source: Source
    number: int
    quoted: tuple[int, int] | None = None


def paragraph_lines(passage: Passage, width: int, *, styled: bool) -> Lines:
    """Return the paragraph between its neighbours, under the article's label."""
    console = Console(width=width, color_system=None)
    near = [
        paragraph
        for paragraph in passage.article.paragraphs
        if abs(paragraph.number - passage.number) <= _NEIGHBOURS
    ]
    mark = NO_MARK if styled else choose_mark(paragraph.text for paragraph in near)
    numbers = max(len(f"¶ {paragraph.number}") for paragraph in near)
    margin = INDENT + len(_POINTER) + numbers + 2
    column = max(min(width, WIDEST + margin) - margin, 1)

    lines = [Text()]
    for heading, style in ((passage.source.label, TITLE), (details_of(passage.source), QUIET)):
        if heading:
            text = Text(neutralise(heading), style)
            lines += [Text.assemble(" " * INDENT, line) for line in wrapped(text, width - INDENT, console)]
    for paragraph in near:
        asked_for = paragraph.number == passage.number
        quoted = passage.quoted if asked_for else None
        text = _marked(paragraph, quoted, mark, styled=styled)
        text.style = "" if asked_for else QUIET
        pointer = _POINTER if asked_for else " " * len(_POINTER)
        number = f"{' ' * INDENT}{pointer}{f'¶ {paragraph.number}':>{numbers}}  "
        lines.append(Text())
        for line in wrapped(text, column, console):
            lines.append(Text.assemble((number, "" if asked_for else QUIET), line))
            number = " " * margin
    return [*lines, Text()]


def _marked(paragraph: Paragraph, quoted: tuple[int, int] | None, mark: str, *, styled: bool) -> Text:
    whole = (0, len(paragraph.text))
    clipping = Clipping(paragraph.text, *whole, (whole,), (quoted,) if quoted else ())
    pieces = marked_pieces(clipping, whole, mark)
    return Text.assemble(*((piece, _QUOTED if highlit and styled else "") for piece, highlit in pieces))
