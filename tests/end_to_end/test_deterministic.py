"""The same index and question give the same bytes, in any process."""

import os
import subprocess
import sys

import pytest

from bot.settings import Settings

pytestmark = pytest.mark.long

_QUESTIONS = (
    "When will Koizumi meet Hegseth?",
    "Why is Koizumi going to the US?",
    "Did he meet the prime minister of Japan?",
)


def _ask(settings: Settings, *arguments: str, lines: str = "", **variables: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "ask", *arguments, "--index", str(settings.index.directory)],
        input=lines.encode(),
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "CROSSCITE_INDEX_CORPUS": str(settings.index.corpus),
            "CROSSCITE_INDEX_MODELS": str(settings.index.models),
            **variables,
        },
    )
    return done.stdout


def test_two_processes_print_the_same_bytes(story_settings: Settings) -> None:
    """A question has one answer, alone or in a batch, whichever process, hash seed, locale or number of threads."""
    batch = "".join(f'{{"question": "{question}"}}\n' for question in _QUESTIONS)
    together = _ask(story_settings, "--batch", "-", lines=batch, PYTHONHASHSEED="0").splitlines()
    reverse = "".join(reversed(batch.splitlines(keepends=True)))
    again = _ask(
        story_settings,
        *("--batch", "-"),
        lines=reverse,
        PYTHONHASHSEED="4711",
        PYTHONUTF8="0",
        LC_ALL="C",
        CROSSCITE_READER_THREADS="1",
    )
    alone = _ask(story_settings, "--json", _QUESTIONS[0], PYTHONHASHSEED="1")
    assert len(together) == len(_QUESTIONS)
    assert again.splitlines() == together[::-1]
    assert alone.splitlines() == together[:1]


def test_asking_imports_no_torch(story_settings: Settings) -> None:
    """Asking must not pay for torch, nor touch Discord."""
    program = (
        "import sys\n"
        "from bot.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'discord', 'scipy', 'sklearn'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            program,
            "ask",
            "--json",
            "--index",
            str(story_settings.index.directory),
            _QUESTIONS[0],
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CROSSCITE_INDEX_MODELS": str(story_settings.index.models)},
    )
    assert done.stdout.splitlines()[-1] == "HEAVY []"
