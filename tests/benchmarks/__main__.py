"""`make bench`: measured figures in one table; reported, never asserted.

Every speed stands beside something measured in the same run, because machines differ and are noisy: trust
the ratios.
"""

import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import (
    asking,
    embedding,
    in_discord,
    log_reading,
    log_writing,
    reading,
    rebuilding,
    replaying,
    retrieval,
)
from tests.benchmarks.figures import Figure


def main() -> None:
    """Run every benchmark and print the table."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for part in (
            asking,
            in_discord,
            rebuilding,
            embedding,
            retrieval,
            reading,
            replaying,
            log_writing,
            log_reading,
        ):
            print(f"{part.__name__.rpartition('.')[2]} …", file=sys.stderr, flush=True)
            figures += part.measure(Path(folder))
    table = Table("measured", "value", "beside it", box=None, pad_edge=False)
    for figure in figures:
        table.add_row(figure.name, figure.value, figure.beside)
    Console(soft_wrap=True).print(table)


if __name__ == "__main__":
    main()
