"""Opens the log's database, SQLite or PostgreSQL, and brings its tables up to date."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.citation_log.overwriting import overwrite
from bot.errors import LogUnavailableError

NEWEST = "0002"  # of migrations/versions
WRITING = {"crosscite_writing": True}  # execution options of a connection that is going to write
_PATIENCE = 30  # seconds to wait for another process that writes
_AT_ONCE = 1_000  # parameters in one statement; SQLite takes 32,766, PostgreSQL 65,535
_MIGRATION_LOCK = 6_220_417  # any number that nothing else in the database locks


def open_engine(url: str, patience: float = _PATIENCE) -> Engine:
    """Open the database that *url* names, make what is missing, and return it ready for use.

    Whoever writes waits *patience* seconds for others that do.

    Raises:
        LogUnavailableError: it cannot be reached, or was written by a newer Crosscite.
    """
    try:
        place = make_url(url)
        _check_kind(place)
        if place.get_backend_name() == "sqlite" and place.database:
            Path(place.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(place, **_options(place, patience))
        if place.get_backend_name() == "sqlite":
            event.listen(engine, "connect", partial(_prepare_sqlite, place, patience))
            event.listen(engine, "begin", _begin_sqlite)
        else:
            event.listen(engine, "connect", partial(_prepare_postgresql, patience))
        with ExitStack() as otherwise:
            otherwise.callback(engine.dispose)
            _bring_up_to_date(engine, place, patience)
            overwrite(engine)
            otherwise.pop_all()
    except (ArgumentError, SQLAlchemyError, OSError, ImportError, UnicodeError) as error:
        raise LogUnavailableError.opening(error) from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes; on SQLite it waits here until it is the only one.

    Raises:
        LogUnavailableError: what was written could not be kept, and nothing of it was.
    """
    try:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            yield connection
    except (SQLAlchemyError, UnicodeError) as error:
        raise LogUnavailableError.writing(error) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that reads, all of it from one state of the database.

    Raises:
        LogUnavailableError: the database cannot be read.
    """
    try:
        with engine.connect() as connection:
            if engine.dialect.name != "sqlite":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
    except (SQLAlchemyError, UnicodeError) as error:
        raise LogUnavailableError.reading(error) from error


def in_batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield *numbers* in parts that one statement takes as parameters."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def _check_kind(place: URL) -> None:
    if place.get_backend_name() not in {"sqlite", "postgresql"}:
        raise LogUnavailableError(
            f"The citation log is kept in SQLite or PostgreSQL, not in {place.get_backend_name()}: "
            "correct CROSSCITE_LOG_DATABASE."
        )


def _options(place: URL, patience: float) -> dict[str, Any]:
    if place.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": patience}}
    return {"pool_pre_ping": True, "connect_args": {"connect_timeout": 10}}


def _prepare_sqlite(place: URL, patience: float, connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        with _locked(place, patience):  # two that change it at once do not wait for each other, but fail
            connection.execute("PRAGMA journal_mode = WAL")
    for pragma in (
        "synchronous = FULL",  # what was committed outlives a power cut
        "secure_delete = ON",  # erased bytes are overwritten
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(patience: float, connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {round(1000 * patience)}")  # milliseconds; without it, for ever
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("crosscite_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, place: URL, patience: float) -> None:
    if _is_up_to_date(engine):
        return
    with _alone(engine, place, patience):
        if not _is_up_to_date(engine):  # nobody else did it meanwhile
            _upgrade(engine)


def _is_up_to_date(engine: Engine) -> bool:
    with engine.connect() as connection:
        found = _revision(connection)
    if found is not None and found > NEWEST:
        raise LogUnavailableError(
            f"The citation log was written by a newer Crosscite (its tables are of {found}): install that one."
        )
    return found == NEWEST


def _upgrade(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - 0.2 s, when tables are made or changed only
    from alembic.config import Config  # noqa: PLC0415 - slow to load, too

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


@contextmanager
def _alone(engine: Engine, place: URL, patience: float) -> Iterator[None]:
    """Keep other processes from making the same tables at the same time."""
    if engine.dialect.name == "sqlite":
        with _locked(place, patience):
            yield
        return
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _MIGRATION_LOCK})


@contextmanager
def _locked(place: URL, patience: float) -> Iterator[None]:
    """Hold the lock beside an SQLite file; what is kept in memory has none."""
    if not place.database:
        yield
        return
    with FileLock(f"{place.database}.lock", timeout=patience):
        yield
