"""Builds that are killed, collide or cannot write: the old index or the new one, never a mixture.

The children are real processes, killed by SIGKILL at a step that the build itself names.
"""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.articles import article_version
from index.building.manifest import TEXTS_FILE, VECTORS_FILE, WORDS_FILE, check_files, read_manifest
from index.errors import BuildInProgressError, IndexNotWritableError
from index.settings import IndexSettings
from index.stores.faiss_store import open_faiss_store
from index.stores.fts_store import FtsStore
from index.stores.protocol import as_keys, key_of
from index.stores.text_store import TextStore
from index.wiring import STEPS, build_index, open_index
from tests.children import run_python, start_python

pytestmark = pytest.mark.long

Write = Callable[[str, str | bytes], Path]

KILLED = """
import os, signal, sys
from index.settings import IndexSettings
from index.wiring import build_index

step, moment = sys.argv[2:]

def kill(name, done, total):
    if name == step and (done == 0) == (moment == "before") and (done in (0, total)):
        os.kill(os.getpid(), signal.SIGKILL)

build_index(IndexSettings.model_validate_json(sys.argv[1]), kill)
"""
PAUSED = """
import sys
from index.settings import IndexSettings
from index.wiring import build_index

def pause(name, done, total):
    if name == "embed":
        print("building", flush=True)
        sys.stdin.readline()

build_index(IndexSettings.model_validate_json(sys.argv[1]), pause)
"""
WITHOUT_SPACE = """
import resource, sys
from index.errors import ArticleIndexError
from index.settings import IndexSettings
from index.wiring import build_index

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    build_index(IndexSettings.model_validate_json(sys.argv[1]))
except ArticleIndexError as error:
    print(type(error).__name__, error.user_message)
"""
OLD = "The minister will meet the secretary.\nBread is baked at night."
NEW = "The minister will meet nobody.\nBread is baked at noon.\nIt rains."


@pytest.fixture
def built(settings: IndexSettings, write: Write) -> IndexSettings:
    """An index of the old text, over a corpus that holds the new one."""
    write("a.txt", OLD)
    build_index(settings)
    write("a.txt", NEW)
    return settings


def content(settings: IndexSettings) -> tuple[str, int]:
    """Return the article's body and its number of paragraphs, once every byte and store agrees."""
    folder, manifest = read_manifest(settings.directory)
    check_files(settings.directory, folder, manifest)
    texts, words = TextStore(folder / TEXTS_FILE), FtsStore(folder / WORDS_FILE)
    vectors = open_faiss_store(folder / VECTORS_FILE)
    article = texts.article("a")
    keys = [key_of(item.id) for item in article.paragraphs]
    assert manifest.articles["a"].version == article.version == article_version(article.details, article.body)
    assert sorted(hit.key for hit in words.search("bread minister rain", 10)) == sorted(keys)
    assert len(vectors) == len(vectors.vectors(as_keys(keys)))
    texts.close()
    words.close()
    return article.body, len(keys)


def leftovers(settings: IndexSettings) -> list[str]:
    hidden = [*settings.directory.glob(".*"), *(settings.directory / "versions").glob(".*")]
    return sorted(path.name for path in hidden)


# The end of a step is the beginning of the next, but for those that last or come last.
MOMENTS = [*((step, "before") for step in STEPS), ("embed", "after"), ("switch", "after"), ("tidy", "after")]


@pytest.mark.parametrize(("step", "moment"), MOMENTS)
def test_killed_at_each_step(built: IndexSettings, step: str, moment: str) -> None:
    """Before the switch the old index answers, after it the new; the next build finishes and cleans up."""
    killed = run_python(KILLED, built.model_dump_json(), step, moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    switched = STEPS.index(step) + (moment == "after") > STEPS.index("switch")
    assert content(built) == ((NEW, 3) if switched else (OLD, 2))
    report = build_index(built)
    assert report.is_new is not switched
    assert report.warnings == ()
    assert content(built) == (NEW, 3)
    assert leftovers(built) == []
    assert len(list((built.directory / "versions").iterdir())) == 2  # the old one, kept, and the new


@pytest.mark.parametrize("part", [0.7, 0.85, 1.0])
def test_killed_at_any_time(built: IndexSettings, part: float) -> None:
    """Also between the named steps: whatever the moment, one of the two indexes is there, whole."""
    started = time.monotonic()
    run_python(
        KILLED, built.model_copy(update={"directory": built.directory / "x"}).model_dump_json(), "none", ""
    )
    usual = time.monotonic() - started
    child = start_python(KILLED, built.model_dump_json(), "none", "")
    time.sleep(usual * part)
    child.kill()
    child.communicate()
    assert content(built) in ((OLD, 2), (NEW, 3))
    build_index(built)
    assert content(built) == (NEW, 3)
    assert leftovers(built) == []


def test_one_builder_at_a_time(built: IndexSettings) -> None:
    """The second is told so in one line; the old index answers meanwhile; a killed builder holds nothing."""
    child = start_python(PAUSED, built.model_dump_json())
    assert child.stdout is not None
    assert child.stdout.readline() == "building\n"
    with pytest.raises(BuildInProgressError) as caught:
        build_index(built)
    assert caught.value.user_message == (
        f"Another build is writing {built.directory}; wait until it ends and try again."
    )
    assert open_index(built).search("bread", 1)[0].paragraph.text == "Bread is baked at night."
    child.kill()
    child.communicate()
    assert build_index(built).changed == 1
    assert content(built) == (NEW, 3)


@pytest.mark.parametrize("limit", [100, 2_000, 10_000])
def test_a_full_disk_leaves_the_old_index(built: IndexSettings, limit: int) -> None:
    """Whichever file does not fit, the build ends in one line and leaves nothing behind."""
    ended = run_python(WITHOUT_SPACE, built.model_dump_json(), str(limit))
    assert ended.stdout.startswith(
        f"IndexNotWritableError The index in {built.directory} cannot be written: "
    )
    assert ended.stdout.count("\n") == 1
    assert ended.stdout.endswith("the old index is untouched.\n")
    assert leftovers(built) == []
    assert content(built) == (OLD, 2)


def test_a_folder_that_cannot_be_made(settings: IndexSettings, write: Write, tmp_path: Path) -> None:
    """A file in the folder's place is told in one line."""
    write("a.txt", OLD)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexNotWritableError) as caught:
        build_index(settings.model_copy(update={"directory": tmp_path / "file" / "index"}))
    assert "Not a directory" in caught.value.user_message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_leaves_the_old_index(built: IndexSettings) -> None:
    """Permissions are told in one line, and asking needs none to write."""
    folders = [built.directory, built.directory / "versions"]
    for folder in folders:
        folder.chmod(0o500)
    with pytest.raises(IndexNotWritableError):
        build_index(built)
    assert content(built) == (OLD, 2)
    for folder in folders:
        folder.chmod(0o700)


def test_stored_files_open_with_nothing_but_their_tools(built: IndexSettings) -> None:
    """SQLite finds its own files sound, and no file of the index is a pickle."""
    folder, _ = read_manifest(built.directory)
    for name in ("articles.sqlite", "words.sqlite"):
        connection = sqlite3.connect(folder / name)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    assert all(not path.read_bytes().startswith(b"\x80") for path in folder.iterdir())
