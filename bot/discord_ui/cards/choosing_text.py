"""Choosing what is quoted instead: a paragraph, then sentences of it, then a look at the quote. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answers import Quote, Source
from bot.discord_ui.cards.citations import SMALL, related_line
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.quotes import quote_markdown
from bot.discord_ui.cards.review_presses import Action, ReviewPress, Where
from bot.discord_ui.cards.tree import Box, Button, Card, Inner, Look, Menu, Option, Row, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.presentation.blocks import place_of
from index.articles import Paragraph
from index.splitting import sentence_spans

MOST_OFFERED = 25  # options of a list, says Discord
_QUESTION_ROOM = 300
_PARAGRAPH_ROOM = 2400
_QUOTE_ROOM = 2400


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that is offered, and the key of its article."""

    paragraph: Paragraph
    source: Source
    key: str

    @property
    def where(self) -> Where:
        """How a list names it."""
        return Where(self.key, self.paragraph.number)


def paragraphs_card(
    press: ReviewPress, question: str, offered: Sequence[Passage], language: Language
) -> Card:
    """Return the list of paragraphs that are offered, with a button to find others."""
    words = words_in(language).review
    title = words.choose.format(question=clip(question, _QUESTION_ROOM))
    parts: list[Inner] = [Text(f"### {title}" if offered else f"### {title}\n{words.found_none}")]
    if offered:
        options = tuple(
            Option(
                plain_name(place_of(one.source, one.paragraph.number)),
                str(one.where),
                plain_name(one.paragraph.text),
            )
            for one in offered[:MOST_OFFERED]
        )
        parts.append(Menu(press.to(Action.PARAGRAPH), words.choose_hint, options))
    parts.append(Row((Button(words.search, press.to(Action.SEARCH)),)))
    return Card((Box(tuple(parts), CALM),))


def sentences_card(press: ReviewPress, passage: Passage, language: Language) -> Card:
    """Return a paragraph, and the list of its sentences."""
    words = words_in(language)
    said, text = words.review, passage.paragraph.text
    sentences = sentence_spans(text)[:MOST_OFFERED]
    options = tuple(
        Option(plain_name(f"{number}. {text[slice(*span)]}"), str(number - 1))
        for number, span in enumerate(sentences, start=1)
    )
    whole = Quote(passage.paragraph, *_whole(text), (), 0)
    markdown, _ = quote_markdown(whole, _PARAGRAPH_ROOM)
    line = related_line(passage.source, passage.paragraph.number, words.card)
    menu = Menu(press.to(Action.SENTENCES, passage.where), said.sentences_hint, options, most=len(options))
    back = Button(said.back, press.to(Action.CORRECT))
    title = Text(f"### {said.sentences}\n{SMALL}{said.sentences_about}")
    return Card((Box((title, Text(f"{markdown}\n{line}"), menu, Row((back,))), CALM),))


def preview_card(press: ReviewPress, quote: Quote, passage: Passage, language: Language) -> Card:
    """Return what would be quoted, with the button that opens the last form."""
    words = words_in(language)
    markdown, _ = quote_markdown(quote, _QUOTE_ROOM)
    line = related_line(passage.source, passage.paragraph.number, words.card)
    row = Row(
        (
            Button(words.review.use, press, Look.STRONG),
            Button(words.review.back, press.to(Action.CORRECT)),
        )
    )
    return Card((Box((Text(f"### {words.review.preview}"), Text(f"{markdown}\n{line}"), row), CALM),))


def _whole(text: str) -> tuple[int, int]:
    spans = sentence_spans(text)
    return (spans[0][0], spans[-1][1]) if spans else (0, len(text))
