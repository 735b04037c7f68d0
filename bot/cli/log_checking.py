"""Verifies the citation log, and replays what it holds."""

import sys
from collections.abc import Iterable
from functools import cache

import click

from bot.answering.service import AnswerService
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import Query
from bot.citation_log.verification import verify
from bot.cli.exit_codes import ExitCode
from bot.cli.logbook import opened_log
from bot.desk.replaying import Replayed, replay
from bot.desk_wiring import open_replaying_service, program_of
from bot.presentation.log_lines import verdict_lines
from bot.settings import read_settings


def verify_and_report() -> int:
    """Print what is wrong, then how much was checked and how far that can be relied on."""
    with opened_log() as opened:
        found = verify(opened.log, opened.anchors.read(), _progress if sys.stderr.isatty() else _quiet)
    for line in verdict_lines(found):
        click.echo(line)
    return ExitCode.DONE if found.intact else ExitCode.FAILED


def replay_and_report(numbers: Iterable[int], last: int | None) -> int:
    """Print a line for each answer, then one that sums up."""
    settings = read_settings()

    @cache  # an index version is opened once, however many answers came from it
    def opened_version(version: str) -> AnswerService | None:
        return open_replaying_service(settings, version)

    counts = dict.fromkeys(Replayed, 0)
    with opened_log(settings) as opened:
        events: list[Event] = (
            opened.log.find(Query(kinds=(Kind.ANSWERED,)), last)
            if last
            else [opened.log.event(number) for number in numbers]
        )
        for event in events:
            result = replay(event, opened.log, opened_version, program_of(settings).settings)
            counts[result.result] += 1
            click.echo(
                f"{event.number}: {result.result}"
                + (f" ({', '.join(result.differ)})" if result.differ else "")
            )
    click.echo(f"{counts[Replayed.SAME]} of {len(events)} the same.")
    return ExitCode.FAILED if counts[Replayed.OTHER] else ExitCode.DONE


def _progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,} events …", nl=False, err=True)


def _quiet(_done: int, _total: int) -> None:
    pass
