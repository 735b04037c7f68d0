"""What the log holds: one kind of event for each thing that can happen to an answer. Frozen, and free of I/O.

An event has its *detail*, which stays for good and holds no word of a member or of an article, and up to two
*parts* that may be erased later: what is personal, and what was quoted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from bot.citation_log.answered import Answered, FrozenDetail
from index.articles import ArticleDetails


class Kind(StrEnum):
    """What happened."""

    ANSWERED = "answered"  # an answer was found, and is about to be shown
    DELIVERED = "delivered"  # it was shown
    FAILED = "failed"  # it could not be shown
    REPORTED = "reported"  # a member says that something is wrong with it
    RULED = "ruled"  # a moderator decided
    CONFIGURED = "configured"  # a manager decided what holds in a server
    ERASED = "erased"  # a member's personal fields were removed
    EXPIRED = "expired"  # personal fields were removed because they were old enough
    PURGED = "purged"  # an article's text was removed


class Part(StrEnum):
    """What of an event may be erased."""

    PERSONAL = "personal"
    QUOTED = "quoted"


class Delivered(FrozenDetail):
    """Where an answer was shown, or a report put before moderators: the message's id, if it has one.

    ``channel`` is told where it is not the one that was asked in.
    """

    message: str | None = None
    channel: str | None = None


class Failed(FrozenDetail):
    """Why the answer could not be shown, in the program's words; ``unknown`` if it may have been all the same."""

    reason: str
    unknown: bool = False


Category = Literal["wrong_quote", "wrong_source", "not_a_disagreement", "missed_disagreement", "other"]
Verdict = Literal["upheld", "corrected", "retracted", "ignored"]


class Reported(FrozenDetail):
    """What a member says is wrong; their words are personal, and so is how to reach them."""

    category: Category


class Span(FrozenDetail):
    """Words of one paragraph, as a ruling names them."""

    paragraph_id: str
    start: int
    end: int


class Chosen(FrozenDetail):
    """What a moderator chose to be quoted: whole sentences of a paragraph, and the words in them that answer.

    ``article`` and ``version`` name the article as it was then; offsets are code points of the paragraph.
    """

    article: str
    version: str
    paragraph: int
    paragraph_id: str
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]


class Ruled(FrozenDetail):
    """A moderator's decision on an answer, on one report of it if ``report`` names that event.

    Correcting has ``chosen`` quoted, in place of what it withholds, if anything. Retracting takes ``withheld``
    quotes out of later answers to the same question, and no longer calls the pairs of ``unmarked`` a
    disagreement, as long as ``reader`` and the paragraphs stay what they were. What the same question is,
    ``form`` and ``meaning`` say: its analysis and its vector, base64 of signed bytes.
    """

    verdict: Verdict
    report: int | None = None
    reader: str
    form: str
    meaning: str
    withheld: tuple[Span, ...] = ()
    unmarked: tuple[tuple[Span, Span], ...] = ()
    chosen: Chosen | None = None


class ServerSettings(FrozenDetail):
    """What a manager decided for a server, all of it: the newest one holds. Ids are Discord's.

    Without ``channels`` questions are answered in all of them; ``private`` is what `/ask` is where nothing is
    said; ``editors`` and ``moderators`` are roles. The operator's days hold where ``keep_days`` is None.
    """

    channels: tuple[str, ...] = ()
    private: bool = False
    review_channel: str | None = None
    editors: tuple[str, ...] = ()
    moderators: tuple[str, ...] = ()
    keep_days: int | None = Field(default=None, ge=0)


class Erased(FrozenDetail):
    """The events that lost their personal part because a member asked for it."""

    records: tuple[int, ...]


class Expired(FrozenDetail):
    """Personal parts of events before ``before`` (microseconds since 1970, UTC) were removed.

    Where the event is of a server, those of that server alone.
    """

    before: int
    count: int


class Purged(FrozenDetail):
    """An article that was taken down: its versions, whose text is gone, and what quoted them: answers, corrections."""

    article: str
    versions: tuple[str, ...]
    records: tuple[int, ...]


Detail = Answered | Delivered | Failed | Reported | Ruled | ServerSettings | Erased | Expired | Purged

DETAILS: Mapping[Kind, type[Detail]] = {
    Kind.ANSWERED: Answered,
    Kind.DELIVERED: Delivered,
    Kind.FAILED: Failed,
    Kind.REPORTED: Reported,
    Kind.RULED: Ruled,
    Kind.CONFIGURED: ServerSettings,
    Kind.ERASED: Erased,
    Kind.EXPIRED: Expired,
    Kind.PURGED: Purged,
}
_KINDS = {detail: kind for kind, detail in DETAILS.items()}


@dataclass(frozen=True, slots=True)
class KeptText:
    """The text of one version of an article, kept as long as no takedown removes it."""

    version: str
    article: str
    details: ArticleDetails
    body: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is to be appended.

    ``about`` is the number of the answer that it concerns. ``person`` is the keyed hash of who caused it,
    ``personal`` what they said, ``quoted`` words of articles that the event needs, ``texts`` the articles cited.
    """

    detail: Detail
    about: int | None = None
    server: str | None = None
    outcome: str | None = None
    person: str | None = None
    personal: Mapping[str, Any] | None = None
    quoted: Mapping[str, Any] | None = None
    texts: tuple[KeptText, ...] = ()

    @property
    def kind(self) -> Kind:
        """What happened."""
        return _KINDS[type(self.detail)]


@dataclass(frozen=True, slots=True)
class Event:
    """An event as the log holds it; numbers count from 1 without a gap.

    A part that was erased, or never was, is None.
    """

    number: int
    at: datetime
    kind: Kind
    about: int | None
    server: str | None
    outcome: str | None
    detail: Detail
    hash: str
    person: str | None = None
    personal: Mapping[str, Any] | None = field(default=None)
    quoted: Mapping[str, Any] | None = field(default=None)
