"""Measures the reader on public data and prints how it stands to its floors and goals."""

import click
from rich.table import Table

from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.cli.tables import plain_table, print_table
from bot.evaluation.reading.report import ReadingReport, ReadingRow
from bot.evaluation.reading.suite import measure_reading
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from bot.wiring import open_models

_NONE = "–"


def measure_and_report(limit: int | None) -> int:
    """Print the rates, then what the surest answers are worth; exit code 1 where a floor is missed."""
    settings = read_settings()
    if settings.eval_data is None:
        raise click.UsageError("Set CROSSCITE_EVAL_DATA to the folder of the evaluation data.")
    models = open_models(settings)
    report = measure_reading(*models, settings.eval_data, limit=limit, tell=streams.complain)
    click.echo(neutralise(f"Read by {' and '.join(report.models)}, threshold {report.threshold:.2f}."))
    if limit:
        click.echo(f"A quick look: at most {limit:,} rows of each set, every n-th.")
    click.echo()
    print_table(rates_table(report))
    if report.answered is not None:
        click.echo("\nSQuAD 2.0 dev, only the surest questions answered:\n")
        print_table(risk_table(report))
        click.echo(f"\nThe threshold answers {100 * report.answered:.1f} % of the questions.")
    return ExitCode.DONE if report.reaches_floors else ExitCode.FAILED


def rates_table(report: ReadingReport) -> Table:
    """Lay out one line a rate."""
    table = plain_table("measured", "value", "floor", "goal", "", "of", right=(1, 2, 3))
    for row in report.rows:
        limits = (_limit(row, row.floor), _limit(row, row.goal))
        table.add_row(row.measure, shown(row), *limits, row.standing.value, row.rows)
    return table


def risk_table(report: ReadingReport) -> Table:
    """Lay out one line a coverage."""
    table = plain_table("answered", "questions", "margin from", "risk (1 - F1)", right=(0, 1, 2, 3))
    for point in report.risk:
        table.add_row(
            f"{100 * point.coverage:.1f} %", f"{point.count:,}", f"{point.margin:.2f}", f"{point.risk:.3f}"
        )
    return table


def shown(row: ReadingRow) -> str:
    """Return the rate as it is printed, a place finer than its floor."""
    if row.value is None:
        return "not measured"
    return f"{row.value:.2f} %" if row.percent else f"{row.value:.3f}"


def _limit(row: ReadingRow, limit: float | None) -> str:
    if limit is None:
        return _NONE
    return ("≤ " if row.at_most else "") + (f"{limit:.1f} %" if row.percent else f"{limit:.2f}")
