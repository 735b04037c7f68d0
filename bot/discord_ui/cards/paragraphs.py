"""Paragraphs of one article, whole, under its name: as many a page as are comfortable to read. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answers import Source
from bot.discord_ui.cards.citations import SMALL, article_of, details_line, place_of
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.escaping import isolated
from bot.discord_ui.cards.marking import Mark, end_within, marked
from bot.discord_ui.cards.paging import pages_of, turning_row
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.cards.tree import Box, Card, Text
from bot.discord_ui.words.choosing import words_in
from bot.presentation.clippings import Span
from index.articles import Paragraph

_PIECE_ROOM = 1800  # a longer paragraph is shown in pieces
_COMFORTABLE = 2400  # characters of a page, with its head; further pieces go to the next one


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one paragraph on the way to its page."""

    paragraph: Paragraph
    span: Span
    text: Text


def pieces_of(paragraph: Paragraph, marks: Sequence[Mark] = (), *, quiet: bool = False) -> Iterator[Piece]:
    """Yield all of a paragraph, under its number; in small print if it is to be *quiet*.

    A piece of blanks alone is left out: Discord takes no text without a visible character.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    number = f"{SMALL}{place_of(paragraph.number)}\n"
    start, last = 0, len(paragraph.text)
    while start < last:
        end = end_within(paragraph.text, start, last, marks, _PIECE_ROOM)
        text = paragraph.text[start:end]
        if not text.isspace():
            shown = isolated(text, marked(paragraph, (start, end), marks))
            yield Piece(paragraph, (start, end), Text(number + (SMALL if quiet else "") + shown))
            number = ""
        start = end


def paragraph_pages(press: Press, source: Source, pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """Put *pieces* on pages."""

    def fit(some: Sequence[Piece]) -> bool:
        card = paragraphs_card(press, source, [some, ()], 0)
        return card.fits and card.characters <= _COMFORTABLE

    return pages_of(pieces, fit)


def paragraphs_card(press: Press, source: Source, pages: Sequence[Sequence[Piece]], page: int) -> Card:
    """Return one of the *pages*, under what the article says of itself."""
    words = words_in(press.language)
    head = f"### {article_of(source, words.card)}"
    details = details_line(source, words.card)
    box = Box(
        (Text("\n".join(filter(None, [head, details]))), *(piece.text for piece in pages[page])),
        CALM,
    )
    return Card((box, *turning_row(press, page, len(pages), words)), page, len(pages))
