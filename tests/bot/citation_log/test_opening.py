"""Opening: tables are made as they are described, those of a newer program are left alone."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.citation_log.opening import NEWEST, open_engine, writing
from bot.citation_log.tables import metadata
from bot.errors import LogUnavailableError


def test_migrations_make_what_is_described(empty_database: str) -> None:
    """Every table, column, type, key and index of `tables`, and no other, in each database."""
    engine = open_engine(empty_database)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
    engine.dispose()


def test_an_older_log_is_brought_up_to_date(database: str) -> None:
    """It keeps what it holds, and from then on an older program leaves it alone."""
    engine = open_engine(database)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    engine = open_engine(database)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
        assert connection.scalar(text("SELECT count FROM head")) == 0
    engine.dispose()


def test_a_newer_log_is_left_alone(database: str) -> None:
    """An older program says so, and changes nothing."""
    engine = open_engine(database)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LogUnavailableError) as caught:
        open_engine(database)
    assert caught.value.user_message == (
        "The citation log was written by a newer Crosscite (its tables are of 9999): install that one."
    )
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("mysql://somebody:secret@localhost/log", "is kept in SQLite or PostgreSQL, not in mysql: correct"),
        ("nonsense", "cannot be opened (Could not parse SQLAlchemy URL from given URL string): see"),
        ("postgresql+psycopg://nobody:secret@127.0.0.1:1/log", "cannot be opened ("),
        ("sqlite:////proc/no/log.db", "cannot be opened ("),
    ],
)
def test_a_place_that_is_none_is_told_in_one_line(url: str, line: str) -> None:
    """It names the setting, and never the password."""
    with pytest.raises(LogUnavailableError) as caught:
        open_engine(url)
    message = caught.value.user_message
    assert message.startswith(f"The citation log {line}")
    assert message.endswith("CROSSCITE_LOG_DATABASE.")
    assert "\n" not in message
    assert "secret" not in message


def test_sqlite_is_as_durable_as_promised(tmp_path: Path) -> None:
    """Written ahead, forced to the disk at every commit, erased bytes overwritten, references checked."""
    engine = open_engine(f"sqlite:///{tmp_path / 'log.db'}")
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    engine.dispose()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    """It stays as it is."""
    path = tmp_path / "log.db"
    path.write_text("This is a text, and no database at all. " * 200, encoding="ascii")
    with pytest.raises(LogUnavailableError, match=r"cannot be opened \(file is not a database\)"):
        open_engine(f"sqlite:///{path}")
    assert path.read_text(encoding="ascii").startswith("This is a text")
