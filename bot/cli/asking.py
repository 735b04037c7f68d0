"""Asks one question or a file of them, and prints what comes."""

import shlex
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from bot.answering.answers import Answer, Outcome
from bot.answering.intake import check_question
from bot.cli import streams
from bot.cli.answering import Answering, opened_answering
from bot.cli.batch import answer_lines
from bot.cli.exit_codes import ExitCode
from bot.presentation.blocks import heading_of, page_of
from bot.presentation.json_interface import AnswerRecord, LineErrorRecord, to_line
from bot.presentation.terminal import PageLayout
from bot.settings import read_settings

_NOT_TAKEN = {Outcome.SMALL_TALK, Outcome.UNSUPPORTED_LANGUAGE}


def ask_on_terminal(question: str, index: Path | None, *, logged: bool, why: bool, width: int | None) -> int:
    """Print the answer for people."""
    styled = streams.is_styled(sys.stdout)
    layout = PageLayout(streams.page_width(width), styled=styled, show_options=_show_options(index))
    with _opened(question, index, logged=logged) as ask:
        answer = ask(question)
        if answer.outcome in _NOT_TAKEN:
            streams.complain(heading_of(answer))
        else:
            streams.write_page(layout.lines(page_of(answer, why=why)), styled=styled)
            sys.stdout.flush()
    return _exit_code(answer)


def ask_as_json(question: str, index: Path | None, *, logged: bool) -> int:
    """Print the answer for programs."""
    with _opened(question, index, logged=logged) as ask:
        answer = ask(question)
        streams.write_line(to_line(AnswerRecord.from_answer(answer)))
    return _exit_code(answer)


def ask_batch(lines: IO[bytes], index: Path | None, *, logged: bool) -> int:
    """Print one answer per line, each as soon as it is there."""
    failed = False
    with opened_answering(read_settings(index_directory=index), logged=logged) as answer:
        for record in answer_lines(lines, answer):
            streams.write_line(to_line(record))
            failed = failed or isinstance(record, LineErrorRecord)
    return ExitCode.FAILED if failed else ExitCode.DONE


def _opened(question: str, index: Path | None, *, logged: bool) -> AbstractContextManager[Answering]:
    check_question(question)  # before the index is opened: what cannot be asked needs none
    return opened_answering(read_settings(index_directory=index), logged=logged)


def _exit_code(answer: Answer) -> ExitCode:
    if answer.outcome in _NOT_TAKEN:
        return ExitCode.USAGE
    return ExitCode.NOT_IN_SOURCES if answer.outcome is Outcome.NOT_IN_SOURCES else ExitCode.DONE


def _show_options(index: Path | None) -> str:
    return "" if index is None else f" --index {shlex.quote(str(index))}"
