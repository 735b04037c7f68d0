"""Where what is deployed lies, and skipping that is heard."""

from collections.abc import Callable
from pathlib import Path
from shutil import which
from sys import executable

import pytest

from tests.telling import tell

ROOT = Path(__file__).parents[2]

Tool = Callable[[str], str]


@pytest.fixture
def deploy() -> Path:
    """The folder."""
    return ROOT / "deploy"


@pytest.fixture
def tool(request: pytest.FixtureRequest) -> Tool:
    """Find a program, beside this interpreter or anywhere; the test is skipped, loudly, where there is none."""

    def find(name: str) -> str:
        found = which(name, path=str(Path(executable).parent)) or which(name)
        if found is None:
            reason = f"{name} is not installed, so {request.node.name} tests nothing"
            tell(request, reason)
            pytest.skip(reason)
        return found

    return find
