"""Reads the data sets that are there, runs the models over them, and reports; a full run takes minutes."""

from collections.abc import Callable
from pathlib import Path

from bot.answering.reader.model.protocol import EntailmentModel, SpanModel
from bot.answering.reader.trained_reader import TrainedReader
from bot.errors import EvaluationDataError
from bot.evaluation.data import Row, evaluation_file, rows, thinned
from bot.evaluation.reading.predictions import judge_pairs, predict_answers, tell_unanswerable
from bot.evaluation.reading.report import Findings, ReadingReport, assemble, counted
from index.embedding.protocol import Embedder

SQUAD, NATCONFQA, MNLI, NEGNLI, FEVERSYM = "qa_squad2_dev", "natconfqa", "nli_mnli_dev", "negnli", "feversym"
_PAIR = ("premise", "hypothesis", "label")
FILES = {
    SQUAD: ("question", "context", "answers"),
    NATCONFQA: ("question", "passages", "label"),
    MNLI: _PAIR,
    NEGNLI: _PAIR,
    FEVERSYM: _PAIR,
}


def measure_reading(
    spans: SpanModel,
    entailment: EntailmentModel,
    embedder: Embedder,
    data: Path,
    *,
    limit: int | None = None,
    tell: Callable[[str], None] = lambda _line: None,
) -> ReadingReport:
    """Measure the models on the sets in *data*; *tell* is given a line before each, also if it is not there.

    With a *limit* at most so many rows of each set are read, every n-th.

    Raises:
        EvaluationDataError: none of the sets is there, or one cannot be read.
        ReaderModelError: a model failed.
    """
    found = {name: evaluation_file(data, name) for name in FILES}
    if not any(found.values()):
        names = ", ".join(f"dev/{name}.jsonl.xz" for name in FILES)
        raise EvaluationDataError(
            f"There is no evaluation data in {data}: it holds none of {names}; "
            "CROSSCITE_EVAL_DATA is to name the folder that holds dev/."
        )

    def read(name: str) -> list[Row]:
        path = found[name]
        if path is None:
            tell(f"{name}: left out, there is no {data / 'dev' / name}.jsonl.xz.")
            return []
        part = thinned(rows(path, *FILES[name]), limit)
        tell(f"{name}: {counted(len(part), 'row')} …")
        return list(part)

    findings = Findings(
        squad=predict_answers(spans, read(SQUAD)),
        natconfqa=tell_unanswerable(TrainedReader(spans, entailment, embedder), read(NATCONFQA)),
        mnli=judge_pairs(entailment, read(MNLI)),
        negnli=judge_pairs(entailment, read(NEGNLI)),
        feversym=judge_pairs(entailment, read(FEVERSYM)),
    )
    return assemble((spans.name, entailment.name), spans.threshold, findings)
