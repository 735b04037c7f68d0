"""Puts a file of questions to the service and says which came out right."""

from pathlib import Path

import click

from bot.cli.answering import opened_answering
from bot.cli.exit_codes import ExitCode
from bot.evaluation.questions_file import read_questions
from bot.evaluation.scoring import EvaluationReport, evaluate
from bot.presentation.visible import neutralise
from bot.settings import read_settings


def evaluate_and_report(questions: Path, index: Path | None, *, logged: bool) -> int:
    """Print the faults, then the counts; exit code 1 unless everything is right."""
    expected = read_questions(questions)
    with opened_answering(read_settings(index_directory=index), logged=logged) as answer:
        report = evaluate(answer, expected)
    _print(report)
    return ExitCode.DONE if report.right == len(report.results) else ExitCode.FAILED


def _print(report: EvaluationReport) -> None:
    for result in report.results:
        for fault in result.faults:
            click.echo(neutralise(f"{result.expected.question}: {fault}"))
    for tag, (right, asked) in report.by_tag().items():
        click.echo(neutralise(f"{tag}: {right} of {asked}"))
    click.echo("versions shown that are expected: {} of {}".format(*report.versions()))
    click.echo(f"{report.right} of {len(report.results)} right")
