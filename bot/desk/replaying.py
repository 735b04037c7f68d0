"""Replaying: a logged question asked again on the index version of its time, and compared byte for byte."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered
from bot.citation_log.events import Event
from bot.citation_log.protocol import CitationLog
from bot.citation_log.resolving import resolved
from bot.desk.asking import digest_of
from bot.desk.rulings import Rulings
from bot.errors import AnswerErasedError, DamagedQuoteError
from bot.presentation.json_interface import AnswerRecord

Opened = Callable[[str], AnswerService | None]  # an index version's service, None where the version is gone


class Replayed(StrEnum):
    """What came of it."""

    SAME = "the same, byte for byte"
    OTHER = "another answer"
    INDEX_GONE = "cannot be replayed: its index version is gone"
    QUESTION_GONE = "cannot be replayed: its question was erased"
    OTHER_READER = "cannot be replayed: the reader or its settings changed since"


@dataclass(frozen=True, slots=True)
class Replay:
    """The result for one event; ``differ`` names the fields of another answer that are not the same."""

    number: int
    result: Replayed
    differ: tuple[str, ...] = ()


def replay(event: Event, log: CitationLog, opened: Opened, settings: str) -> Replay:
    """Ask the question of an *answered* event again; *settings* is the fingerprint of those in force.

    Raises:
        LogUnavailableError: the log cannot be read.
        ArticleIndexError: the index version is there, but damaged.
    """
    detail = event.detail
    if not isinstance(detail, Answered):
        raise AnswerErasedError(event.number)
    if event.personal is None:
        return Replay(event.number, Replayed.QUESTION_GONE)
    service = opened(detail.index_version)
    if service is None:
        return Replay(event.number, Replayed.INDEX_GONE)
    if (service.fingerprint, settings) != (detail.reader, detail.settings):
        return Replay(event.number, Replayed.OTHER_READER)
    rulings = Rulings(log).until(detail.rulings, event.server)
    answer = service.consider(event.personal["question"], rulings).answer
    if digest_of(answer) == detail.sha256:
        return Replay(event.number, Replayed.SAME)
    again = AnswerRecord.from_answer(answer).model_dump()
    try:
        before = AnswerRecord.from_answer(resolved(event, log.text)).model_dump()
    except (AnswerErasedError, DamagedQuoteError):
        return Replay(event.number, Replayed.OTHER)
    differ = tuple(name for name in again if name != "question" and again[name] != before[name])
    return Replay(event.number, Replayed.OTHER, differ)
