"""What moderators' rulings come to: which reports are settled, and what of an answer still stands. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.answering.answers import Answer, Quote
from bot.citation_log.events import Event, Ruled, Span, Verdict

QuoteAt = tuple[int, int]  # version and quote, counted from 0


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What moderators' standing rulings make of an answer; empty where none takes anything back.

    ``struck`` are quotes that were taken back, ``unmarked`` pairs of versions that are no disagreement,
    ``corrections`` the events that chose other words, ``note`` what the last ruling said.
    """

    struck: frozenset[QuoteAt] = frozenset()
    unmarked: frozenset[tuple[int, int]] = frozenset()
    corrections: tuple[Event, ...] = ()
    verdict: Verdict | None = None
    at: datetime | None = None
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.struck or self.unmarked or self.corrections)


UNTOUCHED = Reviewed()


def verdict_of(ruling: Event) -> Verdict:
    """Return what a ruling decided."""
    assert isinstance(ruling.detail, Ruled)  # noqa: S101 - callers hand over rulings
    return ruling.detail.verdict


def settles(ruling: Event, report: Event) -> bool:
    """Whether a ruling decides a report: the one that it names, and all that were there on the same answer.

    Ignoring settles the one report alone: the next one may have a point.
    """
    assert isinstance(ruling.detail, Ruled)  # noqa: S101 - callers hand over rulings
    if ruling.about != report.about or ruling.number < report.number:
        return False
    return ruling.detail.report == report.number or ruling.detail.verdict != "ignored"


def settled_by(report: Event, rulings: Iterable[Event]) -> Event | None:
    """Return the first ruling that decided a report, None while it is open."""
    ordered = sorted(rulings, key=lambda ruling: ruling.number)
    return next((ruling for ruling in ordered if settles(ruling, report)), None)


def open_reports(reports: Iterable[Event], rulings: Sequence[Event]) -> list[Event]:
    """Return the reports that nobody has decided on, oldest first; one whose words are gone cannot be."""
    waiting = [report for report in reports if report.personal is not None]
    by_answer: dict[int | None, list[Event]] = {}
    for ruling in rulings:
        by_answer.setdefault(ruling.about, []).append(ruling)
    found = [one for one in waiting if settled_by(one, by_answer.get(one.about, ())) is None]
    return sorted(found, key=lambda report: report.number)


def standing(rulings: Iterable[Event]) -> list[Event]:
    """Return the rulings on one answer that still take something back: upholding it ends those before."""
    found: list[Event] = []
    for ruling in sorted(rulings, key=lambda one: one.number):
        if verdict_of(ruling) == "upheld":
            found = []
        elif verdict_of(ruling) in {"retracted", "corrected"}:
            found.append(ruling)
    return found


def reviewed_of(answer: Answer, rulings: Iterable[Event]) -> Reviewed:
    """Return what the *rulings* on an answer make of it."""
    still = standing(rulings)
    if not still:
        return UNTOUCHED
    details = [ruling.detail for ruling in still if isinstance(ruling.detail, Ruled)]
    withheld = [span for detail in details for span in detail.withheld]
    pairs = [pair for detail in details for pair in detail.unmarked]
    quotes = {
        (v, q): quote for v, version in enumerate(answer.versions) for q, quote in enumerate(version.quotes)
    }
    return Reviewed(
        frozenset(place for place, quote in quotes.items() if any(_meets(span, quote) for span in withheld)),
        frozenset(
            pair
            for pair in (answer.disagreement.pairs if answer.disagreement else ())
            if max(pair) < len(answer.versions) and any(_is_pair(answer, pair, ruled) for ruled in pairs)
        ),
        tuple(ruling for ruling in still if verdict_of(ruling) == "corrected"),
        verdict_of(still[-1]),
        still[-1].at,
        str((still[-1].personal or {}).get("note", "")),
    )


def _meets(span: Span, quote: Quote) -> bool:
    return span.paragraph_id == quote.paragraph.id and any(
        span.start < end and start < span.end for start, end in quote.highlights
    )


def _is_pair(answer: Answer, pair: tuple[int, int], ruled: tuple[Span, Span]) -> bool:
    first, second = (answer.versions[version].quotes[0] for version in pair)
    one, other = ruled
    return (_meets(one, first) and _meets(other, second)) or (_meets(one, second) and _meets(other, first))
