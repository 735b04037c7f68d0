"""Builds whenever the corpus changes, until it is told to stop."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bot.cli import streams
from bot.cli.building import Options, checked_build, print_report, progress_line
from bot.cli.exit_codes import ExitCode
from bot.errors import CrossciteError
from bot.gate_wiring import QUESTIONS_FILE
from bot.presentation.visible import neutralise
from bot.settings import read_settings
from index.article_files.folder import articles_folder, list_candidates
from index.errors import ArticleIndexError, BuildInProgressError

_QUIET = 300  # milliseconds without a change, after which what was saved together is built together
_LONGEST = 3000  # milliseconds that changes without a pause are waited for
# Milliseconds after which the files are looked at though nothing was heard: network drives and the folders of
# virtual machines tell nobody of changes.
_EVERY = 5000

Look = frozenset[tuple[str, int, int]]


def watch_and_build(corpus: Path | None, index: Path | None, *, anyway: bool) -> None:
    """Build now and after each change, one line a build; never returns.

    A build that fails, or makes known questions come out worse, leaves the index as it is until the next change.

    Raises:
        CorpusError: there is no such folder.
    """
    settings = read_settings(corpus=corpus, index_directory=index)
    folder = articles_folder(settings.index.corpus)
    list_candidates(settings.index.corpus)  # a folder that is not there is told before anything is waited for
    streams.complain(f"Watching {folder}; Ctrl-C ends it.")
    tried: Look | None = None
    for _ in _moments(folder):
        seen = _look(settings.index.corpus)
        if seen is None or seen == tried:
            continue
        tried = seen
        try:
            with progress_line() as show:
                report = checked_build(settings, Options(check=not anyway), show, lambda **_: None)
        except BuildInProgressError:
            tried = None  # somebody else's; the files are looked at again in a moment
        except (ArticleIndexError, CrossciteError) as error:
            streams.complain(error.user_message)
        else:
            print_report(report, if_needed=True)
            sys.stdout.flush()


def _moments(folder: Path) -> Iterator[None]:
    """Yield now, soon after something changed in *folder*, and every few seconds."""
    from watchfiles import watch  # noqa: PLC0415 - only for this command

    yield
    while True:
        try:
            for _ in watch(
                folder,
                watch_filter=None,
                recursive=False,
                step=_QUIET,
                debounce=_LONGEST,
                rust_timeout=_EVERY,
                yield_on_timeout=True,
            ):
                yield
        except (
            KeyboardInterrupt
        ):  # what watchfiles makes of any signal; the program's own word for it is this
            sys.exit(ExitCode.INTERRUPTED)
        except FileNotFoundError:  # it was moved away, and may come back
            time.sleep(_EVERY / 1000)
            yield


def _look(corpus: Path) -> Look | None:
    """Return names, sizes and times of what a build reads; None where there is nothing to be read."""
    try:
        candidates, refused = list_candidates(corpus)
    except ArticleIndexError as error:
        streams.complain(error.user_message)
        return None
    files = [*(one.path for one in candidates), *(one.file for one in refused), corpus / QUESTIONS_FILE]
    return frozenset(filter(None, map(_facts, files)))


def _facts(path: Path) -> tuple[str, int, int] | None:
    try:
        details = path.stat()
    except OSError:
        return None
    return neutralise(str(path)), details.st_size, details.st_mtime_ns
