"""Which events a query describes, as SQL that stops as soon as it has enough of them.

What narrows most leads: its index holds the numbers in order, so that the newest come first and nothing is sorted;
the rest is looked up event by event, and written so that no other index tempts the planner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, exists, false, func, not_, select

from bot.citation_log.events import Kind
from bot.citation_log.protocol import Query
from bot.citation_log.rows import microseconds, search_words
from bot.citation_log.tables import cited, events, parts, words
from bot.citation_log.timing import first_since, last_before

_COMMON = 5_000  # of what more events have than this, none is said to narrow more than another
_SETTLING = (Kind.DELIVERED.value, Kind.FAILED.value)

Chosen = Select[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Condition:
    """That *column* has one of *values*; *number* is the column of its table that holds the event's number."""

    column: Column[Any]
    number: Column[int]
    values: Sequence[object]

    def leads(self) -> ColumnElement[bool]:
        """Return the condition as the column's index answers it."""
        return self.column == self.values[0] if len(self.values) == 1 else self.column.in_(self.values)

    def holds(self) -> ColumnElement[bool]:
        """Return the condition on an event that another one has led to."""
        if self.column.table is events:
            return _unindexed(self.column).in_(self.values)
        other = self.column.table.alias()
        same = other.c[self.number.name] == events.c.number
        return exists().where(same, other.c[self.column.name].in_(self.values))


@dataclass(frozen=True, slots=True)
class _Range:
    """The numbers from *first* on, before *end*."""

    first: int | None
    end: int | None

    def holds(self, number: Column[int]) -> list[ColumnElement[bool]]:
        """Return the condition that *number* is one of them."""
        found = [] if self.first is None else [number >= self.first]
        return found if self.end is None else [*found, number < self.end]


def matching(connection: Connection, query: Query) -> Chosen:
    """Return the rows of the events that *query* describes, newest first."""
    conditions = list(_conditions(query))
    numbers = _numbers(connection, query)
    if numbers is None or not all(condition.values for condition in conditions):
        return select(events).where(false())
    chosen, number = select(events), events.c.number
    leading = _narrowest(connection, conditions, numbers)
    if leading is not None:
        number = leading.number
        if number.table is not events:
            chosen = chosen.join(number.table, number == events.c.number)
        chosen = chosen.where(leading.leads())
    chosen = chosen.where(*numbers.holds(number))
    chosen = chosen.where(*(one.holds() for one in conditions if one is not leading), *_others(query))
    return chosen.order_by(number.desc())


def _conditions(query: Query) -> Iterator[_Condition]:
    """Yield what there is an index for; of several that many events meet, the first will lead."""
    for word in search_words(query.words):
        yield _Condition(words.c.word, words.c.event, (word,))
    for column, number, wanted in (
        (cited.c.article, cited.c.event, query.article),
        (parts.c.person, parts.c.event, query.person),
        (events.c.about, events.c.number, query.about),
        (events.c.server, events.c.number, query.server),
        (events.c.outcome, events.c.number, query.outcome),
    ):
        if wanted is not None:
            yield _Condition(column, number, (wanted,))
    kinds = {kind.value for kind in query.kinds}
    if query.unsettled or query.words or query.article is not None or query.outcome is not None:
        kinds = (kinds or {Kind.ANSWERED.value}) & {Kind.ANSWERED.value}  # nothing else has any of these
    if kinds or query.kinds:
        yield _Condition(events.c.kind, events.c.number, sorted(kinds))


def _numbers(connection: Connection, query: Query) -> _Range | None:
    """Return the numbers that the time and the page leave, None where there are none."""
    first, end = None, query.before
    if query.since is not None:
        first = first_since(connection, microseconds(query.since))
        if first is None:
            return None
    if query.until is not None:
        last = last_before(connection, microseconds(query.until))
        if last is None:
            return None
        end = last + 1 if end is None else min(end, last + 1)
    return _Range(first, end)


def _narrowest(
    connection: Connection, conditions: Sequence[_Condition], numbers: _Range
) -> _Condition | None:
    """Return the condition that the fewest events meet; one with several values leads only if it is rare."""

    def count(condition: _Condition) -> int:
        some = select(condition.number).where(condition.leads(), *numbers.holds(condition.number))
        return connection.execute(
            select(func.count()).select_from(some.limit(_COMMON).subquery())
        ).scalar_one()

    if not conditions or (len(conditions) == 1 and len(conditions[0].values) == 1):
        return conditions[0] if conditions else None
    counts = [count(condition) for condition in conditions]
    fewest, place = min((found, place) for place, found in enumerate(counts))
    return None if len(conditions[place].values) > 1 and fewest >= _COMMON else conditions[place]


def _others(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield _unindexed(events.c.at) >= microseconds(query.since)
    if query.until is not None:
        yield _unindexed(events.c.at) < microseconds(query.until)
    if query.unsettled:
        later = events.alias()
        yield not_(exists().where(later.c.about == events.c.number, later.c.kind.in_(_SETTLING)))


def _unindexed(column: Column[Any]) -> ColumnElement[Any]:
    """Return what has the column's value, but is not what an index is on."""
    return column + 0 if column in {events.c.at, events.c.about} else column.concat("")
