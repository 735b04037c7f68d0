"""Measures a suite of questions over public passages, and prints how its rates stand to their floors."""

import os
from functools import partial
from pathlib import Path

import click
from rich.table import Table

from bot.answering.reader.model.protocol import EntailmentModel
from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.cli.tables import plain_table, print_table
from bot.evaluation.rates import Measure, Score, Share
from bot.evaluation.remembering import (
    Memory,
    RememberedEntailment,
    RememberedSpans,
    RememberedVectors,
)
from bot.evaluation.suites.measuring import SUITES, Sampling, measure_suite
from bot.evaluation.suites.report import SuiteReport
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from bot.wiring import Models, model_fingerprints, open_reader_models, open_service

_NONE = "–"


def measure_suite_and_report(name: str, sampling: Sampling, records: Path | None) -> int:
    """Print rates, outcomes and forms; exit code 1 where a floor is missed or a question could not be answered."""
    # The library that exports the embedding model, at the first run, draws a bar of its own.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    settings = read_settings()

    read, compared = (
        Memory(settings.eval_indexes / "said.sqlite", fingerprint)
        for fingerprint in model_fingerprints(settings)
    )

    def entailment() -> EntailmentModel:
        return RememberedEntailment(open_reader_models(settings)[1], compared)

    def remembered(models: Models) -> Models:
        return Models(
            RememberedSpans(models.spans, read),
            RememberedEntailment(models.entailment, compared),
            RememberedVectors(models.embedder, read),
        )

    report = measure_suite(
        SUITES[name],
        settings,
        partial(open_service, through=remembered),
        entailment,
        sampling=sampling,
        records=records,
        tell=streams.complain,
    )
    click.echo(neutralise(_heading(report, sampling)))
    click.echo()
    print_table(rates_table(report.rates))
    click.echo("\nWhat was expected, and what came:\n")
    print_table(outcomes_table(report))
    click.echo("\nRight, by what is asked for:\n")
    print_table(forms_table(report))
    return ExitCode.DONE if report.reaches_floors else ExitCode.FAILED


def rates_table(rates: tuple[Measure, ...]) -> Table:
    """Lay out one line a rate, its count beside it."""
    table = plain_table("measured", "of", "rate", "95 %", "floor", "goal", "", right=(1, 2, 3, 4, 5))
    for rate in rates:
        table.add_row(rate.measure, *_figures(rate), *_limits(rate), rate.standing.value)
    return table


def outcomes_table(report: SuiteReport) -> Table:
    """Lay out one line a label, one column for each thing that came."""
    came = sorted({got for counts in report.got.values() for got in counts})
    table = plain_table("expected", "rows", *came, right=tuple(range(1, len(came) + 2)))
    for label, counts in report.got.items():
        cells = (str(counts.get(got, 0)) for got in came)
        table.add_row(label, str(sum(counts.values())), *cells)
    return table


def forms_table(report: SuiteReport) -> Table:
    """Lay out one line for each form of question."""
    table = plain_table("asked for", "right", right=(1,))
    for line in report.forms:
        table.add_row(line.name, f"{line.right} of {line.count}")
    return table


def _heading(report: SuiteReport, sampling: Sampling) -> str:
    words = [f"{report.name}: {report.asked:,} questions asked"]
    if sampling.limit or sampling.offset:
        words.append("a sample")
    if sampling.own:
        words.append("each over its own passages alone")
    words.append(f"{report.own_read:,} of {report.own:,} own passages read")
    if report.failed:
        words.append(f"{report.failed:,} failed")
    return ", ".join(words) + "."


def _figures(rate: Measure) -> tuple[str, str, str]:
    if isinstance(rate, Score):
        return rate.rows, _NONE if rate.value is None else f"{rate.value:.3f}", _NONE
    if rate.value is None or rate.interval is None:
        return "0 of 0", _NONE, _NONE
    low, high = rate.interval
    return f"{rate.hits:,} of {rate.count:,}", f"{rate.value:.3f}", f"{low:.3f} to {high:.3f}"


def _limits(rate: Measure) -> tuple[str, str]:
    counted = isinstance(rate, Share) and rate.counted
    sign = "≤ " if isinstance(rate, Share) and rate.at_most else ""

    def shown(limit: float | None) -> str:
        return _NONE if limit is None else f"{sign}{limit:.0f}" if counted else f"{sign}{limit:.2f}"

    return shown(rate.floor), shown(rate.goal)
