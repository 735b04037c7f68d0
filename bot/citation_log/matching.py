"""Which events a query describes, as SQL that stops as soon as it has enough of them.

What narrows most leads: its index holds the numbers in order, so that the newest come first and nothing is
sorted; the rest is looked up event by event.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from bot.citation_log.protocol import Query
from bot.citation_log.rows import microseconds, search_words
from bot.citation_log.tables import cited, events, parts, words

_COMMON = 5_000  # words in more questions than this are not told apart

Chosen = Select[tuple[object, ...]]


def matching(connection: Connection, query: Query) -> Chosen:
    """Return the rows of the events that *query* describes, newest first."""
    wanted = _rarest_first(connection, search_words(query.words))
    conditions = [words.c.word == word for word in wanted]
    if query.article is not None:
        conditions.append(cited.c.article == query.article)
    if query.person is not None:
        conditions.append(parts.c.person == query.person)
    chosen, number = select(events), events.c.number
    if conditions:
        leading = conditions[0].left.table
        number = leading.c.event
        chosen = chosen.join(leading, number == events.c.number).where(conditions[0])
    chosen = chosen.where(*(_also(condition) for condition in conditions[1:]), *_plain(query))
    if query.before is not None:
        chosen = chosen.where(number < query.before)
    return chosen.order_by(number.desc())


def _also(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return whether an event has another row, too, that *condition* describes."""
    table = condition.left.table.alias()
    column = table.c[condition.left.name]
    return exists().where(table.c.event == events.c.number, column == condition.right)


def _plain(query: Query) -> list[ColumnElement[bool]]:
    found = [
        column == wanted
        for column, wanted in (
            (events.c.server, query.server),
            (events.c.outcome, query.outcome),
            (events.c.about, query.about),
        )
        if wanted is not None
    ]
    if len(query.kinds) == 1:  # an index holds those of one kind in order
        found.append(events.c.kind == query.kinds[0].value)
    elif query.kinds:
        found.append(events.c.kind.in_([kind.value for kind in query.kinds]))
    if query.since is not None:
        found.append(events.c.at >= microseconds(query.since))
    if query.until is not None:
        found.append(events.c.at < microseconds(query.until))
    return found


def _rarest_first(connection: Connection, wanted: Sequence[str]) -> list[str]:
    def found(word: str) -> int:
        some = select(words.c.event).where(words.c.word == word).limit(_COMMON).subquery()
        return connection.execute(select(func.count()).select_from(some)).scalar_one()

    return sorted(wanted, key=found) if len(wanted) > 1 else list(wanted)
