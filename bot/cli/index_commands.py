"""The commands of the index, building it and what that changed; as `commands`, without the work."""

# ruff: noqa: PLC0415 - each command imports its work only when it is called

from pathlib import Path

import click

from bot.cli.options import DIRECTORY, index_option


@click.command()
@click.option("--corpus", type=DIRECTORY, metavar="DIR", help="Folder of the articles.")
@index_option
@click.option("--if-needed", is_flag=True, help="Say nothing where the index is up to date.")
@click.option(
    "--add",
    "added",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Copy FILE into the corpus and index it: both, or neither.",
)
@click.option("--watch", is_flag=True, help="Build again whenever the articles change, until Ctrl-C.")
@click.option("--undo", is_flag=True, help="Go back to the version before the current one.")
@click.option(
    "--check",
    is_flag=True,
    help="Ask questions.jsonl beside the articles first; keep the old index if the answers get worse. "
    "--add and --watch do so by themselves.",
)
@click.option("--anyway", is_flag=True, help="With --add and --watch: do not ask them.")
@click.option("--gently", is_flag=True, help="Let everything else on this machine go first.")
@click.option(
    "--tell",
    "telling",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write how far it is, and how it ended, into FILE, as JSON.",
)
def build(
    *,
    corpus: Path | None,
    index: Path | None,
    if_needed: bool,
    added: Path | None,
    watch: bool,
    undo: bool,
    check: bool,
    anyway: bool,
    gently: bool,
    telling: Path | None,
) -> int:
    """Build the index from the articles; what did not change is kept.

    A bot that is running notices a new index by itself.
    """
    if (watch or undo) and (added or telling or check or gently or if_needed or (watch and undo)):
        raise click.UsageError(
            "--watch and --undo go with --corpus and --index only, --watch also with --anyway."
        )
    if anyway and (check or undo or not (watch or added)):
        raise click.UsageError("--anyway goes with --add or --watch, and not with --check.")
    if watch:
        from bot.cli.watching import watch_and_build

        watch_and_build(corpus, index, anyway=anyway)
    from bot.cli.building import Options, build_and_report, undo_and_report

    if undo:
        return undo_and_report(corpus, index)
    checked = check or (added is not None and not anyway)
    return build_and_report(corpus, index, Options(added, checked, telling, gently), if_needed=if_needed)


@click.command()
@click.option("--since", required=True, metavar="VERSION", help="The index version before.")
@click.option(
    "--server", "servers", multiple=True, metavar="ID", help="A server whose open questions are asked again."
)
@index_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--gently", is_flag=True, help="Let everything else on this machine go first.")
def changes(*, since: str, servers: tuple[str, ...], index: Path | None, as_json: bool, gently: bool) -> int:
    """Say what the newest index changed: articles, and answers of the last 30 days that would differ now."""
    from bot.cli.changes import print_changes

    return print_changes(since, servers, index, as_json=as_json, gently=gently)


@click.command()
@index_option
def status(index: Path | None) -> int:
    """Say which index is in use, and whether the articles are newer."""
    from bot.cli.status import print_status

    return print_status(index)
