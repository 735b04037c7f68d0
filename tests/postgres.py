"""A real PostgreSQL for tests, out of the `pgserver` wheel: one server for a run, a fresh database for a test."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from tempfile import mkdtemp

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url


class NoPostgresError(Exception):
    """PostgreSQL cannot be started here."""


@dataclass(frozen=True)
class Postgres:
    """A server that runs, who administers it, and where all its files are."""

    admin: Engine
    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @contextmanager
    def fresh_database(self, template: str = "template1") -> Iterator[str]:
        """Make a database like *template*, give its URL, and drop it with whoever is still connected."""
        name = f"test_{next(self._numbers)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return self.admin.url.set(database=name).render_as_string(hide_password=False)

    def drop_old_log(self) -> None:
        """Do what the runbook has an operator do, to leave nothing in the write-ahead log of what was erased."""
        for statement in (
            "ALTER SYSTEM SET wal_recycle = off",
            "SELECT pg_reload_conf()",
            "SELECT pg_switch_wal()",
            "CHECKPOINT",
        ):
            self._do(statement)

    def _do(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Start a server in a folder of its own, and remove both afterwards.

    Raises:
        NoPostgresError: it cannot be started.
    """
    folder = mkdtemp(prefix="crosscite-pg-")  # short: a socket's path has 107 bytes
    try:
        with warnings.catch_warnings():
            # platformdirs says so while pgserver is imported; the socket lies in our folder.
            warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")
            import pgserver  # noqa: PLC0415 - where it is missing, tests of PostgreSQL alone are skipped

        server = pgserver.get_server(folder, cleanup_mode="delete")
        place = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    except (ImportError, OSError, SubprocessError, RuntimeError, AssertionError) as error:
        raise NoPostgresError(f"{type(error).__name__}: {error}") from error
    admin = create_engine(place, isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text("ALTER SYSTEM SET fsync = off"))  # no test cuts the power
            connection.execute(text("ALTER SYSTEM SET autovacuum = off"))  # and none is to meet it by chance
            # Long before a test looks for what is left: the server takes new settings up in its own time, and a
            # segment that was recycled meanwhile keeps its old content under a name that is still to come.
            connection.execute(text("ALTER SYSTEM SET wal_recycle = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield Postgres(admin, Path(folder))
    finally:
        admin.dispose()
        server.cleanup()
