"""A quote in its context: the paragraph between its neighbours, all of it, however long. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answers import Answer, Quote, Source
from bot.discord_ui.cards.escaping import BOLD, UNDERLINE
from bot.discord_ui.cards.marking import Mark
from bot.discord_ui.cards.paging import nearest
from bot.discord_ui.cards.paragraphs import Piece, paragraph_pages, paragraphs_card, pieces_of
from bot.discord_ui.cards.presses import Place, Press, QuotePlace, RelatedPlace
from bot.discord_ui.cards.tree import Card
from bot.presentation.blocks import related_of
from bot.presentation.clippings import joined
from index.articles import Paragraph

_NEIGHBOURS = 1  # paragraphs shown before and behind


@dataclass(frozen=True, slots=True)
class Cited:
    """What stands at a place of an answer, and the parts of the paragraph that are marked."""

    source: Source
    paragraph: Paragraph
    marks: Sequence[Mark] = ()


def cited_at(answer: Answer, place: Place | None) -> Cited | None:
    """Return what stands at *place*, None if there is nothing."""
    match place:
        case RelatedPlace(number) if number < len(related_of(answer)):
            passage = answer.related[number]
            return Cited(passage.source, passage.paragraph)
        case QuotePlace(version, number) if version < len(answer.versions):
            quotes = answer.versions[version].quotes
            return _cited(answer, quotes[number]) if number < len(quotes) else None
    return None


def context_card(
    press: Press, cited: Cited, paragraphs: Sequence[Paragraph], page: int | None = None
) -> Card:
    """Return a page of the paragraph that is cited, between its neighbours.

    Args:
        press: the button that was pressed: it says which answer, which place in it and which language.
        cited: what `cited_at` returned for that place.
        paragraphs: those of the article as it was cited, in order; the neighbours are taken from them.
        page: None opens the page on which the words stand that answer.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    near = [one for one in paragraphs if 0 < abs(one.number - cited.paragraph.number) <= _NEIGHBOURS]
    shown = sorted([*near, cited.paragraph], key=lambda paragraph: paragraph.number)
    pieces = [
        piece
        for paragraph in shown
        for piece in (
            pieces_of(paragraph, cited.marks)
            if paragraph.number == cited.paragraph.number
            else pieces_of(paragraph, quiet=True)
        )
    ]
    pages = paragraph_pages(press, cited.source, pieces)
    here = _first_page(pages, cited) if page is None else nearest(page, len(pages))
    return paragraphs_card(press, cited.source, pages, here)


def _cited(answer: Answer, quote: Quote) -> Cited:
    source = next(one.source for one in answer.citations if one.number == quote.citation)
    marks = [Mark((quote.start, quote.end), BOLD)]
    marks += [Mark(span, UNDERLINE) for span in joined(quote.highlights, gap=0)]
    return Cited(source, quote.paragraph, marks)


def _first_page(pages: Sequence[Sequence[Piece]], cited: Cited) -> int:
    """Return the page with the first words that are marked, innermost; else where the paragraph begins."""
    anchor = cited.marks[-1].span[0] if cited.marks else 0
    anchor = min((mark.span[0] for mark in cited.marks[1:]), default=anchor)
    for number, page in enumerate(pages):
        for piece in page:
            start, end = piece.span
            if piece.paragraph.number == cited.paragraph.number and start <= anchor < end:
                return number
    return 0
