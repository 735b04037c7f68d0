"""The same index and question give the same bytes, in any process."""

import os
import subprocess
import sys

from bot.settings import Settings

_QUESTIONS = (
    "When will Koizumi meet Hegseth?",
    "Who will he meet?",
    "Why is Koizumi going to the US?",
    "Who is the prime minister of Japan?",
)


def _ask(settings: Settings, seed: int) -> bytes:
    batch = "".join(f'{{"question": "{question}"}}\n' for question in _QUESTIONS)
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "ask", "--batch", "-", "--index", str(settings.index.directory)],
        input=batch.encode(),
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "PYTHONHASHSEED": str(seed),
            "CROSSCITE_INDEX_CORPUS": str(settings.index.corpus),
            "CROSSCITE_INDEX_MODELS": str(settings.index.models),
        },
    )
    return done.stdout


def test_two_processes_print_the_same_bytes(story_settings: Settings) -> None:
    """Neither hash seeds nor threads nor a fresh process change one byte of an answer."""
    first, second = (_ask(story_settings, seed) for seed in (0, 4711))
    assert first.count(b"\n") == len(_QUESTIONS)
    assert first == second


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
