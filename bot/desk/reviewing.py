"""Reporting and ruling: what members say is wrong, and what moderators decide; both are events like any other."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.service import AnswerService
from bot.citation_log.events import (
    Answered,
    Category,
    Draft,
    Event,
    LoggedQuote,
    Reported,
    Ruled,
    Span,
    Verdict,
)
from bot.citation_log.protocol import CitationLog
from bot.desk.rulings import ruled_meaning
from bot.errors import RulingError, UnknownEventError


@dataclass(frozen=True, slots=True)
class Retracted:
    """What of an answer a retraction takes back.

    ``quotes`` are (version, quote) counted from 0; ``pairs`` are pairs of versions that are no disagreement.
    """

    quotes: tuple[tuple[int, int], ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()


class ReviewingDesk:
    """Takes reports and rulings on answers in the log. A *server* sees none but its own; None is the operator."""

    def __init__(self, service: AnswerService, log: CitationLog) -> None:
        self._service = service
        self._log = log

    def report(
        self, number: int, server: str | None, person: str, category: Category, text: str = ""
    ) -> Event:
        """Write down that *person* finds something wrong with answer *number*.

        Raises:
            UnknownEventError: the server has no such answer.
            LogUnavailableError: it could not be written down.
        """
        self._answered(number, server)
        return self._log.append(
            Draft(Reported(category=category), number, server, person=person, personal={"text": text})
        )

    def rule(
        self,
        number: int,
        server: str | None,
        moderator: str,
        verdict: Verdict,
        *,
        retracted: Retracted = Retracted(),
        report: int | None = None,
        note: str = "",
    ) -> Event:
        """Write down a moderator's decision on answer *number*, on one *report* of it if given.

        Raises:
            UnknownEventError: the server has no such answer, or the answer no such report.
            RulingError: a retraction names nothing, or something that the answer does not have.
            LogUnavailableError: it could not be written down.
        """
        event, detail = self._answered(number, server)
        if report is not None:
            self._check_report(report, number)
        if (verdict == "retracted") != bool(retracted.quotes or retracted.pairs):
            raise RulingError(
                "A retraction, and nothing else, names the quotes or the versions that it takes back."
            )
        form, meaning = self._meaning(event) if verdict == "retracted" else ("", "")
        ruled = Ruled(
            verdict=verdict,
            report=report,
            reader=detail.reader,
            form=form,
            meaning=meaning,
            withheld=tuple(
                span for version, quote in retracted.quotes for span in _spans(_quote(detail, version, quote))
            ),
            unmarked=tuple(
                (one, other)
                for first, second in retracted.pairs
                for one in _first_spans(detail, first)
                for other in _first_spans(detail, second)
            ),
        )
        return self._log.append(Draft(ruled, number, server, person=moderator, personal={"note": note}))

    def _answered(self, number: int, server: str | None) -> tuple[Event, Answered]:
        event = self._log.event(number)
        if not isinstance(event.detail, Answered) or server not in {None, event.server}:
            raise UnknownEventError(number)
        return event, event.detail

    def _check_report(self, report: int, number: int) -> None:
        event = self._log.event(report)
        if not isinstance(event.detail, Reported) or event.about != number:
            raise UnknownEventError(report)

    def _meaning(self, event: Event) -> tuple[str, str]:
        """Return what the question means; nothing means the same as a question that was erased."""
        if event.personal is None:
            return "", ""
        meaning = self._service.consider(event.personal["question"]).meaning
        return ruled_meaning(meaning()) if meaning else ("", "")


def _quote(detail: Answered, version: int, quote: int) -> LoggedQuote:
    if 0 <= version < len(detail.versions) and 0 <= quote < len(detail.versions[version].quotes):
        return detail.versions[version].quotes[quote]
    raise RulingError(f"The answer has no quote {quote + 1} in version {version + 1}.")


def _first_spans(detail: Answered, version: int) -> Sequence[Span]:
    return _spans(_quote(detail, version, 0))


def _spans(quote: LoggedQuote) -> list[Span]:
    return [Span(paragraph_id=quote.paragraph_id, start=start, end=end) for start, end in quote.highlights]
