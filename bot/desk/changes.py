"""What a newer index changes: which answers of the last days would come out differently, and which gaps are closed.

Private questions are left out, and so is whose question it was: editors are told in a channel.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime

from bot.answering.answers import Answer, Outcome
from bot.answering.service import AnswerService
from bot.citation_log.answered import Answered
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import CitationLog, Query, in_pages
from bot.citation_log.resolving import resolved
from bot.desk.access import is_public
from bot.desk.gaps import grouped
from bot.desk.rulings import Rulings
from bot.errors import AnswerErasedError, DamagedQuoteError

OTHER_QUOTES = "other_quotes"
_SHOWN_AS_ANSWER = {Outcome.ANSWERED, Outcome.DISPUTED}


@dataclass(frozen=True, slots=True)
class Differing:
    """A question that would be answered differently now: its outcome before and now."""

    question: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A gap that the new index closes, and how often it was asked."""

    question: str
    asked: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What the editors of one server are told; ``of`` questions there were, ``looked_at`` were asked again."""

    differing: tuple[Differing, ...] = ()
    closed: tuple[Closed, ...] = ()
    looked_at: int = 0
    of: int = 0


@dataclass
class Asked:
    """One wording of a question, asked once or more: the events, newest first."""

    events: list[Event] = field(default_factory=list)

    @property
    def question(self) -> str:
        """As it was worded last."""
        return str((self.events[0].personal or {})["question"])


def asked_since(log: CitationLog, server: str, since: datetime) -> list[Asked]:
    """Return the questions that were asked openly in *server*, each wording once, the newest first.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    found: dict[str, Asked] = {}
    for event in in_pages(log, Query(kinds=(Kind.ANSWERED,), server=server, since=since)):
        if event.personal is not None and is_public(event):
            wording = " ".join(str(event.personal["question"]).split()).casefold()
            found.setdefault(wording, Asked()).events.append(event)
    return list(found.values())


def changes(
    log: CitationLog,
    service: AnswerService,
    asked: Sequence[Asked],
    *,
    server: str,
    touched: Set[str],
    may_go_on: Callable[[], bool] = lambda: True,
) -> Changes:
    """Ask the questions again that articles of *touched* could bear on, as long as *may_go_on* says so.

    *touched* were added, changed or removed. What is compared is the last answer that was not from the new index
    already, as it was shown at the time: that is what the member remembers.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    rulings = Rulings(log)
    heeded = rulings.until(rulings.newest(), server)
    differing: list[Differing] = []
    closed: list[Event] = []
    looked_at = 0
    for one in asked:
        if not may_go_on():
            break
        looked_at += 1
        before = [event for event in one.events if not _is_of(event, service.index.version)]
        if not before or not _may_differ(before[0], one.question, service, touched):
            continue
        event = before[0]
        now = service.consider(one.question, heeded).answer
        if event.outcome == Outcome.NOT_IN_SOURCES and now.outcome in _SHOWN_AS_ANSWER:
            closed += [each for each in before if each.outcome == Outcome.NOT_IN_SOURCES]
        elif (told := _difference(event, now, log)) is not None:
            differing.append(Differing(one.question, *told))
    gaps = [Closed(words(group[0]), len(group)) for group in grouped(closed, service.index.embedder)]
    gaps.sort(key=lambda gap: (-gap.asked, gap.question))
    return Changes(tuple(differing), tuple(gaps), looked_at, len(asked))


def words(event: Event) -> str:
    """Return the question of an event, on one line."""
    return " ".join(str((event.personal or {}).get("question", "")).split())


def _is_of(event: Event, version: str) -> bool:
    return isinstance(event.detail, Answered) and event.detail.index_version == version


def _may_differ(event: Event, question: str, service: AnswerService, touched: Set[str]) -> bool:
    """Whether a touched article was read for the answer, or would be now."""
    detail = event.detail
    if not isinstance(detail, Answered) or not question.strip():
        return False
    if any(name in touched for name, _ in detail.articles):
        return True
    reach = max(2 * len(detail.retrieved), 1)
    return any(one.paragraph.article_id in touched for one in service.index.search(question, reach))


def _difference(event: Event, now: Answer, log: CitationLog) -> tuple[str, str] | None:
    """Return the outcome before and now if what is shown differs; related passages do not count."""
    before = str(event.outcome)
    if before != now.outcome:
        return before, now.outcome.value
    if now.outcome not in _SHOWN_AS_ANSWER:
        return None
    try:
        shown = _quotes(resolved(event, log.text))
    except (AnswerErasedError, DamagedQuoteError):  # taken down since, which is told elsewhere
        return None
    return None if shown == _quotes(now) else (before, OTHER_QUOTES)


def _quotes(answer: Answer) -> set[tuple[str, str, str | None]]:
    return set(_shown(answer))


def _shown(answer: Answer) -> Iterable[tuple[str, str, str | None]]:
    for version in answer.versions:
        for quote in version.quotes:
            yield quote.paragraph.article_id, quote.text, version.value
