"""Asks one question or a file of them, and prints what comes."""

import shlex
import sys
from pathlib import Path
from typing import IO

from bot.answering.answers import Answer, Outcome
from bot.answering.intake import check_question
from bot.answering.service import AnswerService
from bot.cli import streams
from bot.cli.batch import answer_lines
from bot.cli.exit_codes import ExitCode
from bot.presentation.blocks import heading_of, page_of
from bot.presentation.json_interface import AnswerRecord, LineErrorRecord, to_line
from bot.presentation.terminal import PageLayout
from bot.settings import Settings, read_settings
from bot.wiring import open_service
from index.wiring import corpus_is_newer

_NOT_TAKEN = {Outcome.SMALL_TALK, Outcome.UNSUPPORTED_LANGUAGE}


def ask_on_terminal(question: str, index: Path | None, *, why: bool, width: int | None) -> int:
    """Print the answer for people."""
    answer = _ask(question, index)
    if answer.outcome in _NOT_TAKEN:
        streams.complain(heading_of(answer))
        return ExitCode.USAGE
    styled = streams.is_styled(sys.stdout)
    layout = PageLayout(streams.page_width(width), styled=styled, show_options=_show_options(index))
    streams.write_page(layout.lines(page_of(answer, why=why)), styled=styled)
    return _exit_code(answer)


def ask_as_json(question: str, index: Path | None) -> int:
    """Print the answer for programs."""
    answer = _ask(question, index)
    streams.write_line(to_line(AnswerRecord.from_answer(answer)))
    return _exit_code(answer)


def ask_batch(lines: IO[bytes], index: Path | None) -> int:
    """Print one answer per line, each as soon as it is there."""
    service = _open(read_settings(index_directory=index))
    failed = False
    for record in answer_lines(lines, service.answer):
        streams.write_line(to_line(record))
        failed = failed or isinstance(record, LineErrorRecord)
    return ExitCode.FAILED if failed else ExitCode.DONE


def _ask(question: str, index: Path | None) -> Answer:
    check_question(question)  # before the index is opened: what cannot be asked needs none
    return _open(read_settings(index_directory=index)).answer(question)


def _open(settings: Settings) -> AnswerService:
    service = open_service(settings)
    if corpus_is_newer(settings.index):
        streams.complain("The articles are newer than the index: run `crosscite build` to read them.")
    return service


def _exit_code(answer: Answer) -> ExitCode:
    if answer.outcome in _NOT_TAKEN:
        return ExitCode.USAGE
    return ExitCode.NOT_IN_SOURCES if answer.outcome is Outcome.NOT_IN_SOURCES else ExitCode.DONE


def _show_options(index: Path | None) -> str:
    return "" if index is None else f" --index {shlex.quote(str(index))}"
