"""The commands of the citation log, their options and their help; as `commands`, without the work."""

# ruff: noqa: PLC0415 - each command imports its work only when it is called

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_KINDS = ["answered", "delivered", "failed", "reported", "ruled", "configured", "erased", "expired", "purged"]
_OUTCOMES = ["answered", "disputed", "not_in_sources", "small_talk", "unsupported_language"]
_DAY = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"])
_number = click.IntRange(min=1)


@click.group()
def log() -> None:
    """What was answered, shown, reported and ruled."""


def _filters(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say which events are meant."""
    options = [
        click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Only such events."),
        click.option("--server", metavar="ID", help="Only of this Discord server."),
        click.option("--outcome", type=click.Choice(_OUTCOMES), help="Only answers that came out so."),
        click.option("--about", type=_number, metavar="N", help="Only what happened to answer N."),
        click.option("--article", metavar="ID", help="Only answers that cite this article."),
        click.option("--search", metavar="WORDS", default="", help="Only questions with all these words."),
        click.option(
            "--unsettled", is_flag=True, help="Only answers of which nothing says whether they were shown."
        ),
        click.option("--since", type=_DAY, metavar="DATE", help="Not before this, in UTC."),
        click.option("--until", type=_DAY, metavar="DATE", help="Before this, in UTC."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@log.command("list")
@_filters
@click.option("--limit", type=_number, default=20, show_default=True, metavar="N", help="At most so many.")
def list_events(*, limit: int, **filters: Any) -> int:
    """List the newest events, newest first."""
    from bot.cli.logbook import print_events, query_of

    return print_events(query_of(filters), limit)


@log.command()
@click.argument("number", type=_number)
@click.option("--width", type=click.IntRange(min=20), metavar="N", help="Columns to lay out for.")
def show(number: int, width: int | None) -> int:
    """Show event NUMBER: an answer as it was given, what it came from and what became of it."""
    from bot.cli.logbook import print_event

    return print_event(number, width)


@log.command()
def verify() -> int:
    """Check every byte of the log against its chain and its anchors; exit code 1 where something is wrong."""
    from bot.cli.log_checking import verify_and_report

    return verify_and_report()


@log.command()
@_filters
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl"]),
    default="jsonl",
    show_default=True,
    help="Of a line.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File; else standard output.")
def export(*, form: str, output: Path | None, **filters: Any) -> int:
    """Write events out, newest first, one a line."""
    from bot.cli.log_export import export_events
    from bot.cli.logbook import query_of

    return export_events(query_of(filters), form, output)


@log.command()
@click.argument("numbers", type=_number, nargs=-1)
@click.option("--last", type=_number, metavar="N", help="The newest N answers.")
def replay(numbers: tuple[int, ...], last: int | None) -> int:
    """Ask logged questions again, on the index version of their time, and compare byte for byte.

    The exit code is 1 where an answer came out differently.
    """
    if bool(numbers) == (last is not None):
        raise click.UsageError("Give either numbers of answers or --last.")
    from bot.cli.log_checking import replay_and_report

    return replay_and_report(numbers, last)


@click.command()
@click.option("--server", metavar="ID", help="A Discord server; else direct messages and the terminal.")
@click.option("--all", "every", is_flag=True, help="All servers together.")
@click.option("--days", type=_number, metavar="N", help="Only of the last N days.")
def gaps(server: str | None, *, every: bool, days: int | None) -> int:
    """List what was asked and is not in the sources, the most asked first."""
    if every and server:
        raise click.UsageError("Give either --server or --all.")
    from bot.cli.editing import print_gaps

    return print_gaps(server, every=every, days=days)


@click.command()
@click.argument("member")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(member: str, *, yes: bool) -> int:
    """Erase everything personal that MEMBER, a Discord user's id, left in the log.

    What was cited stays on record, without who asked and what.
    """
    from bot.cli.editing import forget_and_report

    return forget_and_report(member, asked=yes)


@click.command()
@click.argument("article")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def purge(article: str, *, yes: bool) -> int:
    """Take ARTICLE down: erase its text from the log and from old indexes, retract what quotes it.

    Its file must be out of the corpus and the index rebuilt before. Hashes remain; nothing else can be undone.
    """
    from bot.cli.editing import purge_and_report

    return purge_and_report(article, asked=yes)
