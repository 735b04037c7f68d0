"""The evaluation data as it lies in its folder."""

import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EvaluationDataError
from bot.evaluation.data import evaluation_file, rows, thinned


def test_a_file_is_found_by_its_name(tmp_path: Path) -> None:
    """Without the folder, or without the file in it, there is none."""
    path = tmp_path / "dev" / "pairs.jsonl.xz"
    assert evaluation_file(None, "pairs") is None
    assert evaluation_file(tmp_path, "pairs") is None
    path.parent.mkdir()
    path.write_bytes(lzma.compress(b'{"a": "\xc3\xa9"}\n{"a": null, "b": 1}\n'))
    assert evaluation_file(tmp_path, "pairs") == path
    assert rows(path, "a") == [{"a": "é"}, {"a": None, "b": 1}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lzma.compress(b'{"a": 1}\n{"b": 1}\n'), ":2: the row has no a."),
        (lzma.compress(b"[]\n"), ":1: the row has no a."),
        (lzma.compress(b'{"a": 1}\n\n'), ":2: the line is not JSON (Expecting value"),
        (lzma.compress(b'{"a": "\xff"}\n'), ":1: the line is not JSON ("),
        (b"plain", "Cannot read the evaluation data in "),
        (lzma.compress(b'{"a": 1}\n' * 999)[:-9], "Cannot read the evaluation data in "),
        (None, "Cannot read the evaluation data in "),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    """The message holds the file, and the line where one is at fault."""
    path = tmp_path / "pairs.jsonl.xz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EvaluationDataError) as caught:
        rows(path, "a")
    assert message in caught.value.user_message
    assert str(path) in caught.value.user_message


@given(st.integers(0, 60), st.integers(1, 70))
def test_a_limit_spreads_over_the_whole_set(count: int, limit: int) -> None:
    """At most so many rows are kept, evenly apart from the first on, and no fewer than such steps allow."""
    kept = [row["n"] for row in thinned([{"n": n} for n in range(count)], limit)]
    step = max(1, -(-count // limit))
    assert kept == list(range(0, count, step))
    assert len(kept) <= limit


def test_without_a_limit_all_rows_are_kept() -> None:
    """A full measurement leaves nothing out."""
    assert thinned([{"n": 1}, {"n": 2}], None) == [{"n": 1}, {"n": 2}]
