"""Tables on the terminal: without lines, as wide as they need to be where nobody watches."""

import sys

import click
from rich.console import Console
from rich.table import Table

from bot.cli import streams

_PIPED_WIDTH = 200


def plain_table(*headings: str, right: tuple[int, ...] = ()) -> Table:
    """Return an empty table; the columns of *right*, counted from 0, are numbers, and only the last one wraps."""
    table = Table(box=None, pad_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(
            heading,
            justify="right" if place in right else "left",
            overflow="fold",
            no_wrap=place < len(headings) - 1,
        )
    return table


def print_table(table: Table) -> None:
    """Print *table*, styled where the terminal can show it."""
    styled = streams.is_styled(sys.stdout)
    console = Console(
        width=streams.page_width(None) if sys.stdout.isatty() else _PIPED_WIDTH,
        force_terminal=styled,
        color_system="standard" if styled else None,
        highlight=False,
    )
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip(), color=styled)
