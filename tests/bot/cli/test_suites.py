"""`crosscite evaluate --suite NAME`: public passages in one index, asked through the whole service."""

import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.conftest import CORPUS, REPOSITORY, Crosscite
from tests.word_reader import write_word_reader


def _row(name: str, label: str, question: str, *texts: str) -> dict[str, Any]:
    passages = [{"pid": n, "text": text} for n, text in enumerate(texts)]
    return {"id": name, "label": label, "question": question, "passages": passages}


# The checkout's own export of the embedding model: another one takes ten seconds, or two minutes under load.
MODELS = {"CROSSCITE_INDEX_MODELS": str(REPOSITORY / ".crosscite" / "models")}
STATION = "How many platforms does the station have?"
ROWS = [
    _row("a", "conflict", STATION, "The station has four platforms.", "The station has two platforms."),
    _row("b", "no_conflict", "How many doors does the hall have?", "The hall has two doors.", "\ud800 \x00"),
    _row("c", "unanswerable", "Why was the harbour closed?", "The train left early.", " "),
    _row("d", "unanswerable", "?", "The train left early."),
    _row("e", "ambiguous", "How many?", "Two."),
]


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """The data, and a reader that knows three words."""
    (tmp_path / "data" / "dev").mkdir(parents=True)
    with lzma.open(tmp_path / "data" / "dev" / "natconfqa.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in ROWS))
    model = str(write_word_reader(tmp_path / "words.onnx"))
    return {
        "CROSSCITE_EVAL_DATA": str(tmp_path / "data"),
        "CROSSCITE_READER_MODEL": model,
        "CROSSCITE_ENTAILMENT_MODEL": model,
        **MODELS,
    }


def test_a_suite_asks_every_row_and_counts(
    crosscite: Crosscite, tmp_path: Path, variables: dict[str, str]
) -> None:
    """Odd passages are read, a question that cannot be taken is counted, and the second run embeds nothing."""
    done = crosscite("evaluate", "--suite", "natconfqa", "--rows", "rows.jsonl", **variables)
    shown = [" ".join(line.split()) for line in done.stdout.decode().splitlines()]
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert shown[0] == "natconfqa: 4 questions asked, 5 of 6 own passages read, 1 failed."
    assert shown[2] == "measured of rate 95 % floor goal"
    assert shown[4].startswith("disputed: precision 1 of 1 1.000 0.207 to 1.000 0.60 0.90 goal reached")
    assert told == ["natconfqa-all: 5 passages, 5 paragraphs, 5 embedded."]
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["expected"], row["got"], row["right"]) for row in rows] == [
        ("a", "disputed", "disputed", True),
        ("b", "answered", "answered", True),
        ("c", "not_in_sources", "not_in_sources", True),
        ("d", "not_in_sources", "failed", False),
    ]
    assert [version["text"] for version in rows[0]["answer"]["versions"]] == ["four", "two"]
    again = crosscite("evaluate", "--suite", "natconfqa", "--limit", "1", "--own", **variables)
    assert again.stdout.decode().splitlines()[0] == (
        "natconfqa: 1 questions asked, a sample, each over its own passages alone, 2 of 2 own passages read."
    )
    assert again.stderr.decode() == "natconfqa-all: 5 passages, 5 paragraphs, 0 embedded.\n"


def test_what_is_missing_or_mixed_up_is_told_in_one_line(crosscite: Crosscite, tmp_path: Path) -> None:
    """Each message says what to do."""
    calls: list[tuple[tuple[str, ...], dict[str, str], str]] = [
        (
            ("--suite", "ramdocs"),
            {"CROSSCITE_EVAL_DATA": "none"},
            "There is no none/dev/ramdocs.jsonl.xz: CROSSCITE_EVAL_DATA is to name the folder that holds dev/.",
        ),
        (
            ("--suite", "reader", "--own"),
            {},
            "The suite reader asks no questions: it takes neither --offset, --own nor --rows.",
        ),
        (
            ("--limit", "3"),
            {},
            "A file of questions is asked whole: leave out --limit, --offset, --own, --rows.",
        ),
    ]
    for arguments, variables, message in calls:
        done = crosscite("evaluate", *arguments, **variables)
        assert done.returncode != 0
        assert done.stderr.decode().startswith(message)
        assert done.stdout == b""


def test_the_story_is_asked_from_its_own_corpus(crosscite: Crosscite) -> None:
    """Its table lies beside the articles, and needs no evaluation data."""
    done = crosscite(
        "evaluate", "--suite", "story", "--limit", "2", CROSSCITE_INDEX_CORPUS=str(CORPUS), **MODELS
    )
    assert done.stdout.decode().startswith("story: 2 questions asked, a sample, 4 of 4 own passages read.")
    assert "rows of the table right" in done.stdout.decode()
