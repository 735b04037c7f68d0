"""Asking: the answer is found, written down, and only then given to whoever shows it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from bot.answering.answers import Answer
from bot.answering.service import AnswerService
from bot.citation_log.events import Delivered, Draft, Event, Failed
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.citation_log.recording import Asking, Circumstances, answered
from bot.citation_log.resolving import resolved
from bot.desk.rulings import Rulings
from bot.presentation.json_interface import AnswerRecord, to_line

Clock = Callable[[], float]  # seconds, of which only differences mean anything


@dataclass(frozen=True, slots=True)
class Program:
    """What of the program itself decides on answers, as fingerprints, and its version."""

    settings: str
    version: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer that may be shown, and the number of the event that it stands under."""

    number: int
    answer: Answer


class AskingDesk:
    """Answers and keeps the log of it; safe to use from several threads."""

    def __init__(
        self, service: AnswerService, log: CitationLog, program: Program, clock: Clock = perf_counter
    ) -> None:
        self.service = service
        self._log = log
        self._rulings = Rulings(log)
        self._program = program
        self._clock = clock

    def ask(self, asking: Asking, waited: float = 0.0) -> Entry:
        """Answer a question that had *waited* so many seconds for its turn.

        Raises:
            QuestionError: the question is empty or too long; nothing is written down.
            LogUnavailableError: the answer could not be written down, and must not be shown.
            DamagedQuoteError: a stored text is not the one that was indexed.
        """
        newest = self._rulings.newest()
        rulings = self._rulings.until(newest, asking.server)
        begun = self._clock()
        considered = self.service.consider(asking.question, rulings)
        took = self._clock() - begun
        around = Circumstances(
            reader=self.service.fingerprint,
            settings=self._program.settings,
            code_version=self._program.version,
            rulings=newest,
            sha256=digest_of(considered.answer),
            timings={"waited": _milliseconds(waited), "answered": _milliseconds(took)},
        )
        asked = replace(asking, question=considered.answer.question)
        event = self._log.append(answered(asked, considered, around, self.service.index.article))
        return Entry(event.number, considered.answer)

    def delivered(self, number: int, message: str | None = None) -> Event:
        """Write down that answer *number* was shown, as the message of that id if it has one.

        Raises:
            LogUnavailableError: it could not be written down.
        """
        return self._log.append(Draft(Delivered(message=message), about=number))

    def failed(self, number: int, reason: str) -> Event:
        """Write down that answer *number* could not be shown, and why.

        Raises:
            LogUnavailableError: it could not be written down.
        """
        return self._log.append(Draft(Failed(reason=reason), about=number))

    def unsettled(self, since: datetime) -> Iterable[Event]:
        """Yield the answers since then of which nothing tells whether they were shown, newest first.

        They are being shown just now, or were when their process stopped: then nobody knows.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        return in_pages(self._log, Query(since=since, unsettled=True))

    def shown(self, number: int) -> Entry:
        """Return an answer as it was written down, from the log alone.

        Raises:
            UnknownEventError: there is no such event.
            AnswerErasedError: it is no answer, or words that it needs were taken down.
            LogUnavailableError: the log cannot be read.
        """
        return Entry(number, resolved(self._log.event(number), self._log.text))


def digest_of(answer: Answer) -> str:
    """Return the SHA-256 of an answer as programs are given it, without its question.

    The question must not be in it: a hash that stays would let a guess at an erased question be checked.
    """
    line = to_line(AnswerRecord.from_answer(replace(answer, question="")))
    return hashlib.sha256(line).hexdigest()


def _milliseconds(seconds: float) -> float:
    return round(1000 * seconds, 1)
