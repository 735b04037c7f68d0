"""Opens what answers, with or without the citation log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.answering.answers import Answer
from bot.cli import streams
from bot.settings import Settings
from bot.wiring import open_service
from index.wiring import corpus_is_newer

if TYPE_CHECKING:
    from bot.log_wiring import OpenLog

Answering = Callable[[str], Answer]


@contextmanager
def opened_answering(settings: Settings, *, logged: bool) -> Iterator[Answering]:
    """Give a function that answers; what is *logged* is written down before it returns.

    The terminal belongs to the operator: what it asks has no member, no server and no channel.
    """
    if corpus_is_newer(settings.index):
        streams.complain("The articles are newer than the index: run `crosscite build` to read them.")
    if not logged:
        yield open_service(settings).answer
        return
    from bot.log_wiring import open_log  # noqa: PLC0415 - asking without a log needs no database

    opened = open_log(settings)
    try:
        with _delivering(opened, settings) as answer:
            yield answer
    finally:
        opened.log.close()


@contextmanager
def _delivering(opened: "OpenLog", settings: Settings) -> Iterator[Answering]:
    """An answer counts as shown when the next question is asked, or the block ends: then it was printed."""
    from bot.citation_log.recording import Asking  # noqa: PLC0415 - asking without a log needs none of it
    from bot.desk_wiring import asking_desk, open_logged_service  # noqa: PLC0415 - slow to load, too

    desk = asking_desk(opened.log, open_logged_service(settings), settings)
    printed: list[int] = []

    def answer(question: str) -> Answer:
        while printed:
            desk.delivered(printed.pop())
        entry = desk.ask(Asking(question))
        printed.append(entry.number)
        return entry.answer

    try:
        yield answer
        while printed:
            desk.delivered(printed.pop())
    except BaseException as error:
        while printed:
            desk.failed(printed.pop(), f"the terminal could not show it ({type(error).__name__})")
        raise
