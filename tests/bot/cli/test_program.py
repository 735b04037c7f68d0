"""Exit codes, and one line for whatever goes wrong."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.conftest import COMMAND, CORPUS, NOT_JSON, Crosscite, environment


def test_help_needs_nothing_heavy() -> None:
    """`--help` comes at once because neither numpy nor rich nor pydantic is imported for it."""
    program = (
        "import sys\n"
        "from bot.cli.program import run\n"
        "codes = [run([*name.split(), '--help']) for name in ('', 'ask', 'build', 'show', 'log list')]\n"
        "heavy = {'numpy', 'faiss', 'onnxruntime', 'pydantic', 'rich', 'torch', 'discord', 'sqlalchemy', 'index.wiring'}\n"
        "print(codes, sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=environment(), text=True
    )
    assert done.stderr == "[0, 0, 0, 0, 0] []\n"


def test_without_a_command_there_is_help(crosscite: Crosscite) -> None:
    """Who types only the name is shown what there is."""
    done = crosscite()
    assert (done.returncode, done.stderr) == (0, b"")
    listed = [line.split()[0] for line in done.stdout.decode().split("Commands:\n")[1].splitlines()]
    assert listed == [
        "ask",
        "build",
        "changes",
        "evaluate",
        "forget",
        "gaps",
        "log",
        "purge",
        "run",
        "schema",
        "show",
        "status",
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["aks"], "No such command 'aks'. Did you mean 'ask'? See `crosscite --help`."),
        (
            ["ask"],
            "Give either a question or, with --batch, a file of questions. See `crosscite ask --help`.",
        ),
        (
            ["ask", "who", "--batch", "-"],
            "Give either a question or, with --batch, a file of questions. See `crosscite ask --help`.",
        ),
        (
            ["ask", "who", "--width", "3"],
            "Invalid value for '--width': 3 is not in the range x>=20. See `crosscite ask --help`.",
        ),
        (["show", "caliber-az"], "Missing argument 'PARAGRAPH'. See `crosscite show --help`."),
        (["ask", ""], "The question is empty; ask something like: When will they meet?"),
        (["ask", " \t", "?"], "The question is empty; ask something like: When will they meet?"),
        (["ask", "when " * 400], "The question has 1,999 characters; at most 1,000 can be read."),
    ],
)
def test_what_cannot_be_taken_is_told_in_one_line(
    crosscite: Crosscite, arguments: list[str], line: str
) -> None:
    """A wrong option and a question that cannot be taken end with exit code 2, before any index is needed."""
    done = crosscite(*arguments)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"{line}\n")


@pytest.mark.parametrize(
    "command", [["ask", "when?"], ["status"], ["show", "a", "1"], ["ask", "--batch", "-"]]
)
def test_without_an_index_nothing_can_be_asked(crosscite: Crosscite, command: list[str]) -> None:
    """The one line says what to do, and the exit code is 1."""
    done = crosscite(*command)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"There is no index in .crosscite/index: run `crosscite build` first.\n"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CROSSCITE_INDEX_KEEP_DAYS", "-1", "Input should be greater than or equal to 0."),
        ("CROSSCITE_INDEX_KEPT_DAYS", "7", "there is no such setting; deploy/env.example lists all."),
        (
            "CROSSCITE_MONITOR_ADDRESS",
            "port",
            "it cannot be understood; deploy/env.example says how it is written.",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    crosscite: Crosscite, name: str, value: str, told: str
) -> None:
    """The line names the variable as it is written in the environment, and says what may stand there."""
    done = crosscite("status", **{name: value})
    assert (done.returncode, done.stderr.decode()) == (1, f"{name}: {told}\n")


def test_settings_that_are_no_text_are_told(crosscite: Crosscite, tmp_path: Path) -> None:
    """The line names the file and what to do with it."""
    (tmp_path / ".env").write_bytes(b"CROSSCITE_INDEX_DIRECTORY=caf\xe9\n")
    done = crosscite("status")
    assert (done.returncode, done.stderr) == (1, b".env is not UTF-8 text: save it as plain text in UTF-8.\n")


def test_the_command_line_wins_over_the_environment_and_that_over_env_file(
    crosscite: Crosscite, tmp_path: Path
) -> None:
    """Settings come from `.env`, then the environment, then the options."""
    (tmp_path / ".env").write_text("CROSSCITE_INDEX_DIRECTORY=from-file\nOTHER=1\n", encoding="utf-8")
    assert b"There is no index in from-file:" in crosscite("status").stderr
    assert b"in from-shell:" in crosscite("status", CROSSCITE_INDEX_DIRECTORY="from-shell").stderr
    done = crosscite("status", "--index", "from-option", CROSSCITE_INDEX_DIRECTORY="from-shell")
    assert b"in from-option:" in done.stderr


def test_a_closed_pipe_is_silent(story_index: str) -> None:
    """`crosscite … | head` prints no complaint when head has had enough."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, "status", "--index", story_index],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        env=environment(),
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    """Output that is lost is a failure, and is said in one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False, env=environment()
        )
    assert (done.returncode, done.stderr) == (1, b"The output: No space left on device.\n")


def test_an_interrupt_is_quiet(story_index: str, models: str) -> None:
    """Ctrl-C ends the program with 130 and without a word."""
    with subprocess.Popen(
        [*COMMAND, "ask", "--batch", "-", "--index", story_index],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(CROSSCITE_INDEX_CORPUS=str(CORPUS), CROSSCITE_INDEX_MODELS=models),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"not json\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == {"line": 1, "error": NOT_JSON}
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (130, b"")


def test_output_that_is_not_utf_8_does_not_crash(crosscite: Crosscite, story_index: str) -> None:
    """A letter that the terminal's encoding lacks is written as its escape; JSON stays UTF-8."""
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = crosscite("show", "caliber-az", "1", "--index", story_index, **ascii_only)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"  > \\xb6 1  Japanese defence minister" in done.stdout
