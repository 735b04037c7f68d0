"""Why: how the words were read, which rule told the versions apart, and what did not fit within an article. Pure."""

from bot.answering.answers import Answer
from bot.discord_ui.cards.citations import SMALL
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.lists import list_card
from bot.discord_ui.cards.presses import Press
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.presentation.blocks import reasons_of

_LINE_ROOM = 480


def reasons_card(press: Press, answer: Answer, page: int = 0) -> Card:
    """Return a page of the reasons behind *answer*."""
    words = words_in(press.language)
    lines = [f"- {clip(line, _LINE_ROOM)}" for line in reasons_of(answer, words.answer)]
    if any(version.kind == "date" and "X" in (version.value or "") for version in answer.versions):
        lines.append(SMALL + words.card.not_stated)
    return list_card(press, words.answer.why_title, lines, page)
