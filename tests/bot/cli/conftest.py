"""The program as a process of its own, and an index of the story that the project ships."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
CORPUS = REPOSITORY / "corpus"
COMMAND = [sys.executable, "-m", "bot.cli"]

Crosscite = Callable[..., subprocess.CompletedProcess[bytes]]

NOT_JSON = 'The line is not JSON: write an object a line, as {"question": "When will they meet?"}.'


def environment(**variables: str) -> dict[str, str]:
    """Give the settings only what a test sets, whatever the developer's own shell holds."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("CROSSCITE_")}
    own.pop("NO_COLOR", None)
    return own | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "100", "PYTHONUTF8": "1"} | variables


@pytest.fixture(scope="session")
def models(models: Path) -> str:
    """The folder of exported models, which all tests share: an export takes ten seconds, and on a busy machine minutes."""
    return str(models)


@pytest.fixture
def crosscite(tmp_path: Path, models: str) -> Crosscite:
    """Run `crosscite` in an empty folder."""

    def run(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment(**{"CROSSCITE_INDEX_MODELS": models} | variables),
            timeout=120,
        )

    return run


@pytest.fixture(scope="session")
def story_index(tmp_path_factory: pytest.TempPathFactory, models: str) -> str:
    """The folder of an index built from the shipped articles."""
    folder = tmp_path_factory.mktemp("story") / "index"
    subprocess.run(
        [*COMMAND, "build", "--corpus", str(CORPUS), "--index", str(folder)],
        check=True,
        capture_output=True,
        cwd=folder.parent,
        env=environment(CROSSCITE_INDEX_MODELS=models),
        timeout=300,
    )
    return str(folder)
