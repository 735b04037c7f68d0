"""The trained reader: how long it takes to read, and how well it reads public data."""

import sys
from pathlib import Path

from bot.cli.measuring import shown
from bot.evaluation.data import evaluation_file
from bot.evaluation.reading.report import ReadingRow
from bot.evaluation.reading.suite import FILES, measure_reading
from bot.settings import Settings, read_settings
from bot.wiring import open_models, open_reader_models
from index.embedding.exported import export_once, open_embedder
from index.embedding.models import locate_model
from tests.benchmarks.figures import Figure, clock, percentile
from tests.benchmarks.places import CORPUS, settings_for
from tests.benchmarks.texts import paragraphs

_QUESTION = "Which country did the minister visit first?"
_PASSAGES, _WORDS, _ROUNDS, _THREADS = 20, 80, 9, 2


def measure(folder: Path) -> list[Figure]:
    """Time one question against many passages, then run the whole suite where its data is."""
    return [*_speed(folder), *_quality(read_settings())]


def _speed(folder: Path) -> list[Figure]:
    """Read and embed the same word pieces in turns: the question stands before every passage."""
    settings = settings_for(CORPUS, folder / "reading").model_copy(update={"reader_threads": _THREADS})
    model, _ = open_reader_models(settings)
    source = locate_model(settings.index.embedding_model)
    export_once(settings.index.models, source)
    embedder = open_embedder(settings.index.models, source.name, source.sha256, _THREADS)
    drawn = paragraphs(4 * _PASSAGES, _WORDS)
    passages = [text for text in drawn if len(text.split()) >= _WORDS][:_PASSAGES]  # some are shorter
    joined = [f"{_QUESTION} {passage}" for passage in passages]
    reading: list[float] = []
    embedding: list[float] = []
    for _ in range(_ROUNDS):
        start = clock()
        model.spans(_QUESTION, passages)
        reading.append(clock() - start)
        start = clock()
        embedder.embed(joined)
        embedding.append(clock() - start)
    read, bare = percentile(reading, 0.5), percentile(embedding, 0.5)
    return [
        Figure(
            f"{_PASSAGES} passages of {_WORDS} words read for one question, p50",
            f"{1000 * read:.0f} ms",
            f"{read / bare:.2f} times what embedding as many word pieces takes ({1000 * bare:.0f} ms), "
            f"{_ROUNDS} rounds, {_THREADS} threads",
        )
    ]


def _quality(settings: Settings) -> list[Figure]:
    data = settings.eval_data
    if data is None or not any(evaluation_file(data, name) for name in FILES):
        beside = "set CROSSCITE_EVAL_DATA to the folder of the evaluation data"
        return [Figure("reading of public data", "skipped", beside)]
    report = measure_reading(
        *open_models(settings), data, tell=lambda line: print(f"  {line}", file=sys.stderr, flush=True)
    )
    return [Figure(row.measure, shown(row), _beside(row)) for row in report.rows]


def _beside(row: ReadingRow) -> str:
    if row.floor is None:
        return row.rows
    bound = "at most " if row.at_most else ""
    standing = f", {row.standing.value}" if row.standing.value else ""
    return f"floor {bound}{row.floor:g}, goal {bound}{row.goal:g}{standing}; {row.rows}"
