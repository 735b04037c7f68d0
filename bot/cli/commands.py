"""The commands, their options and their help. Only click is imported here, so that `--help` comes at once."""

# ruff: noqa: PLC0415 - each command imports its work, and numpy or rich with it, only when it is called

from pathlib import Path
from typing import IO

import click

from bot.cli import index_commands, log_commands
from bot.cli.options import index_option, width_option

# As `bot.evaluation.suites` has them.
_SUITES = ("natconfqa", "ramdocs", "rgb_fact", "fakes_clusters", "equate", "story", "reprints")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="crosscite", prog_name="crosscite", message="%(prog)s %(version)s")
@click.pass_context
def crosscite(context: click.Context) -> None:
    """Answer questions about a news story in the sources' own words, every version side by side.

    Exit codes: 0 answered or disputed, 3 not in the sources, 2 a question or an option that cannot be
    taken, 1 failure, 130 interrupted.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@crosscite.command()
@click.argument("question", nargs=-1)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object; `crosscite schema` describes it."
)
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Read one JSON object with a question per line (-: standard input), print one answer per line.",
)
@index_option
@click.option(
    "--log", "logged", is_flag=True, help="Write the answer down in the citation log before it is shown."
)
@click.option("--why", is_flag=True, help="Say by which rule the versions were told apart.")
@width_option
def ask(
    *,
    question: tuple[str, ...],
    as_json: bool,
    batch: IO[bytes] | None,
    index: Path | None,
    logged: bool,
    why: bool,
    width: int | None,
) -> int:
    """Answer QUESTION with quotes; its words need no quotation marks.

    With --batch, blank lines are passed over; a line that cannot be answered yields
    {"line": N, "error": "..."} in its place, the rest is still answered, and the exit code is 1.
    """
    if bool(question) == (batch is not None):
        raise click.UsageError("Give either a question or, with --batch, a file of questions.")
    from bot.cli import asking

    if batch is not None:
        return asking.ask_batch(batch, index, logged=logged)
    words = " ".join(question)
    if as_json:
        return asking.ask_as_json(words, index, logged=logged)
    return asking.ask_on_terminal(words, index, logged=logged, why=why, width=width)


@crosscite.command()
@click.argument("article")
@click.argument("paragraph", type=click.IntRange(min=1))
@click.option("--start", type=click.IntRange(min=0), metavar="N", help="Where the quote begins.")
@click.option("--end", type=click.IntRange(min=1), metavar="N", help="Where the quote ends, exclusive.")
@index_option
@width_option
def show(
    *,
    article: str,
    paragraph: int,
    start: int | None,
    end: int | None,
    index: Path | None,
    width: int | None,
) -> int:
    """Show PARAGRAPH of ARTICLE in its context, the quote marked."""
    from bot.cli.showing import show_paragraph

    return show_paragraph(article, paragraph, (start, end), index, width)


@crosscite.command()
def schema() -> int:
    """Print the JSON schema of what `ask --json` prints."""
    from bot.presentation.json_interface import schema as json_schema

    click.echo(json_schema())
    return 0


@crosscite.command()
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@index_option
@click.option(
    "--suite",
    type=click.Choice(["questions", "reader", *_SUITES]),
    default="questions",
    help="questions: a file of them, put to the index. reader: the trained reader alone, on public data. "
    "The others: questions over public passages, put to the whole service.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Of a suite on public data: every n-th row, at most N of each set.",
)
@click.option(
    "--offset",
    type=click.IntRange(min=0),
    metavar="N",
    help="Of a suite of questions: leave out the first N.",
)
@click.option("--own", is_flag=True, help="Of a suite of questions: let each find only its own passages.")
@click.option(
    "--rows",
    "records",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Of a suite of questions: write what came of each, one JSON object a line.",
)
@click.option("--log", "logged", is_flag=True, help="With a file of questions: write the answers down.")
def evaluate(
    *,
    questions: Path | None,
    index: Path | None,
    suite: str,
    limit: int | None,
    offset: int | None,
    own: bool,
    records: Path | None,
    logged: bool,
) -> int:
    """Ask every question of a file and compare with the answers it expects.

    Without QUESTIONS it is corpus/questions.jsonl. The other suites need no index: they read the data in the
    folder CROSSCITE_EVAL_DATA, which takes minutes. The exit code is 1 where an answer is wrong or a floor is
    missed.
    """
    sampled = bool(offset or own or records)
    if suite == "questions":
        if limit or sampled:
            raise click.UsageError(
                "A file of questions is asked whole: leave out --limit, --offset, --own, --rows."
            )
        from bot.cli.evaluating import evaluate_and_report

        return evaluate_and_report(questions or Path("corpus/questions.jsonl"), index, logged=logged)
    if questions or index or logged:
        raise click.UsageError(f"The suite {suite} takes neither questions, an index nor the log.")
    if suite == "reader":
        if sampled:
            raise click.UsageError(
                "The suite reader asks no questions: it takes neither --offset, --own nor --rows."
            )
        from bot.cli.measuring import measure_and_report

        return measure_and_report(limit)
    from bot.cli.suites import measure_suite_and_report
    from bot.evaluation.suites.measuring import Sampling

    return measure_suite_and_report(suite, Sampling(limit, offset or 0, own), records)


@crosscite.command()
@click.option(
    "--verbose", is_flag=True, help="Log every request, questions included: for a server of your own only."
)
def run(*, verbose: bool) -> int:
    """Answer in Discord until told to stop; CROSSCITE_DISCORD_TOKEN is the bot's token."""
    from bot.cli.running import run_bot

    return run_bot(verbose=verbose)


crosscite.add_command(index_commands.build)
crosscite.add_command(index_commands.changes)
crosscite.add_command(index_commands.status)
crosscite.add_command(log_commands.log)
crosscite.add_command(log_commands.gaps)
crosscite.add_command(log_commands.purge)
crosscite.add_command(log_commands.forget)
