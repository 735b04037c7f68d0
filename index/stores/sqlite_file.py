"""SQLite files that are written once and then only read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreError


@contextmanager
def written_once(path: Path, schema: str) -> Iterator[sqlite3.Connection]:
    """Create *path* with *schema* and commit at the end.

    There is no journal: the file is new, nobody reads it before it is whole, and whoever builds it
    syncs it to the disk.

    Raises:
        OSError: the file cannot be written.
        StoreError: two rows have one key.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {schema}; BEGIN")
            yield connection
            connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise StoreError(f"{path.name}: two entries have one key ({error}).") from error
    except sqlite3.OperationalError as error:
        raise OSError(f"{error} ({path.name})") from error


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a finished file for reading, from any thread, without locks or side files.

    Raises:
        StoreError: the file is missing or no SQLite database.
    """
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"{path} is not a readable store: {error}.") from error
    return connection
