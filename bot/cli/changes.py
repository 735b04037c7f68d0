"""Says what the newest index changed."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import click

from bot.cli.building import LOW_PRIORITY
from bot.cli.exit_codes import ExitCode
from bot.cli.logbook import opened_log
from bot.desk.changes import Changes, asked_since, changes
from bot.desk.comparing import TOLD, Told
from bot.desk_wiring import open_logged_service
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from index.wiring import changed_since

DAYS = 30
_MOST_ASKED = 500  # wordings of one server
_LONGEST = 300.0  # seconds of asking, over all servers


def print_changes(
    since: str, servers: Sequence[str], index: Path | None, *, as_json: bool, gently: bool
) -> int:
    """Print what changed since version *since*: articles, and what would be answered differently in *servers*."""
    settings = read_settings(index_directory=index)
    if gently:
        if hasattr(os, "nice"):
            os.nice(LOW_PRIORITY)
        threads = settings.index.model_copy(update={"threads": 1})
        settings = settings.model_copy(update={"index": threads, "reader_threads": 1})
    plan = changed_since(settings.index, since)
    touched = {*plan.added, *plan.changed, *plan.removed}
    service = open_logged_service(settings)
    until, day = monotonic() + _LONGEST, datetime.now(UTC) - timedelta(days=DAYS)

    def label(name: str) -> str:
        return service.source_of(name).label

    found: dict[str, Changes] = {}
    with opened_log(settings) as opened:
        for server in servers:
            asked = asked_since(opened.log, server, day)
            going_on = _counting(_MOST_ASKED, until)
            found[server] = changes(
                opened.log, service, asked, server=server, touched=touched, may_go_on=going_on
            )
    told = Told(tuple(map(label, plan.added)), tuple(map(label, plan.changed)), plan.removed, found)
    if as_json:
        sys.stdout.buffer.write(TOLD.dump_json(told) + b"\n")
    else:
        _print(told)
    return ExitCode.DONE


def _counting(most: int, until: float) -> Callable[[], bool]:
    left = iter(range(most))
    return lambda: next(left, None) is not None and monotonic() < until


def _print(told: Told) -> None:
    for what, names in (("Added", told.added), ("Changed", told.changed), ("Removed", told.removed)):
        if names:
            click.echo(neutralise(f"{what}: {', '.join(names)}"))
    for server, found in told.servers.items():
        click.echo(f"Server {server}: {found.looked_at} of {found.of} questions looked at.")
        for one in found.differing:
            click.echo(neutralise(f"  {one.question}: {one.before} before, {one.now} now"))
        for gap in found.closed:
            click.echo(neutralise(f"  {gap.question}: asked in vain {gap.asked} times, answered now"))
