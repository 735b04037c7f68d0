"""The program around the commands: exit codes, and one line on standard error for whatever goes wrong."""

import signal
import sys
from collections.abc import Sequence

import click

from bot.cli import streams
from bot.cli.commands import crosscite
from bot.cli.exit_codes import ExitCode
from bot.errors import CrossciteError, DiscordError, QuestionError
from index.errors import ArticleIndexError


def main() -> None:
    """Run `crosscite` and end the process with its exit code."""
    # Not KeyboardInterrupt: click would put a line on standard error for it.
    signal.signal(signal.SIGINT, lambda _number, _frame: sys.exit(ExitCode.INTERRUPTED))
    streams.prepare()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is told in one line."""
    try:
        return _run(arguments)
    except BrokenPipeError:
        streams.silence_stdout()
        return ExitCode.FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence: one sentence instead of a traceback
        streams.complain(_sentence(error))
        return _exit_code(error)


def _run(arguments: Sequence[str]) -> int:
    code = crosscite.main(list(arguments), prog_name="crosscite", standalone_mode=False)
    sys.stdout.flush()  # here, where a full disk or a closed pipe can still be told
    return int(code or ExitCode.DONE)


def _exit_code(error: Exception) -> int:
    if isinstance(error, click.ClickException):
        return error.exit_code
    if isinstance(error, DiscordError):
        return ExitCode.REFUSED
    return ExitCode.USAGE if isinstance(error, QuestionError) else ExitCode.FAILED


def _sentence(error: Exception) -> str:
    if isinstance(error, click.ClickException):
        message = error.format_message()
        stop = "" if message.endswith((".", "?")) else "."
        context = error.ctx if isinstance(error, click.UsageError) else None
        return message + stop + (f" See `{context.command_path} --help`." if context else "")
    if isinstance(error, click.Abort):
        return "Nothing was done."
    if isinstance(error, CrossciteError | ArticleIndexError):
        return error.user_message
    if isinstance(error, OSError):
        return f"{error.filename or 'The output'}: {error.strerror or error}."
    return f"Crosscite failed and cannot say better why: {type(error).__name__}: {error}"
