"""What moderators look at: reports that wait, answers with all that became of them, and how many there were."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.answering.answers import Answer, Quote, Source
from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Event, Kind, Ruled
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.citation_log.resolving import resolved
from bot.desk.access import is_private
from bot.desk.verdicts import Reviewed, open_reports, reviewed_of
from bot.errors import AnswerErasedError, DamagedQuoteError, UnknownEventError
from index.articles import number_paragraphs
from index.splitting import paragraph_spans

_ABOUT_ONE = 500  # events of a kind about one answer that are looked at, the newest


@dataclass(frozen=True, slots=True)
class Case:
    """An answer with its reports and rulings, oldest first; ``answer`` is None where its words were taken down.

    ``message`` and ``channel`` are where it was shown, None where that is not known.
    """

    event: Event
    answer: Answer | None
    reports: tuple[Event, ...]
    rulings: tuple[Event, ...]
    message: str | None
    channel: str | None

    @property
    def reviewed(self) -> Reviewed:
        """What the rulings make of the answer."""
        return reviewed_of(self.answer, self.rulings) if self.answer else Reviewed()

    @property
    def waiting(self) -> list[Event]:
        """The reports that nobody has decided on."""
        return open_reports(self.reports, self.rulings)

    @property
    def question(self) -> str:
        """What was asked; empty once it was erased."""
        return str((self.event.personal or {}).get("question", ""))

    @property
    def is_private(self) -> bool:
        """Whether the answer was for its asker's eyes."""
        return is_private(self.event)

    def report(self, number: int) -> Event | None:
        """Return one of the reports."""
        return next((one for one in self.reports if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Counts:
    """What happened in a server since some moment."""

    outcomes: Mapping[str, int]
    reports: int
    waiting: int
    verdicts: Mapping[str, int]


class CasesDesk:
    """Looks things up for the moderators of one server; what is another server's is to them as if it were not there."""

    def __init__(self, log: CitationLog) -> None:
        self._log = log

    def case(self, number: int, server: str) -> Case:
        """Return an answer, by its own number or by that of a report on it.

        A private answer is a case only once somebody reported it: that lets moderators look.

        Raises:
            UnknownEventError: the server has no such answer.
            LogUnavailableError: the log cannot be read.
        """
        event = self._log.event(number)
        if event.kind in {Kind.REPORTED, Kind.RULED} and event.server == server and event.about is not None:
            event = self._log.event(event.about)
        if not isinstance(event.detail, Answered) or event.server != server:
            raise UnknownEventError(number)
        # Each kind by itself: however many reports there are, they hide no ruling and not where it was shown.
        reports = self._about(event.number, Kind.REPORTED)
        if is_private(event) and not reports:
            raise UnknownEventError(number)
        deliveries = [one.detail for one in self._about(event.number, Kind.DELIVERED)]
        shown = next((one for one in deliveries if isinstance(one, Delivered)), None)
        return Case(
            event,
            self._answer(event),
            reports,
            self._about(event.number, Kind.RULED),
            shown.message if shown else None,
            event.detail.channel,
        )

    def queue(self, server: str) -> list[Event]:
        """Return the reports that nobody has decided on, oldest first.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        found = list(in_pages(self._log, Query(kinds=(Kind.REPORTED, Kind.RULED), server=server)))
        reports = [event for event in found if event.kind is Kind.REPORTED]
        return open_reports(reports, [event for event in found if event.kind is Kind.RULED])

    def search(self, server: str, words: str, most: int) -> list[Event]:
        """Return the newest answers whose questions hold all *words*; private ones only if they were reported.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        found: list[Event] = []
        for event in in_pages(self._log, Query(kinds=(Kind.ANSWERED,), server=server, words=words), 100):
            if event.personal is not None and (not is_private(event) or self._is_reported(event)):
                found.append(event)
            if len(found) >= most:
                break
        return found

    def counts(self, server: str, since: datetime) -> Counts:
        """Count questions, reports and rulings since some moment, and what waits now.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        kinds = (Kind.ANSWERED, Kind.REPORTED, Kind.RULED)
        found = list(in_pages(self._log, Query(kinds=kinds, server=server, since=since)))
        answered = [event for event in found if event.kind is Kind.ANSWERED]
        return Counts(
            Counter(event.outcome or "" for event in answered),
            sum(event.kind is Kind.REPORTED for event in found),
            len(self.queue(server)),
            Counter(event.detail.verdict for event in found if isinstance(event.detail, Ruled)),
        )

    def chosen(self, ruling: Event) -> tuple[Quote, Source] | None:
        """Return what a correction had quoted, from the log alone; None where it was taken down since.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        choice = ruling.detail.chosen if isinstance(ruling.detail, Ruled) else None
        kept = self._log.text(choice.version) if choice else None
        if choice is None or kept is None:
            return None
        texts = (kept.body[start:end] for start, end in paragraph_spans(kept.body))
        paragraph = number_paragraphs(choice.article, texts)[choice.paragraph - 1]
        if paragraph.id != choice.paragraph_id:
            raise DamagedQuoteError(choice.article, choice.paragraph)
        source = Source(choice.article, kept.details, (ruling.quoted or {}).get("dateline"))
        return Quote(paragraph, choice.start, choice.end, choice.highlights, 0), source

    def card_of(self, report: int) -> tuple[str, str] | None:
        """Return channel and message in which a report was put before the moderators, None if it was in none.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        for event in self._log.find(Query(kinds=(Kind.DELIVERED,), about=report), 1):
            if isinstance(event.detail, Delivered) and event.detail.channel and event.detail.message:
                return event.detail.channel, event.detail.message
        return None

    def _about(self, number: int, kind: Kind) -> tuple[Event, ...]:
        """Return what there is of a kind about an event, oldest first."""
        return tuple(self._log.find(Query(kinds=(kind,), about=number), _ABOUT_ONE)[::-1])

    def _answer(self, event: Event) -> Answer | None:
        try:
            return resolved(event, self._log.text)
        except AnswerErasedError:
            return None

    def _is_reported(self, event: Event) -> bool:
        return bool(self._log.find(Query(kinds=(Kind.REPORTED,), about=event.number), 1))


def question_of(event: Event) -> str:
    """Return what was asked, on one line; empty once it was erased."""
    return " ".join(str((event.personal or {}).get("question", "")).split())
