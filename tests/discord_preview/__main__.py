"""`python -m tests.discord_preview FOLDER` draws the README's pictures: real answers, as the bot sends them.

It needs an index of the corpus, and Chromium.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.answering.answers import Answer
from bot.answering.service import AnswerService
from bot.discord_ui.cards.answers import answer_card
from bot.discord_ui.cards.context import cited_at, context_card
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.presses import Press, QuotePlace, Screen
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.language import Language
from bot.settings import read_settings
from bot.wiring import open_service
from tests.discord_preview.pictures import take
from tests.discord_preview.rendering import page_of

WIDE, PHONE = 720, 400
DISPUTED = "When will Koizumi meet Hegseth?"
NOT_SAID = "Who is the prime minister of Japan?"
_NUMBER = 12


def main(folder: Path) -> None:
    """Draw every picture."""
    service = open_service(read_settings())
    for name, card, width in pictures(service):
        view: Any = view_of(card)
        private = name == "in-context"
        page = page_of([view.to_components()], width=width, private=private)
        take(page, folder / f"{name}.png", width=width)
        print(folder / f"{name}.png")


def pictures(service: AnswerService) -> Iterator[tuple[str, Card, int]]:
    """Yield the name, the card and the width of each picture."""
    disputed = service.answer(DISPUTED)
    yield "disputed", answer_card(disputed, _NUMBER, Language.ENGLISH, thread=True), WIDE
    yield "in-context", _in_context(service, disputed, QuotePlace(1, 0)), WIDE
    yield "japanese", answer_card(disputed, _NUMBER, Language.JAPANESE), PHONE
    yield "not-said", answer_card(service.answer(NOT_SAID), _NUMBER + 1, Language.ENGLISH), PHONE


def _in_context(service: AnswerService, answer: Answer, place: QuotePlace) -> Card:
    cited = cited_at(answer, place)
    if cited is None:
        raise LookupError(f"The answer to “{answer.question}” has no quote at {place}.")
    press = Press(_NUMBER, Screen.CONTEXT, Language.ENGLISH, place=place)
    return context_card(press, cited, service.index.article(cited.source.article_id).paragraphs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
