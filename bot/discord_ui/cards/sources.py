"""Which articles there are: those that an answer cites, and those of the whole corpus. Pure."""

from collections.abc import Sequence

from bot.answering.answers import Answer, Source
from bot.discord_ui.cards.citations import BETWEEN, SMALL, article_of, details_line
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.lists import list_card
from bot.discord_ui.cards.paging import nearest
from bot.discord_ui.cards.paragraphs import paragraph_pages, paragraphs_card, pieces_of
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.words import Words
from bot.presentation.blocks import sources_of
from index.articles import Paragraph

_NUMBERS_ROOM = 120
_PARAGRAPHS_ROOM = 160


def sources_card(press: Press, answer: Answer, page: int = 0) -> Card:
    """Return a page of the articles that *answer* cites, each with all that it says of itself."""
    words = words_in(press.language)
    sources = {citation.source.article_id: citation.source for citation in answer.citations}
    entries = []
    for block in sources_of(answer):
        numbers = ", ".join(str(number) for number in block.paragraphs)
        paragraphs = words.card.paragraphs.format(numbers=clip(numbers, _PARAGRAPHS_ROOM))
        entry = _entry(sources[block.article_id], paragraphs, words)
        entries.append(f"{clip(block.numbers, _NUMBERS_ROOM)} {entry}")
    return list_card(press, words.answer.sources_title, entries, page)


def corpus_card(press: Press, corpus: Sequence[tuple[Source, int]], page: int = 0) -> Card:
    """Return a page of all articles that questions are answered from, each with its number of paragraphs."""
    words = words_in(press.language)
    count = words.sources.counted(len(corpus))
    title = f"{words.sources.title}\n{SMALL}{count}" if corpus else words.sources.none
    entries = [_entry(source, words.sources.long(paragraphs), words) for source, paragraphs in corpus]
    return list_card(press, title, entries, page)


def article_card(press: Press, source: Source, paragraphs: Sequence[Paragraph], page: int = 0) -> Card:
    """Return a page of one article: what it says of itself, and its paragraphs.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    pages = paragraph_pages(press, source, [piece for one in paragraphs for piece in pieces_of(one)])
    return paragraphs_card(press, source, pages, nearest(page, len(pages)))


def _entry(source: Source, size: str, words: Words) -> str:
    details = details_line(source, words.card)
    return f"**{article_of(source, words.card)}**\n{details}{BETWEEN if details else SMALL}{size}"
