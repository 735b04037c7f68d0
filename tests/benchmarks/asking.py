"""Cold start to the first answer, and answers from a service that is already open."""

from pathlib import Path

from bot.evaluation.questions_file import read_questions
from bot.wiring import open_service
from index.wiring import build_index
from tests.benchmarks.figures import Figure, best_of, clock, percentile
from tests.benchmarks.places import CORPUS, settings_for

_PEER = "import sentence_transformers, torch"
_QUESTION = "When will Koizumi meet Hegseth?"


def measure(folder: Path) -> list[Figure]:
    """Time `crosscite ask` as a process, `--help`, and every question of the corpus in one process."""
    settings = settings_for(CORPUS, folder / "asking")
    build_index(settings.index)
    where = {"CROSSCITE_INDEX_DIRECTORY": str(settings.index.directory)}
    cold = best_of(5, ["-m", "bot.cli", "ask", "--json", _QUESTION], **where)
    usage = best_of(5, ["-m", "bot.cli", "--help"])
    peer = best_of(1, ["-c", _PEER])
    service = open_service(settings)
    service.answer(_QUESTION)
    took = []
    for expected in read_questions(CORPUS / "questions.jsonl"):
        start = clock()
        service.answer(expected.question)
        took.append(clock() - start)
    return [
        Figure(
            "cold `ask`, process start to printed answer",
            f"{cold.seconds:.2f} s",
            f"{peer.seconds / cold.seconds:.1f} times as fast as importing sentence-transformers alone",
        ),
        Figure("its peak memory", f"{cold.megabytes:.0f} MB", f"the import alone {peer.megabytes:.0f} MB"),
        Figure("`--help`", f"{usage.seconds:.2f} s"),
        Figure(
            "warm answer, p50 · p95",
            f"{1000 * percentile(took, 0.5):.0f} · {1000 * percentile(took, 0.95):.0f} ms",
            f"over {len(took)} questions, each once",
        ),
    ]
