"""Answers a file of questions line by line; a line that cannot be answered never stops the next one."""

import json
from collections.abc import Callable, Iterable, Iterator

from bot.answering.answers import Answer
from bot.errors import CrossciteError
from bot.presentation.json_interface import AnswerRecord, LineErrorRecord
from index.errors import ArticleIndexError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some editors begin a UTF-8 file with it


class _BadLineError(CrossciteError):
    """The line is not a JSON object with a question."""


def answer_lines(
    lines: Iterable[bytes], answer: Callable[[str], Answer]
) -> Iterator[AnswerRecord | LineErrorRecord]:
    """Yield one record for every line that is not blank, in order; lines count from 1, blank ones too."""
    for number, line in enumerate(lines, start=1):
        given = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if given.strip():
            yield _record(number, given, answer)


def _record(number: int, line: bytes, answer: Callable[[str], Answer]) -> AnswerRecord | LineErrorRecord:
    try:
        return AnswerRecord.from_answer(answer(_question_in(line)))
    except (CrossciteError, ArticleIndexError) as error:
        return LineErrorRecord(line=number, error=error.user_message)
    except Exception as error:  # noqa: BLE001 - one question must not cost the answers to the others
        return LineErrorRecord(line=number, error=f"{type(error).__name__}: {error}")


def _question_in(line: bytes) -> str:
    try:
        given = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise _BadLineError("The line is not UTF-8: save the file as UTF-8.") from None
    except (ValueError, RecursionError):
        raise _BadLineError(
            'The line is not JSON: write an object a line, as {"question": "When will they meet?"}.'
        ) from None
    question = given.get("question") if isinstance(given, dict) else None
    if not isinstance(question, str):
        raise _BadLineError('The line is not a JSON object with a "question" that is a string.')
    return question
