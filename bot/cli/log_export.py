"""Writes events out for other programs."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from bot.citation_log.events import Event
from bot.citation_log.protocol import Query, in_pages
from bot.citation_log.sealing import canonical
from bot.cli.exit_codes import ExitCode
from bot.cli.logbook import opened_log
from bot.presentation.log_lines import told

_COLUMNS = ("number", "at", "kind", "about", "server", "outcome", "what", "person", "hash")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for one


def export_events(query: Query, form: str, output: Path | None) -> int:
    """Write every event that *query* describes, newest first, to *output* or standard output.

    Raises:
        OSError: the file cannot be written.
    """
    with opened_log() as opened:
        lines = (_csv if form == "csv" else _jsonl)(in_pages(opened.log, query))
        if output is None:
            _write(sys.stdout.buffer, lines)
        else:
            with output.open("wb") as file:
                _write(file, lines)
    return ExitCode.DONE


def _write(file: IO[bytes], lines: Iterable[str]) -> None:
    for line in lines:
        file.write(line.encode("utf-8", "backslashreplace"))
    file.flush()


def _jsonl(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        yield canonical(_record(event)) + "\n"


def _record(event: Event) -> dict[str, Any]:
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "kind": event.kind.value,
        "about": event.about,
        "server": event.server,
        "outcome": event.outcome,
        "detail": event.detail.model_dump(mode="json"),
        "person": event.person,
        "personal": event.personal,
        "quoted": event.quoted,
        "hash": event.hash,
    }


def _csv(events: Iterable[Event]) -> Iterator[str]:
    yield _row(_COLUMNS)
    for event in events:
        record = {**_record(event), "what": told(event)}
        yield _row([_cell(record[name]) for name in _COLUMNS])


def _cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
