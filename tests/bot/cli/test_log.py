"""The citation log from the shell: what is kept, found, checked, replayed and taken down."""

import csv
import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.bot.cli.conftest import COMMAND, CORPUS, Crosscite, environment

MEETING = "When will Koizumi meet Hegseth?"
UNANSWERABLE = "Who is the prime minister of Japan?"


def _settings(folder: Path) -> dict[str, str]:
    return {
        "CROSSCITE_LOG_DATABASE": f"sqlite:///{folder}/log.db",
        "CROSSCITE_LOG_KEY_FILE": str(folder / "key"),
        "CROSSCITE_LOG_ANCHORS": str(folder / "anchors.jsonl"),
        "CROSSCITE_INDEX_CORPUS": str(CORPUS),
    }


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory, models: str, story_index: str) -> Path:
    """The folder of a log of two questions."""
    folder = tmp_path_factory.mktemp("log")
    questions = "".join(json.dumps({"question": question}) + "\n" for question in (MEETING, UNANSWERABLE))
    subprocess.run(
        [*COMMAND, "ask", "--log", "--batch", "-", "--index", story_index],
        input=questions.encode(),
        check=True,
        capture_output=True,
        cwd=folder,
        env=environment(CROSSCITE_INDEX_MODELS=models, **_settings(folder)),
        timeout=120,
    )
    return folder


@pytest.fixture
def asked(logged: Path, story_index: str, tmp_path: Path) -> dict[str, str]:
    """The settings of a copy of that log, and of the index that was asked."""
    shutil.copytree(logged, tmp_path / "log")
    return {**_settings(tmp_path / "log"), "CROSSCITE_INDEX_DIRECTORY": story_index}


def test_asking_is_not_logged_unless_told_to(crosscite: Crosscite, story_index: str, tmp_path: Path) -> None:
    """The terminal leaves no trace by itself."""
    place = f"sqlite:///{tmp_path}/log/log.db"
    crosscite("ask", MEETING, "--index", story_index, CROSSCITE_LOG_DATABASE=place)
    assert not (tmp_path / "log").exists()


def test_events_are_listed_newest_first(crosscite: Crosscite, asked: dict[str, str]) -> None:
    """Each line says what happened, and to which answer; options narrow it down."""
    lines = [line.split() for line in crosscite("log", "list", **asked).stdout.decode().splitlines()]
    assert [(line[0], line[3]) for line in lines[1:]] == [
        ("4", "delivered"),
        ("3", "not"),
        ("2", "delivered"),
        ("1", "disputed"),
    ]
    assert lines[1][4:] == ["3", "shown"]
    assert lines[2][4:] == ["in", "sources", *UNANSWERABLE.split()]
    found = crosscite("log", "list", "--search", "HEGSETH meet", **asked).stdout.decode().splitlines()
    assert [line.split()[0] for line in found[1:]] == ["1"]
    assert found[1].endswith(f"  disputed  {MEETING}")
    unsettled = crosscite("log", "list", "--unsettled", **asked)
    assert unsettled.stdout == b"The citation log has no such event.\n"
    none = crosscite("log", "list", "--outcome", "answered", **asked)
    assert none.stdout == b"The citation log has no such event.\n"


def test_what_is_personal_is_kept_as_long_as_the_settings_say(
    crosscite: Crosscite, asked: dict[str, str]
) -> None:
    """Whoever opens the log removes what is older, once; what was answered stays."""
    kept = {**asked, "CROSSCITE_LOG_KEEP_DAYS": "1"}
    assert len(crosscite("log", "list", "--search", "Hegseth", **kept).stdout.splitlines()) == 2
    none = {**asked, "CROSSCITE_LOG_KEEP_DAYS": "0"}
    for _ in range(2):
        lines = crosscite("log", "list", **none).stdout.decode().splitlines()
        assert [line.split()[3] for line in lines[1:]] == [
            "expired",
            "delivered",
            "not",
            "delivered",
            "disputed",
        ]
        assert lines[1].endswith("personal fields were old enough: 2 records")
        assert lines[5].split()[3:] == ["disputed", "(erased)"]
    assert "January 18" in crosscite("log", "show", "1", **none).stdout.decode()
    assert crosscite("log", "verify", **none).returncode == 0


def test_an_answer_is_shown_as_it_was_given(crosscite: Crosscite, asked: dict[str, str]) -> None:
    """The quotes come from the log, with what became of the answer."""
    shown = crosscite("log", "show", "1", "--width", "100", **asked).stdout.decode()
    assert f"Question  {MEETING}\nAsked by  terminal\nStanding  shown\n" in shown
    assert "“where he will meet with US Secretary of" in shown
    assert "the dates differ in the day: 2024-01-18 · XXXX-01-15" in shown
    missing = crosscite("log", "show", "99", **asked)
    assert (missing.returncode, missing.stderr.decode()) == (
        1,
        "The citation log has no event 99; `crosscite log list` shows the newest.\n",
    )


def test_replaying_compares_byte_for_byte(crosscite: Crosscite, asked: dict[str, str]) -> None:
    """Logged questions, asked again by another process, give the same answers."""
    done = crosscite("log", "replay", "--last", "5", **asked)
    same = "the same, byte for byte"
    assert (done.returncode, done.stdout.decode()) == (0, f"3: {same}\n1: {same}\n2 of 2 the same.\n")
    both = crosscite("log", "replay", "1", "--last", "1", **asked)
    assert (both.returncode, both.stderr.decode()) == (
        2,
        "Give either numbers of answers or --last. See `crosscite log replay --help`.\n",
    )


def test_gaps_name_what_was_asked_in_vain(crosscite: Crosscite, asked: dict[str, str]) -> None:
    """The questions without an answer are counted; a server has none of the terminal's."""
    lines = crosscite("gaps", **asked).stdout.decode().splitlines()
    assert [line.split()[0] for line in lines] == ["asked", "1"]
    assert lines[1].endswith(UNANSWERABLE)
    assert crosscite("gaps", "--server", "7", **asked).stdout == b"Nothing was asked in vain.\n"


def test_export_writes_what_spreadsheets_cannot_run(
    crosscite: Crosscite, asked: dict[str, str], tmp_path: Path
) -> None:
    """A cell that begins like a formula is made text; JSON lines hold every field."""
    crosscite("ask", "--log", "=HYPERLINK(1) salary of Koizumi", **asked)
    target = tmp_path / "log.csv"
    crosscite("log", "export", "--format", "csv", "--output", str(target), "--kind", "answered", **asked)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows] == ["5", "3", "1"]
    assert rows[0]["what"] == "'=HYPERLINK(1) salary of Koizumi"
    assert rows[2]["what"] == MEETING
    lines = crosscite("log", "export", "--about", "1", **asked).stdout.splitlines()
    (record,) = map(json.loads, lines)
    assert (record["number"], record["kind"], record["about"]) == (2, "delivered", 1)


def test_verify_finds_an_edit(crosscite: Crosscite, asked: dict[str, str], tmp_path: Path) -> None:
    """The exit code is 1, and the event that was edited is named; a whole log says how far it can be relied on."""
    whole = crosscite("log", "verify", **asked)
    assert (whole.returncode, whole.stdout.decode().splitlines()) == (
        0,
        [
            "4 events: the chain is whole.",
            "The anchors reach to event 4; what was cut off after it could not be seen.",
        ],
    )
    source = Path(asked["CROSSCITE_LOG_DATABASE"].removeprefix("sqlite:///"))
    edited = tmp_path / "log.db"
    shutil.copy(source, edited)
    with sqlite3.connect(edited) as connection:
        connection.execute("UPDATE events SET outcome = 'answered' WHERE number = 1")
    connection.close()
    done = crosscite("log", "verify", **{**asked, "CROSSCITE_LOG_DATABASE": f"sqlite:///{edited}"})
    assert done.returncode == 1
    assert done.stdout.decode().splitlines()[:2] == [
        "Event 1 was changed, or stands in another's place.",
        "4 events: NOT as they were written.",
    ]


def test_a_member_is_forgotten(crosscite: Crosscite, asked: dict[str, str]) -> None:
    """Whoever asks the operator to be forgotten is, and it is on record; the terminal's questions are nobody's."""
    refused = crosscite("forget", "4200000000000000017", **asked)
    assert (refused.returncode, refused.stderr) == (1, b"Nothing was done.\n")
    done = crosscite("forget", "--yes", "4200000000000000017", **asked)
    assert done.stdout == b"Forgotten (event 5): 0 records held something of theirs.\n"
    assert len(crosscite("log", "list", "--search", "Hegseth", **asked).stdout.splitlines()) == 2
    assert crosscite("log", "verify", **asked).returncode == 0


def test_a_takedown_needs_the_article_out_of_the_index(
    crosscite: Crosscite, asked: dict[str, str], tmp_path: Path
) -> None:
    """First it goes from the corpus and the index; then its text goes from the log and from old indexes."""
    refused = crosscite("purge", "--yes", "caliber-az", **asked)
    assert (refused.returncode, refused.stderr.decode()) == (
        1,
        "caliber-az is still indexed: remove caliber-az.md from the corpus and run `crosscite build` first.\n",
    )
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    shutil.copytree(CORPUS, corpus)
    shutil.copytree(asked["CROSSCITE_INDEX_DIRECTORY"], index)
    moved = {**asked, "CROSSCITE_INDEX_CORPUS": str(corpus), "CROSSCITE_INDEX_DIRECTORY": str(index)}
    (corpus / "articles" / "caliber-az.md").unlink()
    assert crosscite("build", **moved).returncode == 0
    done = crosscite("purge", "--yes", "caliber-az", **moved)
    assert done.stdout.decode() == (
        "caliber-az was taken down (event 5): 2 answers retracted, 1 kept text erased, 1 old index removed.\n"
    )
    gone = crosscite("log", "show", "1", **moved).stdout.decode()
    assert "Event 1 cannot be shown as an answer any more: words that it needs were erased." in gone
    replayed = crosscite("log", "replay", "1", **moved).stdout.decode()
    assert replayed.splitlines()[0] == "1: cannot be replayed: its index version is gone"
    assert crosscite("log", "verify", **moved).returncode == 0
    again = crosscite("purge", "--yes", "caliber-az", **moved)
    assert again.stdout.decode() == "The citation log holds nothing of caliber-az.\n"


def test_a_log_that_cannot_be_written_shows_nothing(
    crosscite: Crosscite, story_index: str, tmp_path: Path
) -> None:
    """What is not on record is not shown: one line, exit code 1."""
    (tmp_path / "file").write_text("no folder")
    place = f"sqlite:///{tmp_path}/file/log.db"
    keys = {"CROSSCITE_LOG_KEY_FILE": str(tmp_path / "key"), "CROSSCITE_LOG_ANCHORS": str(tmp_path / "a")}
    done = crosscite("ask", "--log", MEETING, "--index", story_index, CROSSCITE_LOG_DATABASE=place, **keys)
    assert (done.returncode, done.stdout) == (1, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("The citation log cannot be opened (")
