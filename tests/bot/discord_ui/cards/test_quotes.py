"""How much of a quote is shown where all of it does not fit."""

import pytest

from bot.answering.answers import Quote
from bot.discord_ui.cards.quotes import quote_markdown
from index.articles import number_paragraphs

_WORDS = 1000  # of three letters and a blank each
_ROOM = 1200


@pytest.mark.parametrize("answering", [0, 500, _WORDS - 1])
def test_a_cut_quote_fills_its_room_wherever_the_words_stand_that_answer(answering: int) -> None:
    """In front they leave all of the room for what follows, at the end for what stands before."""
    text = " ".join(["low"] * answering + ["may"] + ["low"] * (_WORDS - answering - 1))
    (paragraph,) = number_paragraphs("a", [text])
    place = text.index("may")
    quote = Quote(paragraph, 0, len(text), ((place, place + 3),), citation=1)
    markdown, was_cut = quote_markdown(quote, _ROOM)
    assert was_cut
    assert "**may**" in markdown
    assert _ROOM - 25 <= len(markdown) <= _ROOM
