"""Rows are read as they are written, and a fault is told with its place."""

from pathlib import Path

import pytest

from bot.answering.reader.training.rows import read_pairs, read_questions
from tests.bot.answering.reader.training.invented_rows import (
    NAMES,
    pair_rows,
    question_rows,
    write_file,
    write_rows,
)


def test_rows_are_read_in_file_order(tmp_path: Path) -> None:
    """The order of rows is part of what a seed draws."""
    write_rows(tmp_path)
    assert {kind: read_questions(tmp_path, kind) for kind in NAMES} == question_rows()
    assert read_pairs(tmp_path) == pair_rows()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"question": "Who?", "context": "Ana."}, "KeyError('answers')"),
        ({"question": None, "context": "Ana.", "answers": []}, "AttributeError"),
        ({"question": "Who?", "context": "Ana.", "answers": [{"text": "Ana", "start": 1}]}, "does not stand"),
        ({"question": "Who?", "context": "Ana.", "answers": [{"text": "Ana", "start": None}]}, "TypeError"),
        (["Who?"], "TypeError"),
    ],
)
def test_faulty_row_is_named_by_file_and_line(tmp_path: Path, row: dict[str, object], fault: str) -> None:
    """One wrong row among many thousands is found by its number."""
    sound = {"question": "Who?", "context": "Ana.", "answers": [{"text": "Ana", "start": 0}]}
    write_file(tmp_path / "qa_qed.jsonl.xz", [sound, row])
    with pytest.raises(ValueError, match=r"qa_qed\.jsonl\.xz, line 2, is not of the form") as caught:
        read_questions(tmp_path, "search")
    assert fault in str(caught.value)


def test_cut_off_file_is_told_from_a_short_one(tmp_path: Path) -> None:
    """Half a download is not trained on as if it were all."""
    write_rows(tmp_path)
    path = tmp_path / "nli.jsonl.xz"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ValueError, match=r"nli\.jsonl\.xz is damaged"):
        read_pairs(tmp_path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """What is not there is named in the error."""
    with pytest.raises(OSError, match=r"qa_squad2\.jsonl\.xz"):
        read_questions(tmp_path, "squad")
