"""The log's rulings in the form that answering heeds; a server's rulings hold there, the operator's everywhere."""

from base64 import b64decode, b64encode

from bot.answering import rulings as answering
from bot.citation_log.events import Chosen, Event, Kind, Ruled, Span
from bot.citation_log.protocol import CitationLog, Query, in_pages


class Rulings:
    """The rulings in *log*; read again when there is a newer one, whichever process wrote it."""

    def __init__(self, log: CitationLog) -> None:
        self._log = log
        self._read: tuple[int, list[Event]] = (0, [])

    def newest(self) -> int:
        """Return the number of the newest ruling, 0 if there is none.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        found = self._log.find(Query(kinds=(Kind.RULED,)), 1)
        return found[0].number if found else 0

    def until(self, number: int, server: str | None) -> list[answering.Ruling]:
        """Return what holds in *server* of the rulings up to event *number*.

        Retractions and corrections of one answer add up; upholding it ends those before.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        known, events = self._read
        if known < number:
            events = list(in_pages(self._log, Query(kinds=(Kind.RULED,))))[::-1]
            self._read = (max(number, events[-1].number if events else 0), events)
        standing: list[tuple[int | None, Ruled]] = []
        for event in events:
            ruled = event.detail
            if event.number > number or event.server not in {None, server} or not isinstance(ruled, Ruled):
                continue
            if ruled.verdict == "upheld":
                standing = [other for other in standing if other[0] != event.about]
            elif ruled.verdict in {"retracted", "corrected"}:
                standing.append((event.about, ruled))
        return [_ruling(ruled) for _, ruled in standing]


def ruled_meaning(meaning: answering.Meaning) -> tuple[str, str]:
    """Return a meaning as an event holds it: its form, and its vector in base64."""
    return meaning.form, b64encode(meaning.vector).decode("ascii")


def _ruling(detail: Ruled) -> answering.Ruling:
    return answering.Ruling(
        detail.reader,
        answering.Meaning(detail.form, b64decode(detail.meaning)),
        tuple(map(_span, detail.withheld)),
        tuple((_span(one), _span(other)) for one, other in detail.unmarked),
        None if detail.chosen is None else _choice(detail.chosen),
    )


def _choice(chosen: Chosen) -> answering.Choice:
    start, end = chosen.highlights[0]
    return answering.Choice(
        chosen.article,
        answering.Span(chosen.paragraph_id, chosen.start, chosen.end),
        answering.Span(chosen.paragraph_id, start, end),
    )


def _span(span: Span) -> answering.Span:
    return answering.Span(span.paragraph_id, span.start, span.end)
