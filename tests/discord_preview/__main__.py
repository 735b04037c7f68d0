"""`python -m tests.discord_preview FOLDER` draws the README's pictures: real answers, as the bot sends them.

It needs an index of the corpus, and Chromium.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.answering.answers import Answer
from bot.answering.service import AnswerService
from bot.citation_log.events import ServerSettings
from bot.citation_log.opening import open_engine
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Program
from bot.desk.cases import CasesDesk
from bot.desk.correcting import CorrectingDesk
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.discord_ui.cards.answers import Ruled, answer_card
from bot.discord_ui.cards.choosing_text import Passage, paragraphs_card, sentences_card
from bot.discord_ui.cards.context import cited_at, context_card
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.presses import Press, QuotePlace, Screen
from bot.discord_ui.cards.review import Named, case_card
from bot.discord_ui.cards.review_lists import queue_card
from bot.discord_ui.cards.review_presses import Action, ReviewPress
from bot.discord_ui.cards.setup import Lack, Setting, setup_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.corpus.catalogue import key_of
from bot.discord_ui.words.language import Language
from bot.settings import read_settings
from bot.wiring import open_service
from tests.discord_preview.editing import editing_cards
from tests.discord_preview.pictures import take
from tests.discord_preview.rendering import page_of

WIDE, PHONE = 720, 400
DISPUTED = "When will Koizumi meet Hegseth?"
NOT_SAID = "Who is the prime minister of Japan?"
_NUMBER = 12
_PRIVATE = {"draft", "in-context", "setup", "queue", "paragraphs", "sentences"}
_SETTINGS = ServerSettings(channels=("70", "71"), review_channel="72", moderators=("80",), editors=("81",))
_LACKS = {Setting.REVIEW: (Lack("72", ("Send Messages",)),)}
_NAMES = {
    "<#70>": "#general",
    "<#71>": "#questions",
    "<#72>": "#moderation",
    "<@&80>": "@Moderators",
    "<@&81>": "@Editors",
    "<@5>": "@Mona",
}


def main(folder: Path) -> None:
    """Draw every picture."""
    service = open_service(read_settings())
    for name, card, width in pictures(service):
        view: Any = view_of(card)
        private = name in _PRIVATE
        page = page_of([view.to_components()], width=width, private=private, names=_NAMES)
        take(page, folder / f"{name}.png", width=width)
        print(folder / f"{name}.png")


def pictures(service: AnswerService) -> Iterator[tuple[str, Card, int]]:
    """Yield the name, the card and the width of each picture."""
    disputed = service.answer(DISPUTED)
    yield "disputed", answer_card(disputed, _NUMBER, Language.ENGLISH, thread=True), WIDE
    yield "in-context", _in_context(service, disputed, QuotePlace(1, 0)), WIDE
    yield "japanese", answer_card(disputed, _NUMBER, Language.JAPANESE), PHONE
    yield "not-said", answer_card(service.answer(NOT_SAID), _NUMBER + 1, Language.ENGLISH), PHONE
    editing = dict(editing_cards(Language.ENGLISH))
    for name in ("draft", "refused", "changes"):
        yield name, editing[name], WIDE
    yield "setup", setup_card(_SETTINGS, 30, Language.ENGLISH, _LACKS), PHONE
    with TemporaryDirectory() as folder:
        yield from _reviewed(service, SqlCitationLog(open_engine(f"sqlite:///{folder}/log.db")))


def _reviewed(service: AnswerService, log: SqlCitationLog) -> Iterator[tuple[str, Card, int]]:
    """Yield what a report and the decisions on it look like."""
    program = Program("settings", "0")
    asking = Asking(DISPUTED, "a member", "ask", "7", "70")
    number = AskingDesk(service, log, program).ask(asking).number
    reviewing, cases = ReviewingDesk(service, log), CasesDesk(log)
    said = "The 15th is the day the visit begins, not the day they meet."
    report = reviewing.report(number, "7", "another member", "wrong_quote", said)
    case = cases.case(number, "7")
    address = "https://discord.com/channels/7/70/900"
    yield "report", case_card(case, report, (), Language.ENGLISH, address=address), WIDE
    yield "report-phone", case_card(case, report, (), Language.JAPANESE, address=address), PHONE
    note = "That is when the visit begins."
    caliber = Retracted(quotes=((1, 0),))
    ruling = reviewing.rule(number, "7", "m", "retracted", retracted=caliber, report=report.number, note=note)
    case = cases.case(number, "7")
    ruled = Ruled(case.reviewed, _SETTINGS.moderators)
    if case.answer is None:
        raise LookupError("The answer is gone.")
    yield "retracted", answer_card(case.answer, number, Language.ENGLISH, thread=True, ruled=ruled), WIDE
    yield "retracted-phone", answer_card(case.answer, number, Language.JAPANESE, ruled=ruled), PHONE
    named = [Named(ruling, "<@5>")]
    yield "decided", case_card(case, report, named, Language.ENGLISH, address=address), WIDE
    yield "queue", queue_card([(report, DISPUTED)] * 3, 30, Language.ENGLISH, 1), PHONE
    desk = CorrectingDesk(service)
    offered = [
        Passage(one.paragraph, one.source, key_of(one.source.article_id))
        for one in desk.read_for(case.event, 25)
    ]
    press = ReviewPress(number, report.number, Action.CORRECT)
    yield "paragraphs", paragraphs_card(press, DISPUTED, offered, Language.ENGLISH), PHONE
    yield "sentences", sentences_card(press, offered[0], Language.ENGLISH), PHONE
    other = desk.read_for(case.event, 25)[2]
    correction = desk.correction(case.event, other, 0, 0)
    reviewing.rule(number, "7", "m", "corrected", retracted=caliber, correction=correction, note="See there.")
    case = cases.case(number, "7")
    corrected = Ruled(case.reviewed, _SETTINGS.moderators, cases.chosen(case.reviewed.corrections[-1]))
    yield (
        "corrected",
        answer_card(case.answer or service.answer(DISPUTED), number, Language.ENGLISH, ruled=corrected),
        WIDE,
    )


def _in_context(service: AnswerService, answer: Answer, place: QuotePlace) -> Card:
    cited = cited_at(answer, place)
    if cited is None:
        raise LookupError(f"The answer to “{answer.question}” has no quote at {place}.")
    press = Press(_NUMBER, Screen.CONTEXT, Language.ENGLISH, place=place)
    return context_card(press, cited, service.index.article(cited.source.article_id).paragraphs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
