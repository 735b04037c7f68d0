"""Builds the index and says what was done."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.desk.builds import BuildFile, State, failure_of
from bot.presentation.visible import neutralise
from bot.settings import Settings, read_settings
from index.errors import BuildRefusedError, NoArticlesError
from index.wiring import BuildReport, Plan, Proposal, build_index, go_back

_STEPS = {
    "read": "Reading articles",
    "model": "Preparing the model",
    "embed": "Embedding paragraphs",
    "ask": "Asking the known questions",
}
_WRITING = "Writing the index"
# A quarter of a core beside two that are busy answering: behind them, and still done within a minute. At 10, which
# nice(1) takes by itself, it would be a tenth.
LOW_PRIORITY = 5

Show = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: which file to add, whether to ask the known questions first, and whom to tell."""

    added: Path | None = None
    check: bool = False
    telling: Path | None = None
    gently: bool = False


def build_and_report(
    corpus: Path | None, index: Path | None, options: Options = Options(), *, if_needed: bool = False
) -> int:
    """Build, print what could not be indexed line by line, then one line that sums up.

    With *if_needed* that last line is left out where there was nothing to do.
    """
    settings = _prepared(read_settings(corpus=corpus, index_directory=index), gently=options.gently)
    file = BuildFile(options.telling) if options.telling else None
    with progress_line() as show:
        report = _told(settings, options, file, show)
    print_report(report, if_needed=if_needed)
    return ExitCode.DONE


def print_report(report: BuildReport, *, if_needed: bool) -> None:
    """Print what was left out, and one line that sums up, if there is something to say."""
    for message in (*report.warnings, *report.errors):
        streams.complain(message)
    if report.is_new or not if_needed:
        click.echo(neutralise(summary(report)))


def checked_build(settings: Settings, options: Options, show: Show, note: Callable[..., None]) -> BuildReport:
    """Build; what speaks against the new index, and what an editor should look at, is complained of line by line.

    Raises:
        ArticleIndexError, CrossciteError: nothing was put to use.
    """

    def approve(proposal: Proposal) -> None:
        if not options.check:
            return
        from bot.evaluation.gate import Comparison, remarks  # noqa: PLC0415 - and numpy, models with the next
        from bot.gate_wiring import gate  # noqa: PLC0415 - slow to load, too

        def heard(found: Comparison) -> None:
            note(asked=found.asked, remarks=tuple(remarks(found)))
            for line in remarks(found):
                streams.complain(line)

        gate(settings, lambda done, total: show("ask", done, total), heard)(proposal)

    try:
        return build_index(settings.index, show, added=options.added, approve=approve)
    except NoArticlesError as error:
        for message in error.errors:  # an editor whose only file is bad must see what is wrong with it
            streams.complain(message)
        raise
    except BuildRefusedError as error:
        for reason in error.reasons:
            streams.complain(reason)
        raise


def undo_and_report(corpus: Path | None, index: Path | None) -> int:
    """Go back one version, and say what that is and what the next build would bring back."""
    settings = read_settings(corpus=corpus, index_directory=index)
    status, plan = go_back(settings.index)
    click.echo(
        f"Back to the version before: {counted(status.articles, 'article')} with "
        f"{counted(status.paragraphs, 'paragraph')} ({_undone(plan)}), version {status.version}."
    )
    if status.corpus_is_newer:
        click.echo(
            f"The files in {neutralise(str(settings.index.corpus))} are as they were: the next build indexes them again."
        )
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


def counted(count: int, thing: str) -> str:
    """Say how many there are of something."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


@contextmanager
def progress_line() -> Iterator[Show]:
    """Give a function that shows progress on standard error, and take the line away at the end.

    Only a person who watches needs it: in a pipe or a log it shows nothing.
    """
    # The library that exports a model draws a bar of its own, even into a log; ours is enough.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - nothing else of a build needs rich
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - slow to load, too

    columns = (TextColumn("  {task.description}"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_WRITING, total=None)

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=_STEPS.get(step, _WRITING), completed=done, total=total)

        yield show


def _prepared(settings: Settings, *, gently: bool) -> Settings:
    """Step back behind everything else on the machine, if so wished."""
    if not gently:
        return settings
    if hasattr(os, "nice"):
        os.nice(LOW_PRIORITY)
    index = settings.index.model_copy(update={"threads": 1})
    return settings.model_copy(update={"index": index, "reader_threads": 1})


def _told(settings: Settings, options: Options, file: BuildFile | None, show: Show) -> BuildReport:
    """Build, and tell *file* how far that is and how it ended."""
    if file is None:
        return checked_build(settings, options, show, lambda **_: None)

    def tell(step: str, done: int, total: int) -> None:
        file.progress(step, done, total)
        show(step, done, total)

    try:
        report = checked_build(settings, options, tell, file.note)
    except BuildRefusedError as error:
        file.end(State.REFUSED, reasons=error.reasons, message=error.user_message)
        raise
    except Exception as error:
        file.end(State.FAILED, **failure_of(error))
        raise
    file.end(
        State.DONE,
        version=report.version,
        added=report.plan.added,
        changed=report.plan.changed,
        removed=report.plan.removed,
        paragraphs=report.paragraphs,
        lines=report.warnings + report.errors,
    )
    return report


def _holdings(report: BuildReport) -> str:
    articles = report.added + report.changed + report.kept
    return f"{counted(articles, 'article')} with {counted(report.paragraphs, 'paragraph')}"


def _undone(plan: Plan) -> str:
    counts = {"back": len(plan.added), "as before": len(plan.changed), "gone": len(plan.removed)}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "the same articles"
