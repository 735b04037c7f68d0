"""A file is added to the corpus and to the index: to both, or to neither."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import ArticleFileError, BuildRefusedError, IndexNotWritableError
from index.settings import IndexSettings
from index.wiring import Proposal, build_index, corpus_is_newer, index_status, open_proposed
from tests.children import run_python

Write = Callable[[str, str | bytes], Path]

KILLED = """
import os, signal, sys
from pathlib import Path
from index.settings import IndexSettings
from index.wiring import build_index

step, moment, added = sys.argv[2:]

def kill(name, done, total):
    if name == step and (done == 0) == (moment == "before"):
        os.kill(os.getpid(), signal.SIGKILL)

build_index(IndexSettings.model_validate_json(sys.argv[1]), kill, added=Path(added))
"""


@pytest.fixture
def built(settings: IndexSettings, write: Write) -> IndexSettings:
    """An index of one article."""
    write("a.txt", "The minister will meet the secretary.")
    build_index(settings)
    return settings


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A file that is to be added."""
    path = tmp_path / "b.md"
    path.write_text("---\ntitle: Bread\n---\nBread is baked at night.")
    return path


def names(settings: IndexSettings) -> list[str]:
    return sorted(path.name for path in (settings.corpus / "articles").iterdir())


def test_it_is_in_both(built: IndexSettings, draft: Path) -> None:
    """The copy has the file's bytes and time: a build afterwards finds nothing to do."""
    report = build_index(built, added=draft)
    assert (report.plan.added, report.plan.kept) == (("b",), ("a",))
    copy = built.corpus / "articles" / "b.md"
    assert copy.read_bytes() == draft.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o644
    assert not corpus_is_newer(built)
    assert not build_index(built).is_new


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.md", b"Another one.", "its id is already that of a.txt"),
        ("A.txt", b"Another one.", "its id is already that of a.txt"),
        ("c.txt", b"\xff\xfe", "it is not UTF-8 text"),
        ("c.md", b"---\ntitle: T", "the front matter that begins here has no closing ---"),
        ("c.txt", b" \n", "it holds no text"),
    ],
)
def test_what_cannot_be_read_is_in_neither(
    built: IndexSettings, tmp_path: Path, name: str, text: bytes, reason: str
) -> None:
    """One line says why; nothing that was there is replaced."""
    version = index_status(built).version
    path = tmp_path / name
    path.write_bytes(text)
    with pytest.raises(ArticleFileError) as caught:
        build_index(built, added=path)
    assert reason in caught.value.user_message
    assert names(built) == ["a.txt"]
    assert index_status(built).version == version


def test_what_is_not_approved_of_is_in_neither(built: IndexSettings, draft: Path) -> None:
    """Whoever approves can ask the new version; refused, it is gone, and the old one stays."""
    version = index_status(built).version
    seen = []

    def refuse(proposal: Proposal) -> None:
        index = open_proposed(built, proposal)
        seen.append((proposal.plan.added, index.search("bread", 1)[0].paragraph.text))
        index.close()
        raise BuildRefusedError(("It is about bread.",))

    with pytest.raises(BuildRefusedError) as caught:
        build_index(built, added=draft, approve=refuse)
    assert caught.value.user_message == (
        "The new index is not put to use, one thing speaks against it; the old one answers on: "
        "put right what is named, or build without the check."
    )
    assert seen == [(("b",), "Bread is baked at night.")]
    assert names(built) == ["a.txt"]
    assert [path.name for path in (built.directory / "versions").iterdir()] == [version]
    assert index_status(built).version == version


def test_a_file_that_can_no_longer_be_read_is_shown(built: IndexSettings, write: Write) -> None:
    """An article that a broken file would take out is told apart from one that was taken out on purpose."""
    write("b.txt", "Bread is baked at night.")
    build_index(built)
    shown: list[tuple[str, ...]] = []
    write("a.txt", b"\xff")
    build_index(built, approve=lambda proposal: shown.append((*proposal.plan.removed, *proposal.unreadable)))
    (built.corpus / "articles" / "b.txt").unlink()
    write("a.txt", "One again.")
    build_index(built, approve=lambda proposal: shown.append((*proposal.plan.removed, *proposal.unreadable)))
    assert shown == [("a", "a.txt: it is not UTF-8 text: save it as plain text in UTF-8"), ("b",)]


def test_the_first_index_needs_nobodys_approval(settings: IndexSettings, write: Write) -> None:
    """There is nothing that it could be worse than."""
    write("a.txt", "One.")
    assert build_index(settings, approve=lambda _: pytest.fail("asked")).is_new


@pytest.mark.parametrize(
    ("step", "moment"),
    [("approve", "before"), ("add", "before"), ("add", "after"), ("switch", "after"), ("tidy", "after")],
)
def test_killed_while_adding(built: IndexSettings, draft: Path, step: str, moment: str) -> None:
    """Killed at whichever step, the next build has the article in both if it is in the corpus, and in none if not."""
    killed = run_python(KILLED, built.model_dump_json(), step, moment, str(draft))
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    switched = step in {"switch", "tidy"}
    assert index_status(built).articles == (2 if switched else 1)
    build_index(built)
    in_corpus = step != "approve" and (step, moment) != ("add", "before")
    assert names(built) == (["a.txt", "b.md"] if in_corpus else ["a.txt"])
    assert index_status(built).articles == len(names(built))
    assert not corpus_is_newer(built)


def test_half_a_copy_is_cleared_away(built: IndexSettings, write: Write) -> None:
    """What a killed copy left under its hidden name is no article, and gone after the next build."""
    write(".adding-abcdef", "Half a")
    build_index(built)
    assert names(built) == ["a.txt"]
    assert index_status(built).articles == 1


def test_a_disk_that_is_full_at_the_last_step_leaves_it_in_neither(built: IndexSettings, draft: Path) -> None:
    """The index is pointed at with a file of its own: where that cannot be written, nothing is in the corpus either."""
    version, hindrance = index_status(built).version, built.directory / ".current-next"

    def hinder(step: str, done: int, _total: int) -> None:
        if (step, done) == ("place", 1):
            hindrance.mkdir()

    with pytest.raises(IndexNotWritableError):
        build_index(built, hinder, added=draft)
    assert names(built) == ["a.txt"]
    assert index_status(built).version == version
    hindrance.rmdir()
    assert build_index(built, added=draft).plan.added == ("b",)
