"""`make wordings`: how many questions are answered rightly as they were written, and in other words.

`tests/wordings/` holds sets of other words for the questions of the corpus and of four stories, a line for each, by people
who saw questions and articles and no rule. Rules were then written on what the sets showed, in order of their numbers: a
set is honest only for what is older. Of the other stories the questions are all there is; they, too, are older than the
rules that they gave rise to: first `bridge` and `transfer`, then `wildfire` and `trade`, then `flood` and
`heist`, then `mine` and `outbreak`; nobody has yet written any on `strike`, `envoy`,
`observatory` and `patrol`.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.answering.answers import Outcome
from bot.evaluation.questions_file import ExpectedAnswer, read_questions
from bot.evaluation.scoring import EvaluationReport, Scored, evaluate
from bot.wiring import open_service
from index.wiring import build_index
from tests.benchmarks.places import CORPUS, ROOT, settings_for

_STORIES, _WORDINGS = ROOT / "tests" / "stories", ROOT / "tests" / "wordings"
_WRITTEN = "as written"


def main() -> None:
    """Ask everything, or the sets that the arguments name ("as written", "6"), and print the table."""
    results: dict[str, list[Scored]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in [CORPUS.name, *sorted(path.name for path in _STORIES.iterdir() if path.is_dir())]:
            print(f"{name} …", file=sys.stderr, flush=True)
            corpus = CORPUS if name == CORPUS.name else _STORIES / name
            settings = settings_for(corpus, Path(folder) / name)
            build_index(settings.index)
            service = open_service(settings)
            for title, questions in _sets(name, read_questions(corpus / "questions.jsonl")).items():
                if not sys.argv[1:] or title.split(",")[0] in sys.argv[1:]:
                    results.setdefault(title, []).extend(evaluate(service.answer, questions).results)
    table = Table(
        "wording",
        "right",
        "disputes found",
        "falsely disputed",
        "refused rightly",
        "versions shown that are expected",
        box=None,
        pad_edge=False,
    )
    for title, found in sorted(results.items()):
        table.add_row(title, *_figures(found))
    Console(soft_wrap=True).print(table)


def _sets(name: str, written: Sequence[ExpectedAnswer]) -> dict[str, list[ExpectedAnswer]]:
    """Return a story's questions by the title of each set."""
    files = sorted((_WORDINGS / name).glob("*.txt"))
    if not files:
        return {f"{_WRITTEN}, {name}": list(written)}
    return {_WRITTEN: list(written)} | {file.stem: _reworded(written, file) for file in files}


def _reworded(written: Sequence[ExpectedAnswer], file: Path) -> list[ExpectedAnswer]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [one.model_copy(update={"question": line}) for one, line in zip(written, lines, strict=True)]


def _figures(results: Sequence[Scored]) -> Iterable[str]:
    yield f"{sum(one.right for one in results)} of {len(results)}"
    for expected, given in (
        (Outcome.DISPUTED, Outcome.DISPUTED),
        (Outcome.ANSWERED, Outcome.DISPUTED),
        (Outcome.NOT_IN_SOURCES, Outcome.NOT_IN_SOURCES),
    ):
        outcomes = [one.answer.outcome for one in results if one.expected.outcome is expected]
        yield f"{outcomes.count(given)} of {len(outcomes)}"
    yield "{} of {}".format(*EvaluationReport(tuple(results)).versions())


if __name__ == "__main__":
    main()
