r"""Words in SQLite's full-text index FTS5, ranked by its BM25.

Chosen by measurement, at 10,000 paragraphs (nDCG@10 on 37 judged questions over news of 1963):

    ================  =======  ===========  =======  ========  ======
    \                 nDCG@10  p50, a query  build   import    size
    ================  =======  ===========  =======  ========  ======
    FTS5, porter        0.689       2.5 ms   0.23 s     14 ms  5.8 MB
    FTS5, snowball      0.691       2.1 ms   0.98 s     18 ms  4.0 MB
    bm25s, snowball     0.675       1.3 ms   1.17 s    120 ms  5.0 MB
    tantivy, snowball   0.657       0.1 ms   0.68 s     25 ms  1.3 MB
    ================  =======  ===========  =======  ========  ======

It is the only one without a dependency, and the questions are cold as often as not: what bm25s saves in
a query it costs a hundred times over in its import of scipy. The price is 20 ms a query at 100,000
paragraphs, and at 10,000 11.5 MB with keys of 63 bits, which the table's small numbers do not have.
Endings matter (bm25s on questions over Wikipedia: nDCG@10 0.897 with stems, 0.870 without); stop words
change no ranking worth the name, but leaving them out saves four fifths of the time.
"""

import re
import threading
from collections.abc import Iterable
from pathlib import Path

from index.errors import StoreError
from index.stores.protocol import Hit
from index.stores.sqlite_file import open_read_only, written_once

# Combining marks belong to the word: "Maduro" in decomposed form must stay one word.
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
_MOST_WORDS = 64  # of a question of 10,000 characters; each is a term that FTS5 has to merge

# Lucene's English stop words and the question words: they are in nearly every paragraph or in none that
# answers, and FTS5 would read all their postings.
_STOP_WORDS = frozenset(
    """
    a an and are as at be but by for if in into is it no not of on or such that the their then there these
    they this to was will with who whom whose what which when where why how do does did has have had
    """.split()
)


class FtsStore:
    """A `LexicalStore` in one finished SQLite file."""

    def __init__(self, path: Path) -> None:
        self._connection = open_read_only(path)
        self._lock = threading.Lock()  # one connection serves one cursor at a time

    def __len__(self) -> int:
        """Return how many texts are stored."""
        with self._lock:
            return int(self._connection.execute("SELECT count(*) FROM words_docsize").fetchone()[0])

    def search(self, question: str, limit: int) -> list[Hit]:
        """Return the best; see the protocol."""
        query = _query(question)
        if not query or limit <= 0:
            return []
        sql = "SELECT rowid, -bm25(words) FROM words WHERE words MATCH ? ORDER BY bm25(words), rowid LIMIT ?"
        with self._lock:
            return [Hit(key, score) for key, score in self._connection.execute(sql, (query, limit))]

    def close(self) -> None:
        """Release the file."""
        self._connection.close()


def write_fts_store(path: Path, texts: Iterable[tuple[int, str]]) -> None:
    """Write one new file of texts by key, none of which may be given twice.

    Raises:
        OSError: the file cannot be written.
        StoreError: a key is given twice.
    """
    # The text itself is not stored again (content=''); accents are folded, English endings cut.
    tokenize = "porter unicode61 remove_diacritics 2"
    schema = f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{tokenize}')"
    rows = sorted(texts)  # by key: the index is made for appending (0.27 s instead of 0.71 at 10,000)
    if len({key for key, _ in rows}) != len(rows):  # FTS5 would take both and find neither by itself
        raise StoreError(f"{path.name}: two texts have one key.")
    with written_once(path, schema) as connection:
        connection.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", rows)
        connection.execute("INSERT INTO words(words) VALUES ('optimize')")


def _query(question: str) -> str:
    """Return *question* as FTS5 wants it: any of its words, each quoted, so that none is an operator."""
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(question)))
    telling = [word for word in words if word not in _STOP_WORDS] or words
    return " OR ".join(f'"{word}"' for word in telling[:_MOST_WORDS])
