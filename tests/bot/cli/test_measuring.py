"""`crosscite evaluate --suite reader`, over a model that goes by single words and sets worked out by hand."""

import json
import lzma
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.conftest import Crosscite
from tests.word_reader import MAYBE, NOT, write_word_reader

pytestmark = pytest.mark.long

Measured = Callable[..., tuple[int, list[str], list[str]]]


def _question(context: str, *answers: str) -> dict[str, Any]:
    return {"question": "How many?", "context": context, "answers": [{"text": text} for text in answers]}


def _passages(label: str, *texts: str) -> dict[str, Any]:
    return {"question": "How many?", "label": label, "passages": [{"text": text} for text in texts]}


def _pair(word: str, label: str) -> dict[str, Any]:
    return {"premise": "They met.", "hypothesis": f"They have {word} met.", "label": label}


SETS = {
    "qa_squad2_dev": [
        _question("There were four platforms.", "Four"),
        _question("It took two hours.", "two hours", "some hours"),
        _question("It cost six crowns.", "six"),
        _question("The train left."),
        _question("The train left from platform four."),
    ],
    "natconfqa": [
        _passages("unanswerable", "The train left.", "It came back."),
        _passages("conflict", "The train left.", "There were four platforms."),
        _passages("no_conflict", "There were six trains."),
        _passages("ambiguous", "There were four platforms."),
        _passages("unanswerable", "It took two hours."),
    ],
    "nli_mnli_dev": [
        _pair("", "entailment"),
        _pair(MAYBE, "neutral"),
        _pair(NOT, "contradiction"),
        _pair("", "neutral"),
    ],
    "negnli": [_pair(NOT, "contradiction"), _pair("", "contradiction"), _pair(NOT, "neutral")],
    "feversym": [_pair(NOT, "contradiction"), _pair("", "entailment")],
}


def _write(folder: Path, name: str, lines: Sequence[str]) -> None:
    (folder / "dev").mkdir(parents=True, exist_ok=True)
    with lzma.open(folder / "dev" / f"{name}.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of all five sets."""
    for name, found in SETS.items():
        _write(tmp_path / "data", name, [json.dumps(row) for row in found])
    return tmp_path / "data"


@pytest.fixture
def measured(crosscite: Crosscite, tmp_path: Path, data: Path) -> Measured:
    """Run the suite: its exit code, and the lines of both streams."""
    model = str(write_word_reader(tmp_path / "words.onnx"))

    def run(*options: str, **variables: str) -> tuple[int, list[str], list[str]]:
        own = {"CROSSCITE_EVAL_DATA": str(data), "CROSSCITE_READER_MODEL": model}
        own["CROSSCITE_ENTAILMENT_MODEL"] = model
        done = crosscite("evaluate", "--suite", "reader", *options, **own | variables)
        return done.returncode, done.stdout.decode().splitlines(), done.stderr.decode().splitlines()

    return run


def test_every_rate_stands_beside_its_floor_its_goal_and_its_count(measured: Measured) -> None:
    """The table says in words what is reached, the second what the surest answers are worth; a floor missed is 1."""
    code, shown, told = measured()
    assert code == 1
    assert [" ".join(line.split()) for line in shown] == [
        "Read by word-reader, threshold 1.00.",
        "",
        "measured value floor goal of",
        "SQuAD 2.0 dev, exact match 40.00 % – – 5 questions",
        "SQuAD 2.0 dev, F1 53.33 % 72.9 % 77.0 % floor missed 5 questions",
        "SQuAD 2.0 dev, F1 on the answerable 55.56 % – – 3 answerable questions",
        "SQuAD 2.0 dev, unanswerable refused 0.500 0.74 0.82 floor missed 2 unanswerable questions",
        "SQuAD 2.0 dev, F1 lost on the answerable 33.33 % ≤ 8.0 % ≤ 5.0 % floor missed 3 answerable questions",
        "natconfqa, unanswerable F1 1.000 0.55 0.75 goal reached 4 questions, 2 of them unanswerable",
        "MultiNLI dev, accuracy 0.750 0.74 0.80 floor reached 4 pairs",
        "negnli, contradiction F1 0.500 0.60 0.80 floor missed 3 pairs, 2 of them contradiction",
        "feversym, contradiction F1 1.000 0.60 0.75 goal reached 2 pairs, 1 of them contradiction",
        "",
        "SQuAD 2.0 dev, only the surest questions answered:",
        "",
        "answered questions margin from risk (1 - F1)",
        *["40.0 % 2 5.50 0.500"] * 5,
        "60.0 % 3 2.00 0.444",
        *["80.0 % 4 0.50 0.333"] * 3,
        "100.0 % 5 -11.93 0.467",
        "",
        "The threshold answers 60.0 % of the questions.",
    ]
    assert told == [
        "qa_squad2_dev: 5 rows …",
        "natconfqa: 5 rows …",
        "nli_mnli_dev: 4 rows …",
        "negnli: 3 rows …",
        "feversym: 2 rows …",
    ]


def test_what_is_piped_is_plain(measured: Measured) -> None:
    """Neither colours nor blanks at the end of a line, and no line is folded."""
    _, shown, _ = measured()
    assert not any("\x1b" in line or line != line.rstrip() for line in shown)
    assert shown[4].startswith("SQuAD 2.0 dev, F1    ")
    assert shown[4].endswith("  floor missed   5 questions")


def test_one_threshold_holds_for_every_rate(measured: Measured) -> None:
    """A threshold from the settings moves SQuAD's rates and natconfqa's alike."""
    _, shown, _ = measured(CROSSCITE_READER_THRESHOLD="0.25")
    assert shown[0] == "Read by word-reader, threshold 0.25."
    rates = {line.split("  ")[0]: " ".join(line.split("  ")[1:]).split()[0] for line in shown[3:12]}
    assert rates["SQuAD 2.0 dev, F1"] == "73.33"
    assert rates["SQuAD 2.0 dev, F1 lost on the answerable"] == "0.00"
    assert rates["natconfqa, unanswerable F1"] == "1.000"


def test_a_quick_look_is_said_to_be_one(measured: Measured) -> None:
    """With a limit every n-th row is read, and both streams say how many."""
    _, shown, told = measured("--limit", "2")
    assert shown[1] == "A quick look: at most 2 rows of each set, every n-th."
    assert told == [
        "qa_squad2_dev: 2 rows …",
        "natconfqa: 2 rows …",
        "nli_mnli_dev: 2 rows …",
        "negnli: 2 rows …",
        "feversym: 2 rows …",
    ]
    assert " ".join(shown[4].split()).endswith("exact match 100.00 % – – 2 questions")


def test_a_set_that_is_not_there_is_named_and_not_measured(measured: Measured, data: Path) -> None:
    """The others are measured, and a rate without rows misses no floor."""
    for name in SETS:
        if name != "feversym":
            (data / "dev" / f"{name}.jsonl.xz").unlink()
    code, shown, told = measured()
    assert code == 0
    assert " ".join(shown[3].split()) == "SQuAD 2.0 dev, exact match not measured – – 0 questions"
    assert " ".join(shown[-1].split()).startswith("feversym, contradiction F1 1.000")
    assert told[0] == f"qa_squad2_dev: left out, there is no {data}/dev/qa_squad2_dev.jsonl.xz."
    assert told[-1] == "feversym: 2 rows …"


def test_without_the_data_one_line_says_what_to_set(crosscite: Crosscite) -> None:
    """Neither an index nor a question is asked for: the call cannot be taken, which is exit code 2."""
    done = crosscite("evaluate", "--suite", "reader")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"Set CROSSCITE_EVAL_DATA to the folder of the evaluation data. See `crosscite evaluate --help`.\n"
    )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (['{"question": "Who?", "context": "She."}'], ":1: the row has no answers."),
        ([json.dumps(_question("Four.", "Four")), "?"], ":2: the line is not JSON ("),
    ],
)
def test_a_set_that_cannot_be_read_is_told_in_one_line(
    measured: Measured, data: Path, lines: list[str], reason: str
) -> None:
    """The line names the file and its line."""
    _write(data, "qa_squad2_dev", lines)
    code, shown, told = measured()
    assert (code, shown) == (1, [])
    (line,) = told
    assert line.startswith(f"{data}/dev/qa_squad2_dev.jsonl.xz{reason}")


def test_a_folder_without_any_of_the_sets_is_told(measured: Measured, tmp_path: Path) -> None:
    """A setting that points elsewhere is a failure that names the folder."""
    code, shown, told = measured(CROSSCITE_EVAL_DATA=str(tmp_path))
    assert (code, shown) == (1, [])
    assert told[0].startswith(
        f"There is no evaluation data in {tmp_path}: it holds none of dev/qa_squad2_dev"
    )


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--limit", "5"], "A file of questions is asked whole: leave out --limit, --offset, --own, --rows."),
        (
            ["--suite", "reader", "--index", "i"],
            "The suite reader takes neither questions, an index nor the log.",
        ),
    ],
)
def test_an_option_of_the_other_suite_is_refused(crosscite: Crosscite, options: list[str], line: str) -> None:
    """What would have no effect is not taken."""
    done = crosscite("evaluate", *options)
    assert (done.returncode, done.stderr.decode()) == (2, f"{line} See `crosscite evaluate --help`.\n")
