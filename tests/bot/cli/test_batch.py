"""A file of questions, answered line by line."""

import json
from collections.abc import Iterator

import pytest

from bot.answering.answers import Answer, Outcome
from bot.cli.batch import answer_lines
from bot.errors import QuestionError
from bot.presentation.json_interface import to_line
from tests.bot.cli.conftest import NOT_JSON


def answer(question: str) -> Answer:
    """Stand in for the service: an answer to anything, save what cannot be asked."""
    if not question.strip():
        raise QuestionError("The question is empty.")
    if question == "boom":
        raise ValueError("out of luck")
    return Answer(question, Outcome.NOT_IN_SOURCES, "0f3a")


def outcomes(*lines: bytes) -> list[object]:
    """Return each record's question, or its error record."""
    records = [json.loads(to_line(record)) for record in answer_lines(lines, answer)]
    return [record.get("question", record) for record in records]


def test_answers_come_in_the_order_of_the_lines() -> None:
    """One record a line; other fields of the object and a last line without an end are fine."""
    lines = (b'{"question": "one"}\n', b'{"id": 7, "question": "two"}\r\n', b'{"question": "three"}')
    assert outcomes(*lines) == ["one", "two", "three"]


def test_blank_lines_are_passed_over_but_counted() -> None:
    """Line numbers are those that an editor shows."""
    assert outcomes(b"\n", b'{"question": "one"}\n', b"  \r\n", b"oops\n", b"\n") == [
        "one",
        {"line": 4, "error": NOT_JSON},
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"not json", NOT_JSON),
        (b"[" * 100_000, NOT_JSON),
        (b'{"question": "caf\xe9"}', "The line is not UTF-8: save the file as UTF-8."),
        (b"[]", 'The line is not a JSON object with a "question" that is a string.'),
        (b'"question"', 'The line is not a JSON object with a "question" that is a string.'),
        (b"{}", 'The line is not a JSON object with a "question" that is a string.'),
        (b'{"question": null}', 'The line is not a JSON object with a "question" that is a string.'),
        (b'{"question": ["when?"]}', 'The line is not a JSON object with a "question" that is a string.'),
        (b'{"question": " "}', "The question is empty."),
        (b'{"question": "boom"}', "ValueError: out of luck"),
    ],
)
def test_a_line_that_cannot_be_answered_does_not_stop_the_next(line: bytes, error: str) -> None:
    """Whatever is wrong with a line is said in its place."""
    good = b'{"question": "one"}\n'
    assert outcomes(good, line + b"\n", good) == ["one", {"line": 2, "error": error}, "one"]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    """Editors that write one are forgiven; elsewhere it is an error like any other."""
    line = b'\xef\xbb\xbf{"question": "one"}\n'
    assert outcomes(line, line) == ["one", {"line": 2, "error": NOT_JSON}]


def test_an_answer_is_given_before_the_next_line_is_read() -> None:
    """A program that asks line by line gets its answers as it goes."""
    read: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in (1, 2):
            read.append(number)
            yield b'{"question": "one"}\n'

    next(answer_lines(lines(), answer))
    assert read == [1]
