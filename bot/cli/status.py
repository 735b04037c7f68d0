"""Says which index is in use."""

from pathlib import Path

import click

from bot.cli.exit_codes import ExitCode
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from index.wiring import index_status


def print_status(index: Path | None) -> int:
    """Print what the current version is and holds, and what a build would be good for."""
    status = index_status(read_settings(index_directory=index).index)
    facts = {
        "Index": str(status.directory),
        "Version": status.version,
        "Built": f"{status.created:%Y-%m-%d %H:%M} UTC",
        "Articles": str(status.articles),
        "Paragraphs": str(status.paragraphs),
        "Model": status.model,
    }
    width = max(map(len, facts)) + 2
    for name, fact in facts.items():
        click.echo(f"{name:{width}}{neutralise(fact)}")
    for file, reason in status.refused.items():
        click.echo(neutralise(f"Left out: {file}: {reason}"))
    if status.corpus_is_newer:
        click.echo("The articles are newer than the index: run `crosscite build` to read them.")
    return ExitCode.DONE
