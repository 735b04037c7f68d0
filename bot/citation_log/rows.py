"""Between events and rows: what goes into the hash, what into which table, and back. Pure."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from bot.citation_log.answered import Answered
from bot.citation_log.events import DETAILS, Draft, Event, KeptText, Kind, Part, Ruled
from bot.citation_log.sealing import canonical, chained, committed, new_salt
from index.articles import ArticleDetails, article_version

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"\w+")
_HASHED = ("number", "at", "kind", "about", "server", "outcome", "detail", "commitments")
_LONGEST_WORD = 64
_MOST_WORDS = 100  # of one question; it may be some hundred long


class EventRow(Protocol):
    """A row of the table `events`."""

    number: int
    at: int
    kind: str
    about: int | None
    server: str | None
    outcome: str | None
    detail: str
    commitments: str
    hash: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of the table `parts`, without the number of its event."""

    part: str
    salt: str
    person: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that one event puts into the database."""

    event: Mapping[str, Any]
    parts: Sequence[Mapping[str, Any]]
    cited: Sequence[Mapping[str, Any]]
    words: Sequence[Mapping[str, Any]]


def rows_of(draft: Draft, number: int, at: int, previous: str) -> Rows:
    """Return the rows of *draft* as event *number*, after an event whose hash was *previous*.

    Raises:
        ValueError: something in it has no JSON form.
    """
    parts = [
        PartRow(part.value, new_salt(), person, canonical(fields))
        for part, person, fields in (
            (Part.PERSONAL, draft.person, draft.personal),
            (Part.QUOTED, None, draft.quoted),
        )
        if fields is not None
    ]
    commitments = {part.part: committed(part.salt, part.person, part.body) for part in parts}
    event: dict[str, Any] = {
        "number": number,
        "at": at,
        "kind": draft.kind.value,
        "about": draft.about,
        "server": draft.server,
        "outcome": draft.outcome,
        "detail": canonical(draft.detail.model_dump()),
        "commitments": canonical(commitments),
    }
    event["hash"] = hash_of(previous, event)
    return Rows(
        event,
        [{"event": number, **_fields(part)} for part in parts],
        cited_rows(number, draft.detail),
        word_rows(number, draft.personal),
    )


def hash_of(previous: str, columns: Mapping[str, Any]) -> str:
    """Return the hash of an event from all its other columns and the hash of the event before it."""
    return chained(previous, canonical([columns[name] for name in _HASHED]))


def cited_rows(number: int, detail: object) -> list[dict[str, Any]]:
    """Return which article versions event *number* quotes."""
    cited: Sequence[tuple[str, str]] = ()
    if isinstance(detail, Answered):
        cited = detail.cited
    elif isinstance(detail, Ruled) and detail.chosen is not None:
        cited = ((detail.chosen.article, detail.chosen.version),)
    return [{"event": number, "version": version, "article": article} for article, version in cited]


def word_rows(number: int, personal: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Return the words that the question of event *number* is found by."""
    question = (personal or {}).get("question")
    found = search_words(question)[:_MOST_WORDS] if isinstance(question, str) else []
    return [{"word": word, "event": number} for word in found]


def search_words(text: str) -> list[str]:
    """Return the words of *text* as they are searched for: in small letters, none twice, sorted."""
    found = {word.casefold()[:_LONGEST_WORD] for word in _WORD.findall(text)}
    return sorted(word for word in found if word.isprintable())  # no lone surrogate, which no database takes


def event_of(row: EventRow, parts: Mapping[str, PartRow]) -> Event:
    """Put an event together from its row and what is left of its parts.

    Raises:
        ValueError: a column does not hold what was written there.
    """
    kind = Kind(row.kind)
    personal, quoted = parts.get(Part.PERSONAL), parts.get(Part.QUOTED)
    return Event(
        number=row.number,
        at=moment(row.at),
        kind=kind,
        about=row.about,
        server=row.server,
        outcome=row.outcome,
        detail=DETAILS[kind].model_validate_json(row.detail),
        hash=row.hash,
        person=personal.person if personal else None,
        personal=_object(personal.body) if personal else None,
        quoted=_object(quoted.body) if quoted else None,
    )


def commitments_of(row: EventRow) -> Mapping[str, Any]:
    """Return what an event was written with, by part.

    Raises:
        ValueError: the column does not hold what was written there.
    """
    return _object(row.commitments)


def text_row(text: KeptText) -> dict[str, Any]:
    """Return the row of a kept text; its body is JSON, which also takes what databases do not."""
    body = {"details": text.details.model_dump(mode="json"), "body": text.body}
    return {"version": text.version, "article": text.article, "body": canonical(body)}


def text_of(version: str, article: str, body: str) -> KeptText | None:
    """Return a kept text, None if it is not the one that *version* is the hash of."""
    try:
        held = json.loads(body)
        details = ArticleDetails.model_validate(held["details"])
        found = KeptText(version, article, details, held["body"])
        intact = article_version(details, found.body) == version and text_row(found)["body"] == body
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return found if intact else None


def microseconds(at: datetime) -> int:
    """Return a moment as microseconds since 1970, UTC."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(at: int) -> datetime:
    """Return microseconds since 1970 as a moment in UTC.

    Raises:
        ValueError: no calendar reaches that far.
    """
    try:
        return _EPOCH + timedelta(microseconds=at)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _object(body: str) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    return found


def _fields(part: PartRow) -> dict[str, Any]:
    return {"part": part.part, "salt": part.salt, "person": part.person, "body": part.body}
