"""A hundred logged answers, each asked again by another process and compared byte for byte."""

import json
from itertools import islice, product
from pathlib import Path

from bot.evaluation.questions_file import read_questions
from index.wiring import build_index
from tests.benchmarks.figures import Figure, run_timed
from tests.benchmarks.places import CORPUS, settings_for

_ANSWERS = 100


def measure(folder: Path) -> list[Figure]:
    """Ask the corpus's questions, also with a greeting, through `ask --log`; then `log replay`."""
    settings = settings_for(CORPUS, folder / "replaying")
    build_index(settings.index)
    place = folder / "replayed"
    place.mkdir()
    questions = [expected.question for expected in read_questions(CORPUS / "questions.jsonl")]
    asked = islice(product(("", "Hello. "), questions), _ANSWERS)
    batch = place / "questions.jsonl"
    batch.write_text(
        "".join(json.dumps({"question": f"{greeting}{question}"}) + "\n" for greeting, question in asked),
        encoding="utf-8",
    )
    where = {
        "CROSSCITE_INDEX_DIRECTORY": str(settings.index.directory),
        "CROSSCITE_LOG_DATABASE": f"sqlite:///{place / 'log.db'}",
        "CROSSCITE_LOG_KEY_FILE": str(place / "key"),
        "CROSSCITE_LOG_ANCHORS": str(place / "anchors.jsonl"),
    }
    logged = run_timed(["-m", "bot.cli", "ask", "--log", "--batch", str(batch)], **where)
    replayed = run_timed(["-m", "bot.cli", "log", "replay", "--last", str(_ANSWERS)], **where)
    return [
        Figure(
            f"{_ANSWERS} logged answers, replayed by another process",
            replayed.output.splitlines()[-1],
            f"{replayed.seconds:.1f} s; answering and logging them took {logged.seconds:.1f} s",
        )
    ]
