"""Going back one version."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import IndexDamagedError, IndexMissingError, NoEarlierVersionError
from index.settings import IndexSettings
from index.wiring import build_index, corpus_is_newer, go_back, index_status, open_index
from tests.children import run_python

Write = Callable[[str, str | bytes], Path]

KILLED = """
import os, signal, sys
from index.settings import IndexSettings
from index.wiring import go_back

step, moment = sys.argv[2:]

def kill(name, done, total):
    if name == step and (done == 0) == (moment == "before"):
        os.kill(os.getpid(), signal.SIGKILL)

go_back(IndexSettings.model_validate_json(sys.argv[1]), kill)
"""


def body(settings: IndexSettings) -> str:
    """Return the article of the current version, every byte of which is checked."""
    index = open_index(settings)
    found = index.article("a").body
    index.close()
    return found


@pytest.fixture
def thrice(settings: IndexSettings, write: Write) -> IndexSettings:
    """An index that was built of three texts in turn."""
    for text in ("one", "two", "three"):
        write("a.txt", text)
        build_index(settings)
    return settings


def test_back_and_further_back(thrice: IndexSettings) -> None:
    """Each time one version further; at the first, that is said, and it stays."""
    status, plan = go_back(thrice)
    assert (body(thrice), plan.changed, status.corpus_is_newer) == ("two", ("a",), True)
    go_back(thrice)
    assert body(thrice) == "one"
    with pytest.raises(NoEarlierVersionError):
        go_back(thrice)
    assert body(thrice) == "one"


def test_what_was_undone_is_kept(thrice: IndexSettings) -> None:
    """Answers were given from it: it can be asked again, and no build takes it for something left over."""
    undone = index_status(thrice).version
    go_back(thrice)
    build_index(thrice)
    assert body(thrice) == "three"
    assert not corpus_is_newer(thrice)
    assert open_index(thrice, undone).article("a").body == "three"
    go_back(thrice)
    assert body(thrice) == "two"


def test_without_an_index_or_an_earlier_one(settings: IndexSettings, write: Write) -> None:
    """There is nothing to go back from, or nothing to go back to."""
    with pytest.raises(IndexMissingError):
        go_back(settings)
    write("a.txt", "one")
    build_index(settings)
    with pytest.raises(NoEarlierVersionError):
        go_back(settings)


def test_a_damaged_version_is_not_gone_back_to(thrice: IndexSettings) -> None:
    """Every byte is checked first; the current one stays."""
    before = open_index(thrice)
    go_back(thrice)
    for file in (thrice.directory / "versions").glob("*/words.sqlite"):
        if before.edition not in str(file):
            file.write_bytes(b"damaged")
    with pytest.raises(IndexDamagedError):
        go_back(thrice)


@pytest.mark.parametrize(("step", "moment"), [("sync", "before"), ("place", "before"), ("place", "after")])
def test_killed_while_going_back(thrice: IndexSettings, step: str, moment: str) -> None:
    """The version stays that was current, and going back works afterwards."""
    killed = run_python(KILLED, thrice.model_dump_json(), step, moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert body(thrice) == "three"
    go_back(thrice)
    assert body(thrice) == "two"
    assert len(list((thrice.directory / "versions").iterdir())) == 4
