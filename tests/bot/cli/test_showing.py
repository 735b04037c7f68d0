"""Showing a paragraph in its context."""

import os
import pty
import subprocess

import pytest

from tests.bot.cli.conftest import COMMAND, Crosscite, environment


def test_a_quote_is_marked_in_its_paragraph(crosscite: Crosscite, story_index: str) -> None:
    """The offsets of the JSON interface mark the same words here."""
    done = crosscite(
        "show",
        "washington-dateline",
        "2",
        "--start",
        "18",
        "--end",
        "26",
        "--index",
        story_index,
        COLUMNS="60",
    )
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert lines[1] == "  Washington, January 12, 2024"
    assert lines[-7:] == [
        "  > ¶ 2  Strengthening the **Alliance** Amidst Indo-Pacific",
        "         Concerns",
        "",
        "    ¶ 3  Koizumi’s visit aims to reinforce the Japan-U.S.",
        "         alliance and address evolving security challenges",
        "         in the Indo-Pacific region.",
        "",
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["nope", "1"],
            "The index holds no article named 'nope'; an article is named as its file, without .md or .txt.",
        ),
        (
            ["no\x1b[31mpe", "1"],
            r"The index holds no article named 'no\x1b[31mpe'; an article is named as its file, without .md or .txt.",
        ),
        (["caliber-az", "11"], "caliber-az has 10 paragraphs, no ¶ 11."),
        (
            ["caliber-az", "1", "--start", "5", "--end", "5"],
            "--start and --end must lie within the 76 characters of ¶ 1.",
        ),
        (
            ["caliber-az", "1", "--end", "77"],
            "--start and --end must lie within the 76 characters of ¶ 1.",
        ),
    ],
)
def test_what_is_not_there_cannot_be_shown(
    crosscite: Crosscite, story_index: str, arguments: list[str], line: str
) -> None:
    """An article, a paragraph or a span that does not exist is a usage error in one line."""
    done = crosscite("show", *arguments, "--index", story_index)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"{line} See `crosscite show --help`.\n"


@pytest.mark.parametrize(
    ("variables", "first"),
    [
        ({"TERM": "xterm"}, b"  \x1b[1mJapanese defence minister to hold talks"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, b"  Japanese defence minister to hold talks"),
        ({"TERM": "dumb"}, b"  Japanese defence minister to hold talks"),
    ],
)
def test_style_is_for_terminals_that_want_it(
    story_index: str, models: str, variables: dict[str, str], first: bytes
) -> None:
    """A terminal gets bold and dim; with NO_COLOR, as in a pipe, the text comes plain."""
    ours, theirs = pty.openpty()
    subprocess.run(
        [*COMMAND, "show", "caliber-az", "1", "--end", "8", "--index", story_index],
        stdout=theirs,
        check=True,
        env=environment(CROSSCITE_INDEX_MODELS=models, **variables),
    )
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert shown.splitlines()[1].startswith(first)
    assert (b"\x1b" in shown) == (first.startswith(b"  \x1b"))
