"""Why: how the words were read, which rule told the versions apart, and what did not fit within an article. Pure."""

from bot.answering.answers import Answer
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.lists import list_card
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.presentation.blocks import reasons_of

_LINE_ROOM = 480


def reasons_card(press: Press, answer: Answer, page: int = 0) -> Card:
    """Return a page of the reasons behind *answer*."""
    words = words_in(press.language).answer
    lines = [f"- {clip(line, _LINE_ROOM)}" for line in reasons_of(answer, words)]
    return list_card(press, words.why_title, lines, page)
