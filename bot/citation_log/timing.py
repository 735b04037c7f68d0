"""Between moments and numbers: later events have higher numbers, but for a few that the clock was set back for."""

from sqlalchemy import Connection, func, select

from bot.citation_log.tables import events, setbacks

_FORWARD = events.c.number.not_in(select(setbacks.c.event))


def first_since(connection: Connection, at: int) -> int | None:
    """Return the number of the first event at *at* (microseconds since 1970) or later, None without one.

    It is no setback: an event later than all before it cannot be earlier than one of them.
    """
    chosen = select(events.c.number).where(events.c.at >= at, _FORWARD)
    return connection.scalar(chosen.order_by(events.c.at, events.c.number).limit(1))


def last_before(connection: Connection, at: int) -> int | None:
    """Return the number of the last event before *at* (microseconds since 1970), None without one."""
    chosen = select(events.c.number).where(events.c.at < at, _FORWARD)
    forward = connection.scalar(chosen.order_by(events.c.at.desc(), events.c.number.desc()).limit(1))
    moment = select(events.c.at).where(events.c.number == setbacks.c.event).scalar_subquery()
    back = connection.scalar(select(func.max(setbacks.c.event)).where(moment < at))
    return max((number for number in (forward, back) if number is not None), default=None)
