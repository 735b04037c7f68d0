"""Leaves nothing in the database's files of rows that were removed.

A row outlives its removal in two places. Pages hold copies of it: in SQLite, `secure_delete` overwrites a row where
it was last, not where it was before its page was split; in PostgreSQL it stays until something else needs the room.
So what held it is written anew. And the write-ahead log holds it: SQLite's is truncated, which whoever reads delays;
PostgreSQL's only its operator can end. How far that has come is noted in the database, in the removal's own
transaction: what a killed process left undone the next one finishes.
"""

import sqlite3
import time
from contextlib import closing, suppress
from typing import Any

from sqlalchemy import Connection, Engine, func, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from bot.citation_log.tables import cited, head, parts, texts, words

_PAUSE = 0.05  # seconds
_REWRITTEN = (parts, words, cited, texts)
_DEAD = text(
    "SELECT sum(n_dead_tup) FROM pg_stat_user_tables "
    "WHERE relid IN ('parts'::regclass, 'words'::regclass, 'cited'::regclass, 'texts'::regclass)"
)


def mark(connection: Connection, number: int) -> None:
    """Note that the bytes of what event *number* removes are still there."""
    connection.execute(update(head).values(remains=-number))


def overwrite(engine: Engine, wait: float = 0, *, rewriting: bool = True) -> None:
    """Overwrite what is marked; what others are in the way of for *wait* seconds stays marked.

    Without *rewriting*, only SQLite's write-ahead log is truncated.
    """
    milliseconds = round(1000 * wait)
    with suppress(SQLAlchemyError, sqlite3.Error):
        if engine.dialect.name == "sqlite":
            with closing(engine.raw_connection()) as driver:
                _overwrite_sqlite(driver.cursor(), milliseconds, rewriting=rewriting)
        elif rewriting:
            with engine.connect() as connection:
                _overwrite_postgresql(
                    connection.execution_options(isolation_level="AUTOCOMMIT"), milliseconds
                )


def _overwrite_sqlite(cursor: Any, milliseconds: int, *, rewriting: bool) -> None:
    """Go on from where the mark says: below 0, the file is to be written anew; above, the log to be truncated."""
    marked = _value(cursor, "SELECT remains FROM head")
    if marked == 0 or (marked < 0 and not rewriting):
        return
    before = _value(cursor, "PRAGMA busy_timeout")
    cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
    replace = "UPDATE head SET remains = ? WHERE remains = ?"  # another removal's mark is not done yet
    try:
        if marked < 0:
            cursor.execute("VACUUM")
            cursor.execute(replace, (-marked, marked))
        if not _value(cursor, "PRAGMA wal_checkpoint(TRUNCATE)"):  # 1 where somebody was in the way
            cursor.execute(replace, (0, abs(marked)))
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {before}")


def _overwrite_postgresql(connection: Connection, milliseconds: int) -> None:
    marked = connection.scalar(select(head.c.remains))
    if not marked:
        return
    before = connection.scalar(text("SHOW lock_timeout"))
    connection.execute(
        select(func.set_config("lock_timeout", str(max(1, milliseconds)), False))
    )  # 0 is for ever
    try:
        if _seen_by_nobody(connection, milliseconds / 1000):  # what somebody sees would be written anew, too
            _vacuum(connection, "VACUUM (FULL)")
            connection.execute(update(head).where(head.c.remains == marked).values(remains=0))
    finally:
        connection.execute(select(func.set_config("lock_timeout", before, False)))


def _seen_by_nobody(connection: Connection, wait: float) -> bool:
    """Remove what no snapshot needs, and return whether that is all that was dead, after *wait* seconds at most.

    VACUUM sets the count of the dead to those that it had to leave. A session adds the rows that it deleted up to
    some seconds later, even after they are gone, so that a count above 0 is right only if the next one confirms it.
    """
    end = time.monotonic() + wait
    while True:
        _vacuum(connection, "VACUUM")
        if not connection.scalar(_DEAD):
            return True
        if time.monotonic() >= end:
            return False
        time.sleep(_PAUSE)


def _vacuum(connection: Connection, how: str) -> None:
    for table in _REWRITTEN:
        connection.execute(text(f"{how} {table.name}"))


def _value(cursor: Any, statement: str) -> int:
    return int(cursor.execute(statement).fetchone()[0])
