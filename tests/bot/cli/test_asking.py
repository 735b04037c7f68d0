"""Asking, from the shell: what is printed where, and what the shell is told."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import CORPUS, NOT_JSON, Crosscite

MEETING = "When will Koizumi meet Hegseth?"
UNANSWERABLE = "Who is the prime minister of Japan?"


def test_a_dispute_is_shown_side_by_side(crosscite: Crosscite, story_index: str) -> None:
    """The question's words come unquoted; the answer is on standard output, the exit code 0."""
    done = crosscite("ask", *MEETING.split(), "--index", story_index, CROSSCITE_INDEX_CORPUS=str(CORPUS))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().split("\n  Sources\n")[0] == (
        """
  The sources disagree on the date.

  Thursday, January 18                               January 15
  1 report                                           1 report
  … “with a key meeting scheduled with U.S.          … “where he will meet with US Secretary of
  Defense Secretary Pete Hegseth in Washington on    Defense Pete Hegseth on **January 15**,
  **Thursday, January 18**.”                         Caliber.Az reports, citing Japanese media.”
  [1] Washington, January 12, 2024 · ¶ 1             [2] Caliber.Az · ¶ 3
"""
    )


def test_width_and_why(crosscite: Crosscite, story_index: str) -> None:
    """`--width` overrides the terminal's width, `--why` adds the reasons."""
    done = crosscite("ask", MEETING, "--why", "--width", "50", "--index", story_index)
    lines = done.stdout.decode().splitlines()
    assert lines.index("  Thursday, January 18") < lines.index("  January 15") < lines.index("  Why")
    assert "  “January 15” is read as XXXX-01-15" in lines
    assert max(map(len, lines)) <= 50


def test_what_the_sources_do_not_say_has_an_exit_code_of_its_own(
    crosscite: Crosscite, story_index: str
) -> None:
    """A script can tell an answer from none without reading it."""
    done = crosscite("ask", UNANSWERABLE, "--index", story_index)
    assert done.returncode == 3
    assert done.stdout.decode().splitlines()[1] == "  The sources do not say."
    as_json = crosscite("ask", "--json", UNANSWERABLE, "--index", story_index)
    assert as_json.returncode == 3
    assert json.loads(as_json.stdout)["outcome"] == "not_in_sources"


@pytest.mark.parametrize(
    ("question", "outcome", "sentence"),
    [
        ("hello", "small_talk", "Ask about the story: the answer is what its sources say, word for word."),
        (
            "小泉はいつヘグセスに会いますか",
            "unsupported_language",
            "Ask in English: questions in other languages cannot be read yet.",
        ),
    ],
)
def test_a_question_that_is_not_taken(
    crosscite: Crosscite, story_index: str, question: str, outcome: str, sentence: str
) -> None:
    """People get the fixed sentence as the one line on standard error, programs an object."""
    done = crosscite("ask", question, "--index", story_index)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"{sentence}\n")
    as_json = crosscite("ask", "--json", question, "--index", story_index)
    assert as_json.returncode == 2
    assert json.loads(as_json.stdout)["outcome"] == outcome


def test_a_batch_with_a_bad_line_fails_at_the_end(crosscite: Crosscite, story_index: str) -> None:
    """The bad line has its place among the answers, and the exit code is 1."""
    lines = json.dumps({"question": MEETING}) + "\n\noops\n" + json.dumps({"question": "thanks!"}) + "\n"
    done = crosscite("ask", "--batch", "-", "--index", story_index, stdin=lines.encode())
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert first["outcome"] == "disputed"
    assert second == {"line": 3, "error": NOT_JSON}
    assert third["outcome"] == "small_talk"


def test_the_index_is_read_and_the_corpus_is_not(
    crosscite: Crosscite, story_index: str, tmp_path: Path
) -> None:
    """What is asked is the index; that the corpus is newer is said in one line beside the answer."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "new.txt").write_text(
        "Koizumi will meet Hegseth on January 20.\n", encoding="utf-8"
    )
    plain = crosscite("ask", "--json", MEETING, "--index", story_index, CROSSCITE_INDEX_CORPUS=str(CORPUS))
    newer = crosscite("ask", "--json", MEETING, "--index", story_index, CROSSCITE_INDEX_CORPUS="corpus")
    assert newer.stdout == plain.stdout
    assert newer.stderr == (b"The articles are newer than the index: run `crosscite build` to read them.\n")


def test_shipped_questions_are_asked_and_counted(
    crosscite: Crosscite, story_index: str, tmp_path: Path
) -> None:
    """`evaluate` counts what is right and says so with its exit code; every fourteenth question is enough to see that."""
    lines = (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    some = tmp_path / "questions.jsonl"
    some.write_text("".join(lines[::14]), encoding="utf-8")
    done = crosscite("evaluate", str(some), "--index", story_index)
    last = done.stdout.decode().splitlines()[-1].split()
    assert last[1:4] == ["of", str(len(lines[::14])), "right"]
    assert done.returncode == (0 if last[0] == last[2] else 1)
