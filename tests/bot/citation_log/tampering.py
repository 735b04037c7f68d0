"""The way past Crosscite into the log's tables, row by row, and back."""

import sqlite3
from dataclasses import dataclass

TABLES = ("events", "parts", "cited", "words", "texts", "setbacks", "head")

Row = tuple[object, ...]


@dataclass(frozen=True)
class Tampering:
    """Changes single rows in an SQLite file; rows are told apart by all that is in them."""

    connection: sqlite3.Connection

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns."""
        return [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]

    def rows(self, table: str) -> list[Row]:
        """Return all rows of a table."""
        return self.connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name from above

    def change(self, table: str, row: Row, new: Row) -> bool:
        """Put *new* in the place of *row*; return False where the table itself refuses it."""
        values = ", ".join(f"{column} = ?" for column in self.columns(table))
        try:
            done = self.connection.execute(
                f"UPDATE {table} SET {values} WHERE {self._same(table)}",  # noqa: S608 - a name from above
                (*new, *row),
            )
        except sqlite3.IntegrityError:
            return False
        assert done.rowcount == 1
        return True

    def remove(self, table: str, row: Row) -> None:
        """Take *row* out."""
        done = self.connection.execute(f"DELETE FROM {table} WHERE {self._same(table)}", row)  # noqa: S608 - a name from above
        assert done.rowcount == 1

    def insert(self, table: str, row: Row) -> bool:
        """Put *row* in; return False where the table itself refuses it."""
        places = ", ".join("?" for _ in row)
        try:
            self.connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608 - a name from above
        except sqlite3.IntegrityError:
            return False
        return True

    def _same(self, table: str) -> str:
        return " AND ".join(f"{column} IS ?" for column in self.columns(table))
