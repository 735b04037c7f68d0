"""Blocks on a terminal: styled text where it can be, plain text where it cannot.

Both are laid out the same way, so that what is piped into a file reads as it did on the screen.
"""

import shlex
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.errors import DamagedQuoteError
from bot.presentation.blocks import PARAGRAPH_MARK, Page, QuoteBlock, SourceBlock, VersionBlock
from bot.presentation.clippings import Clipping
from bot.presentation.visible import NO_MARK, choose_mark, neutralise, quotation, read_back
from bot.presentation.wording import ENGLISH

INDENT = 2
GAP = 4
# Narrower columns break a sentence into shreds, wider ones tire the eye.
NARROWEST_COLUMN = 34
WIDEST_COLUMN = 64
MOST_COLUMNS = 3

# Attributes rather than colours: they hold on dark and light grounds alike. The two colours are taken from
# the reader's own palette and only repeat what brackets and position say already.
HEADING = "bold"
TITLE = "bold"
HIGHLIGHT = "bold underline"
NUMBER = "cyan"
QUIET = "dim"

Lines = list[Text]


class PageLayout:
    """Lays out pages for one terminal width.

    *show_options* is what `crosscite show` needs besides article and paragraph to find the same index.
    """

    def __init__(self, width: int, *, styled: bool, show_options: str = "") -> None:
        self._width = max(width - INDENT, 1)
        self._styled = styled
        self._show_options = show_options
        self._console = Console(width=width, color_system=None)

    def lines(self, page: Page) -> Lines:
        """Return the whole page, indented, with a blank line above and below."""
        mark = NO_MARK if self._styled else choose_mark(_shown_texts(page))
        columns, width = self._columns(len(page.versions))
        body = [self._wrapped(Text(page.heading, HEADING), self._width)]
        body += [
            _side_by_side([self._version(version, width, mark) for version in row], width)
            for row in _rows(page.versions, columns)
        ]
        if page.related:
            body.append(self._wrapped(Text(ENGLISH.related), self._width))
            body += [self._quote(quote, self._reading_width, mark, place=True) for quote in page.related]
        if page.why:
            body.append(self._list(ENGLISH.why_title, [Text(neutralise(line)) for line in page.why]))
        if page.sources:
            body.append(self._sources(page.sources))
        lines = [Text()]
        for block in body:
            lines += [*block, Text()]
        return [_indented(line) for line in lines]

    @property
    def _reading_width(self) -> int:
        return min(self._width, WIDEST_COLUMN + GAP)

    def _columns(self, versions: int) -> tuple[int, int]:
        """Return how many versions stand side by side and how wide each is."""
        fitting = max((self._width + GAP) // (NARROWEST_COLUMN + GAP), 1)
        columns = max(min(fitting, versions, MOST_COLUMNS), 1)
        if columns == 1:
            return 1, self._reading_width
        return columns, min((self._width + GAP) // columns - GAP, WIDEST_COLUMN)

    def _version(self, version: VersionBlock, width: int, mark: str) -> list[Lines]:
        """Return the parts of one version; parts of neighbouring versions begin on the same line."""
        title = Text(_title(version.title), TITLE)
        quotes: Lines = []
        for quote in version.quotes:
            quotes += (
                [Text(), *self._quote(quote, width, mark)] if quotes else self._quote(quote, width, mark)
            )
        further = [
            line for cited in version.further for line in self._citation(cited, width, ENGLISH.further)
        ]
        return [self._wrapped(title, width), [Text(version.reports, QUIET)], [*quotes, *further]]

    def _quote(self, quote: QuoteBlock, width: int, mark: str, *, place: bool = False) -> Lines:
        pieces = quotation(quote.clipping, mark)
        rendered = "".join(text for text, _ in pieces)
        shown = [quote.clipping.text[start:end] for start, end in quote.clipping.fragments]
        if read_back(rendered, mark) != shown:
            raise DamagedQuoteError(quote.paragraph.article_id, quote.paragraph.number)
        text = Text.assemble(
            *((piece, HIGHLIGHT if marked and self._styled else "") for piece, marked in pieces)
        )
        lines = [*self._wrapped(text, width), *self._citation(quote.citation, width)]
        if place:
            lines += self._command_line(quote.paragraph.article_id, quote.paragraph.number, width)
        return lines

    def _citation(self, citation: str, width: int, prefix: str = "") -> Lines:
        label, mark, number = f"{prefix} {neutralise(citation)}".lstrip().rpartition(PARAGRAPH_MARK)
        text = Text(label, QUIET)
        text.highlight_regex(r"\[\d+\]", f"not dim {NUMBER}")
        lines = self._wrapped(text, width)
        place = mark + number  # kept whole: a paragraph's number on a line of its own says nothing
        if cell_len(lines[-1].plain + place) <= width:
            lines[-1].append(place, QUIET)
        else:
            lines.append(Text(place.lstrip(" ·"), QUIET))
        return lines

    def _sources(self, sources: Sequence[SourceBlock]) -> Lines:
        lines = [Text(ENGLISH.sources_title, TITLE)]
        for source in sources:
            margin = " " * (len(source.numbers) + 1)
            width = self._width - len(margin)
            entry = self._wrapped(Text(neutralise(source.label)), width)
            if source.details:
                entry += self._wrapped(Text(neutralise(source.details), QUIET), width)
            for paragraph in source.paragraphs:
                entry += self._command_line(source.article_id, paragraph, width)
            lines.append(Text.assemble((source.numbers, NUMBER), " ", entry[0]))
            lines += [Text.assemble(margin, line) for line in entry[1:]]
        return lines

    def _command_line(self, article_id: str, paragraph: int, width: int) -> Lines:
        command = f"crosscite show {shlex.quote(article_id)} {paragraph}{self._show_options}"
        return self._wrapped(Text(neutralise(command), QUIET), width)

    def _list(self, title: str, entries: Iterable[Text]) -> Lines:
        return [
            Text(title, TITLE),
            *(line for entry in entries for line in self._wrapped(entry, self._width)),
        ]

    def _wrapped(self, text: Text, width: int) -> Lines:
        return wrapped(text, width, self._console)


def wrapped(text: Text, width: int, console: Console) -> Lines:
    """Break *text* into lines of at most *width* cells; a word that is longer is broken itself."""
    lines = list(text.wrap(console, max(width, 1), overflow="fold")) or [Text()]
    for line in lines:
        line.rstrip()  # an underlined blank at the end of a line would show
    return lines


def plain(lines: Iterable[Text]) -> str:
    """Return the lines without style or trailing blanks."""
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _shown_texts(page: Page) -> list[str]:
    quotes = [quote for version in page.versions for quote in version.quotes]
    return [quote.clipping.text for quote in [*quotes, *page.related]]


def _title(clipping: Clipping) -> str:
    ((start, end),) = clipping.fragments
    return neutralise(clipping.text[start:end]) + (" …" if clipping.cut_after else "")


def _rows(versions: Sequence[VersionBlock], columns: int) -> list[Sequence[VersionBlock]]:
    return [versions[first : first + columns] for first in range(0, len(versions), columns)]


def _side_by_side(cells: Sequence[list[Lines]], width: int) -> Lines:
    lines: Lines = []
    for parts in zip(*cells, strict=True):
        for row in zip_longest(*parts, fillvalue=Text()):
            line = Text()
            for column, part in enumerate(row):
                line.append(" " * (column * (width + GAP) - cell_len(line.plain)))
                line.append_text(part)
            lines.append(line)
    return lines


def _indented(line: Text) -> Text:
    return Text.assemble(" " * INDENT, line) if line.plain else line
