"""Statements that follow from a sentence, and statements that a reader was wrong about."""

import json
import lzma
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from bot.answering.reader.model.onnx import SHIPPED
from bot.answering.reader.model.protocol import Span
from bot.answering.reader.training.mining import main, mined, misled, statements_of, swapped
from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.rows import NOT_ENTAILED, PairRow, QuestionRow, read_statements
from bot.answering.reader.training.stories import read_stories
from tests.bot.answering.reader.scripted_models import Pointer
from tests.bot.answering.reader.training.invented_rows import write_rows

pytestmark = pytest.mark.long

TEXT = "The bridge was opened in 1958. In 1961 the harbour was closed."
BUILT, CLOSED = TEXT[:30], TEXT[31:]


def _span(words: str, margin: float) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words), margin)


def _row(question: str, answer: str | None) -> QuestionRow:
    found = None if answer is None else (TEXT.index(answer), TEXT.index(answer) + len(answer))
    return QuestionRow(question, TEXT, found, (answer,) if answer else (), "")


def test_the_answer_follows_and_another_span_does_not() -> None:
    """What overlaps the answer, or says it in fewer words, is not counted as wrong."""
    spans = [_span("in 1958", 5.0), _span("1961", 1.0), _span("harbour", 0.0)]
    assert list(statements_of(_row("When was the bridge opened?", "1958"), spans)) == [
        PairRow(BUILT, "the bridge was opened in 1958", 0),
        PairRow(CLOSED, "the bridge was opened in 1961", NOT_ENTAILED),
    ]


def test_of_what_is_not_said_the_two_likeliest_are_wrong() -> None:
    """A question that the text leaves open gives only pairs that do not follow; hopeless words give none."""
    row = _row("When was the bridge demolished?", None)
    spans = [_span("1961", 2.0), _span("1958", 1.0), _span("harbour", 0.0)]
    assert list(statements_of(row, spans)) == [
        PairRow(CLOSED, "the bridge was demolished in 1961", NOT_ENTAILED),
        PairRow(BUILT, "the bridge was demolished in 1958", NOT_ENTAILED),
    ]
    assert list(statements_of(row, [_span("1961", -9.1)])) == []


def test_every_row_is_read_in_order() -> None:
    """Rows are read side by side, and their pairs stay in their order."""
    rows = [_row("When was the bridge opened?", "1958"), _row("When was the harbour closed?", "1961")] * 50
    assert [pair.label for pair in mined(rows, Pointer({"1961": 1.0}))] == [0, NOT_ENTAILED, 0] * 50


def test_what_a_near_passage_misleads_to_does_not_follow() -> None:
    """Each stands behind the right statement of its question; what is unsure makes none."""
    near = "The bridge of Lund was painted in 1961."
    asked = QuestionRow("When was the Lund bridge opened?", TEXT, (25, 29), ("1958",), "")
    rows = [asked, replace(asked, question="When was it opened?")]
    passages = WrongPassages([TEXT, near])
    assert list(misled(rows, passages, Pointer({"1961": 1.0, "1958": 2.0}))) == [
        PairRow(BUILT, "the Lund bridge opened in 1958", 0),
        PairRow(near, "the Lund bridge opened in 1961", NOT_ENTAILED),
    ]
    assert list(misled(rows, passages, Pointer({"1961": -3.0}))) == []


def test_what_is_said_of_one_thing_does_not_follow_of_another() -> None:
    """Both statements are made of the answer's own sentence; a question of which nothing can be exchanged makes none."""
    rows = [
        _row("When was the bridge opened?", "1958"),
        _row("When was the bridge painted?", "1958"),
        _row("When was the bridge opened?", None),
    ]
    assert list(swapped(rows, Random(1))) == [  # noqa: S311 - reproducible, not secret
        PairRow(BUILT, "the bridge was opened in 1958", 0),
        PairRow(BUILT, "the bridge was closed in 1958", NOT_ENTAILED),
    ]


def test_what_is_written_can_be_trained_on(tmp_path: Path) -> None:
    """The command writes the pairs of as many questions as it is told, half of them unanswerable where there are so many."""
    write_rows(tmp_path)
    file = tmp_path / "statements.jsonl.xz"
    options = ["--data", str(tmp_path), "--model", str(SHIPPED), "--to", str(file), "--rows", "20"]
    told = CliRunner().invoke(main, options)
    assert told.exit_code == 0, told.output
    pairs = read_statements(file)
    assert told.output == f"{file}: {len(pairs)} pairs of 20 questions\n"
    assert sum(pair.label == 0 for pair in pairs) == 10
    more = CliRunner().invoke(main, [*options, "--near", "9"])
    assert more.output == f"{file}: {len(read_statements(file))} pairs of 29 questions\n"
    assert read_statements(file)[: len(pairs)] == pairs
    more = CliRunner().invoke(main, [*options, "--swaps", "9"])
    assert more.output == f"{file}: {len(read_statements(file))} pairs of 29 questions\n"
    assert {pair.label for pair in read_statements(file)[len(pairs) :]} == {0, NOT_ENTAILED}
    with lzma.open(file, "rt") as lines:
        labels = {json.loads(line)["label"] for line in lines}
    assert labels <= {"entailment", "not entailed"}
    CliRunner().invoke(main, [*options, "--rows", "1", "--stories", "3"])
    told_of = " ".join(text for story in read_stories() for one in story.articles for text in one.paragraphs)
    of_stories = [pair.label for pair in read_statements(file) if pair.premise in told_of]
    assert {0, NOT_ENTAILED} == {*of_stories}


def test_a_file_that_is_no_reader_is_refused(tmp_path: Path) -> None:
    """One line says what is wrong, and nothing is written."""
    write_rows(tmp_path)
    file = tmp_path / "statements.jsonl.xz"
    (tmp_path / "reader.onnx").write_bytes(b"no model")
    options = ["--data", str(tmp_path), "--model", str(tmp_path / "reader.onnx"), "--to", str(file)]
    told = CliRunner().invoke(main, options)
    assert told.exit_code == 1
    assert "cannot be used" in told.output
    assert not file.exists()
