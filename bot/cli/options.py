"""Options that several commands take."""

from pathlib import Path

import click

DIRECTORY = click.Path(file_okay=False, path_type=Path)
_NARROWEST = 20
index_option = click.option("--index", type=DIRECTORY, metavar="DIR", help="Folder of the index.")
width_option = click.option(
    "--width", type=click.IntRange(min=_NARROWEST), metavar="N", help="Columns to lay out for."
)
