"""Reporting and ruling: what members say is wrong, and what moderators decide; both are events like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType

from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered, LoggedQuote
from bot.citation_log.events import (
    Category,
    Chosen,
    Draft,
    Event,
    KeptText,
    Kind,
    Reported,
    Ruled,
    Span,
    Verdict,
)
from bot.citation_log.protocol import CitationLog, Query
from bot.desk.rulings import ruled_meaning
from bot.desk.verdicts import settled_by
from bot.errors import RuledAlreadyError, RulingError, UnknownEventError

NOWHERE: Mapping[str, str] = MappingProxyType({})
_ABOUT_ONE = 500  # rulings on one answer; nobody makes as many
_RULING = Lock()  # of the whole process: a rebuilt index brings a desk of its own beside the old one


@dataclass(frozen=True, slots=True)
class Retracted:
    """What of an answer a retraction takes back.

    ``quotes`` are (version, quote) counted from 0; ``pairs`` are pairs of versions that are no disagreement.
    """

    quotes: tuple[tuple[int, int], ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.quotes or self.pairs)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be quoted instead: the choice, and the article that it is from."""

    chosen: Chosen
    text: KeptText
    dateline: str | None = None


def report(  # noqa: PLR0917 - as `ReviewingDesk.report`
    log: CitationLog,
    number: int,
    server: str | None,
    person: str,
    category: Category,
    text: str = "",
    *,
    reach: Mapping[str, str] = NOWHERE,
) -> Event:
    """Write a report down, which takes no index; see `ReviewingDesk.report`."""
    _answered(log, number, server)
    personal = {"text": text} | dict(reach)
    return log.append(Draft(Reported(category=category), number, server, person=person, personal=personal))


class ReviewingDesk:
    """Takes reports and rulings on answers in the log. A *server* sees none but its own; None is the operator."""

    def __init__(self, service: AnswerService, log: CitationLog) -> None:
        self._service = service
        self._log = log

    def report(
        self,
        number: int,
        server: str | None,
        person: str,
        category: Category,
        text: str = "",
        *,
        reach: Mapping[str, str] = NOWHERE,
    ) -> Event:
        """Write down that *person* finds something wrong with answer *number*; *reach* is how to tell them more.

        Raises:
            UnknownEventError: the server has no such answer.
            LogUnavailableError: it could not be written down.
        """
        return report(self._log, number, server, person, category, text, reach=reach)

    def rule(
        self,
        number: int,
        server: str | None,
        moderator: str,
        verdict: Verdict,
        *,
        retracted: Retracted = Retracted(),
        correction: Correction | None = None,
        report: int | None = None,
        note: str = "",
        reach: Mapping[str, str] = NOWHERE,
    ) -> Event:
        """Write down a moderator's decision on answer *number*, on one *report* of it if given.

        A correction may name what it is in place of as a retraction does; *reach* is how to name the moderator.

        Raises:
            UnknownEventError: the server has no such answer, or the answer no such report.
            RuledAlreadyError: somebody else decided on the report.
            RulingError: a retraction names nothing, or something that the answer does not have.
            LogUnavailableError: it could not be written down.
        """
        event, detail = _answered(self._log, number, server)
        _check(verdict, retracted, correction)
        form, meaning = self._meaning(event) if verdict in {"retracted", "corrected"} else ("", "")
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
            chosen=correction.chosen if correction else None,
        )
        draft = Draft(
            ruled,
            number,
            server,
            person=moderator,
            personal={"note": note} | dict(reach),
            quoted={"dateline": correction.dateline} if correction else None,
            texts=(correction.text,) if correction else (),
        )
        with _RULING:  # of two moderators at once, one is first
            if report is not None:
                self._check_report(report, number)
            return self._log.append(draft)

    def _check_report(self, report: int, number: int) -> None:
        event = self._log.event(report)
        if not isinstance(event.detail, Reported) or event.about != number:
            raise UnknownEventError(report)
        rulings = self._log.find(Query(kinds=(Kind.RULED,), about=number), _ABOUT_ONE)
        settled = settled_by(event, rulings)
        if settled is not None:
            raise RuledAlreadyError(settled.number)

    def _meaning(self, event: Event) -> tuple[str, str]:
        """Return what the question means; nothing means the same as a question that was erased."""
        if event.personal is None:
            return "", ""
        meaning = self._service.consider(event.personal["question"]).meaning
        return ruled_meaning(meaning()) if meaning else ("", "")


def _answered(log: CitationLog, number: int, server: str | None) -> tuple[Event, Answered]:
    event = log.event(number)
    if not isinstance(event.detail, Answered) or server not in {None, event.server}:
        raise UnknownEventError(number)
    return event, event.detail


def _check(verdict: Verdict, retracted: Retracted, correction: Correction | None) -> None:
    if (verdict == "corrected") != (correction is not None):
        raise RulingError("A correction, and nothing else, says what is to be quoted.")
    if verdict == "retracted" and not retracted:
        raise RulingError("A retraction names the quotes or the versions that it takes back.")
    if verdict in {"upheld", "ignored"} and retracted:
        raise RulingError("Only a retraction or a correction takes something back.")


def _quote(detail: Answered, version: int, quote: int) -> LoggedQuote:
    if 0 <= version < len(detail.versions) and 0 <= quote < len(detail.versions[version].quotes):
        return detail.versions[version].quotes[quote]
    raise RulingError(f"The answer has no quote {quote + 1} in version {version + 1}.")


def _first_spans(detail: Answered, version: int) -> Sequence[Span]:
    return _spans(_quote(detail, version, 0))


def _spans(quote: LoggedQuote) -> list[Span]:
    return [Span(paragraph_id=quote.paragraph_id, start=start, end=end) for start, end in quote.highlights]
