"""Leaves nothing in SQLite's files of rows that were removed.

Two things outlive a row there. The write-ahead log holds it until it is truncated, which whoever reads delays.
And pages hold copies of rows that were moved to other pages: `secure_delete` overwrites a row where it was last,
not where it was before; so the whole file is written anew. How far that has come is noted in the database, as its
`user_version`, in the removal's own transaction: what a killed process left undone the next one finishes.

PostgreSQL takes its own time (vacuum, then the recycling of its log).
"""

import sqlite3
from contextlib import closing, suppress
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError


def mark(connection: Connection, number: int) -> None:
    """Note that the bytes of what event *number* removes are still there."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {-number}")


def overwrite(engine: Engine, wait: float = 0, *, rewriting: bool = True) -> None:
    """Overwrite what is marked; what others are in the way of for *wait* seconds stays marked.

    Without *rewriting*, the file is left as it is and only the write-ahead log is truncated.
    """
    if engine.dialect.name != "sqlite":
        return
    with suppress(SQLAlchemyError, sqlite3.Error), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        marked = _value(cursor, "user_version")
        if marked > 0 or (marked < 0 and rewriting):
            patience = _value(cursor, "busy_timeout")
            cursor.execute(f"PRAGMA busy_timeout = {round(1000 * wait)}")
            try:
                _overwrite(cursor, marked)
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {patience}")


def _overwrite(cursor: Any, marked: int) -> None:
    """Go on from where the mark says: below 0, the file is to be rewritten; above, the log to be truncated."""
    if marked < 0:
        cursor.execute("VACUUM")
        _replace_mark(cursor, marked, -marked)
    (busy, *_), *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if not busy:
        _replace_mark(cursor, abs(marked), 0)


def _replace_mark(cursor: Any, old: int, new: int) -> None:
    """Set the mark, unless another removal has set it meanwhile: that one is not done yet."""
    cursor.execute("BEGIN IMMEDIATE")
    if _value(cursor, "user_version") == old:
        cursor.execute(f"PRAGMA user_version = {new}")
    cursor.execute("COMMIT")


def _value(cursor: Any, pragma: str) -> int:
    return int(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
