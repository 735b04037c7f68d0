"""Builds the index and says what was done."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from index.errors import NoArticlesError
from index.wiring import BuildReport, build_index

_STEPS = {"read": "Reading articles", "model": "Preparing the model", "embed": "Embedding paragraphs"}
_WRITING = "Writing the index"


def build_and_report(corpus: Path | None, index: Path | None, *, if_needed: bool) -> int:
    """Build, print what could not be indexed line by line, then one line that sums up.

    With *if_needed* that last line is left out where there was nothing to do.
    """
    # The library that exports a model draws a bar of its own, even into a log; ours is enough.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    settings = read_settings(corpus=corpus, index_directory=index).index
    try:
        with _progress_line() as progress:
            report = build_index(settings, progress)
    except NoArticlesError as error:
        for message in error.errors:  # an editor whose only file is bad must see what is wrong with it
            streams.complain(message)
        raise
    for message in (*report.warnings, *report.errors):
        streams.complain(message)
    if report.is_new or not if_needed:
        click.echo(neutralise(summary(report)))
    return ExitCode.DONE


def summary(report: BuildReport) -> str:
    """Say in one line what the build did."""
    if not report.is_new:
        return f"The index is up to date: {_holdings(report)}, version {report.version}."
    counts = {
        "new": report.added,
        "changed": report.changed,
        "unchanged": report.kept,
        "removed": report.removed,
    }
    articles = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"Indexed {_holdings(report)} ({articles}); {report.embedded} embedded, version {report.version}."


def _holdings(report: BuildReport) -> str:
    articles = report.added + report.changed + report.kept
    return f"{_counted(articles, 'article')} with {_counted(report.paragraphs, 'paragraph')}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


@contextmanager
def _progress_line() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows progress on standard error, and take the line away at the end.

    Only a person who watches needs it: in a pipe or a log it shows nothing.
    """
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - nothing else of a build needs rich
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("  {task.description}"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_WRITING, total=None)

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=_STEPS.get(step, _WRITING), completed=done, total=total)

        yield show
