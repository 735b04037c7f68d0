"""Lists events of the citation log, and shows one."""

import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from typing import Any

import click
from rich.table import Table

from bot.citation_log.answered import Answered
from bot.citation_log.events import Event, Kind
from bot.citation_log.protocol import CitationLog, Query
from bot.citation_log.resolving import resolved
from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.cli.tables import plain_table, print_table
from bot.errors import AnswerErasedError
from bot.log_wiring import OpenLog, open_log
from bot.presentation.blocks import page_of
from bot.presentation.log_lines import ERASED, clock, standing, told
from bot.presentation.terminal import PageLayout
from bot.presentation.visible import neutralise
from bot.settings import Settings, read_settings

_MOST_ABOUT = 200  # events about one answer
_FACTS = 10  # the column that facts begin in
_STAGES = {"waited": "waiting", "answered": "answering"}


@contextmanager
def opened_log(settings: Settings | None = None) -> Iterator[OpenLog]:
    """Open the log that the settings name, and close it afterwards."""
    found = open_log(settings or read_settings())
    try:
        yield found
    finally:
        found.log.close()


def query_of(filters: Mapping[str, Any]) -> Query:
    """Return what the options of the command line describe, by their names; their times are UTC."""
    chosen = dict(filters)
    chosen["kinds"] = tuple(map(Kind, chosen["kinds"]))
    chosen["words"] = chosen.pop("search")
    for name in ("since", "until"):
        chosen[name] = chosen[name].replace(tzinfo=UTC) if chosen[name] else None
    return Query(**chosen)


def print_events(query: Query, limit: int) -> int:
    """Print a line for each of the newest events."""
    with opened_log() as opened:
        events = opened.log.find(query, limit)
    if not events:
        click.echo(
            "The citation log is empty." if query == Query() else "The citation log has no such event."
        )
        return ExitCode.DONE
    print_table(events_table(events))
    return ExitCode.DONE


def events_table(events: list[Event]) -> Table:
    """Lay out one line an event; that of an answer says how it came out."""
    servers = any(event.server for event in events)
    table = plain_table("no.", "UTC", "event", *(["server"] if servers else []), "", right=(0,))
    for event in events:
        what = (event.outcome or event.kind.value).replace("_", " ")
        about = f"{what} {event.about}" if event.about else what
        server = [event.server or ""] if servers else []
        table.add_row(str(event.number), clock(event.at), about, *server, told(event))
    return table


def print_event(number: int, width: int | None) -> int:
    """Print an event's facts; of an answer also the answer itself and what became of it."""
    with opened_log() as opened:
        event = opened.log.event(number)
        about = opened.log.find(Query(about=number), _MOST_ABOUT)[::-1]
        _print_facts(event, about, streams.page_width(width) if width or sys.stdout.isatty() else None)
        if isinstance(event.detail, Answered):
            _print_answer(event, opened.log, width)
    if about:
        print_table(events_table(about))
    return ExitCode.DONE


def _print_facts(event: Event, about: list[Event], width: int | None) -> None:
    """Print what is known of an event, wrapped to *width* columns if given."""
    facts = {"Event": f"{event.number}, {event.kind.value}", "At": f"{clock(event.at)} UTC"}
    facts |= {"Server": event.server or "", "About": str(event.about or ""), "": ""}
    detail = event.detail
    if isinstance(detail, Answered):
        facts |= {
            "Question": told(event),
            "Asked by": _asker(event, detail.way),
            "Standing": standing(about),
            "Index": detail.index_version,
            "Reader": detail.reader,
            "Settings": detail.settings,
            "Program": detail.code_version,
            "Read": ", ".join(
                f"{detail.articles[one.article][0]} ¶ {one.paragraph} ({one.score:.4f})"
                for one in detail.retrieved[:5]
            ),
            "Took": ", ".join(
                f"{took:,.0f} ms {_STAGES[name]}"
                for name, took in sorted(detail.timings.items(), reverse=True)
                if name in _STAGES
            ),
        }
    else:
        facts["What"] = told(event)
    facts["Hash"] = event.hash
    for name, fact in facts.items():
        lines = (
            textwrap.wrap(neutralise(fact), width - _FACTS, break_on_hyphens=False)
            if width
            else [neutralise(fact)]
        )
        for line in lines if fact else []:
            click.echo(f"{name:{_FACTS}}{line}")
            name = ""  # noqa: PLW2901 - the lines that follow have none


def _asker(event: Event, way: str) -> str:
    if event.personal is None:
        return f"{ERASED}, through {way}"
    return f"{event.person[:16]}…, through {way}" if event.person else way


def _print_answer(event: Event, log: CitationLog, width: int | None) -> None:
    try:
        answer = resolved(event, log.text)
    except AnswerErasedError as error:
        click.echo(f"\n{error.user_message}\n")
        return
    styled = streams.is_styled(sys.stdout)
    layout = PageLayout(streams.page_width(width), styled=styled)
    streams.write_page(layout.lines(page_of(answer, why=True)), styled=styled)
