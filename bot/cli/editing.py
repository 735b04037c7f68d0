"""What editors and operators do from the terminal: see what was asked in vain, take an article down, forget."""

from datetime import UTC, datetime, timedelta

import click

from bot.citation_log.events import Erased, Purged
from bot.cli.exit_codes import ExitCode
from bot.cli.logbook import opened_log
from bot.cli.tables import plain_table, print_table
from bot.desk.gaps import gaps
from bot.presentation.log_lines import clock
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from index.wiring import open_index, remove_older_versions


def print_gaps(server: str | None, *, every: bool, days: int | None) -> int:
    """Print a line for each thing that the sources do not say."""
    settings = read_settings()
    since = datetime.now(UTC) - timedelta(days=days) if days else None
    index = open_index(settings.index)
    with opened_log(settings) as opened:
        found = gaps(opened.log, index.embedder, server=server, since=since, every_server=every)
    if not found:
        click.echo("Nothing was asked in vain.")
        return ExitCode.DONE
    table = plain_table("asked", "by", "last, UTC", "question", right=(0, 1))
    for gap in found:
        others = f" (also: {'; '.join(gap.others[:2])})" if gap.others else ""
        people = f"{gap.people:,}" if gap.people else ""
        table.add_row(f"{gap.asked:,}", people, clock(gap.last), neutralise(gap.question + others))
    print_table(table)
    return ExitCode.DONE


def forget_and_report(member: str, *, asked: bool) -> int:
    """Erase what a member left, after asking, and say how much that was."""
    if not asked:
        click.confirm(
            neutralise(f"Erase everything that member {member} asked, reported and noted?"), abort=True
        )
    with opened_log() as opened:
        event = opened.forgetting.forget(member)
    records = event.detail.records if isinstance(event.detail, Erased) else ()
    held = _counted(len(records), "record", "records")
    click.echo(f"Forgotten (event {event.number}): {held} held something of theirs.")
    return ExitCode.DONE


def purge_and_report(article: str, *, asked: bool) -> int:
    """Take an article down, after asking, and say what that took along."""
    settings = read_settings()
    if not asked:
        click.confirm(
            neutralise(f"Erase {article} for good and retract every answer that quotes it?"), abort=True
        )
    versions = remove_older_versions(settings.index, article)
    with opened_log(settings) as opened:
        event, shown = opened.forgetting.purge(article)
    removed = f", {_counted(versions, 'old index', 'old indexes')} removed" if versions else ""
    if event is None or not isinstance(event.detail, Purged):
        click.echo(neutralise(f"The citation log holds nothing of {article}{removed}."))
        return ExitCode.DONE
    answers = _counted(len(event.detail.records), "answer", "answers")
    texts = _counted(len(event.detail.versions), "kept text", "kept texts")
    told = f"{article} was taken down (event {event.number}): {answers} retracted, {texts} erased{removed}."
    click.echo(neutralise(told))
    if shown:
        click.echo(f"Messages that still show it: {', '.join(sorted(shown.values()))}.")
    return ExitCode.DONE


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
