"""`crosscite build` with the known questions asked first, by watching, and backwards."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.cli.conftest import COMMAND, Crosscite, environment

pytestmark = pytest.mark.long

QUESTION = "How much will the repair of the bridge cost?"
OPTIONS = ("build", "--corpus", "corpus", "--index", "index")
NOT_PUT_TO_USE = (
    "The new index is not put to use, one thing speaks against it; the old one answers on: "
    "put right what is named, or build without the check."
)
_PATIENCE = 90.0  # seconds; a build takes two, and the machine may have other things to do


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the corpus."""
    path = folder / "corpus" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def expected(*wanted: str) -> str:
    """Return a file of one known question."""
    versions = [{"article": "bridge", "any_of": list(wanted)}]
    return json.dumps({"question": QUESTION, "outcome": "answered", "versions": versions}) + "\n"


def answer(crosscite: Crosscite) -> list[str]:
    """Return the versions of the answer."""
    done = crosscite("ask", "--json", QUESTION, "--index", "index")
    return [version["text"] for version in json.loads(done.stdout)["versions"]]


def test_a_worse_index_is_not_put_to_use(crosscite: Crosscite, tmp_path: Path) -> None:
    """The question that got worse is named, and the old index answers on, until it is not checked; --undo goes back."""
    write(tmp_path, "bridge.txt", "The repair of the bridge will cost 14 million euros, the port said.")
    write(tmp_path, "questions.jsonl", expected("14 million euros"))
    assert crosscite(*OPTIONS, "--check").returncode == 0

    write(tmp_path, "bridge.txt", "The repair of the bridge will begin in spring, the port said.")
    done = crosscite(*OPTIONS, "--check", "--tell", "told.json")
    assert (done.returncode, done.stdout) == (1, b"")
    reason, last = done.stderr.decode().splitlines()
    assert reason.startswith(f"“{QUESTION}” came out right before, and now: ")
    assert last == NOT_PUT_TO_USE
    told = json.loads((tmp_path / "told.json").read_text())
    assert (told["state"], told["reasons"], told["message"]) == ("refused", [reason], last)
    assert answer(crosscite) == ["14 million euros"]

    assert crosscite(*OPTIONS).returncode == 0
    assert answer(crosscite) != ["14 million euros"]
    undone = crosscite("build", "--corpus", "corpus", "--index", "index", "--undo")
    assert undone.returncode == 0
    first, second = undone.stdout.decode().splitlines()
    assert first.startswith("Back to the version before: 1 article with 1 paragraph (1 as before), version ")
    assert second == "The files in corpus are as they were: the next build indexes them again."
    assert answer(crosscite) == ["14 million euros"]


def test_what_an_added_article_says_is_told_and_not_refused(crosscite: Crosscite, tmp_path: Path) -> None:
    """A new version beside the expected one is what articles are added for."""
    write(tmp_path, "bridge.txt", "The repair of the bridge will cost 14 million euros, the port said.")
    write(tmp_path, "questions.jsonl", expected("14 million euros"))
    assert crosscite(*OPTIONS).returncode == 0
    (tmp_path / "harbour.txt").write_text(
        "The repair of the bridge will cost 19 million euros, the mayor said."
    )
    done = crosscite(*OPTIONS, "--add", "harbour.txt", "--tell", "told.json")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Indexed 2 articles with 2 paragraphs (1 new, 1 unchanged); 1 embedded")
    told = json.loads((tmp_path / "told.json").read_text())
    assert (told["state"], told["added"], told["asked"]) == ("done", ["harbour"], 1)
    assert told["remarks"] == done.stderr.decode().splitlines()
    assert told["remarks"][0].startswith(f"“{QUESTION}” comes out otherwise because of the new articles: ")
    assert sorted(answer(crosscite)) == ["14 million euros", "19 million euros"]
    assert (tmp_path / "corpus" / "harbour.txt").is_file()


@pytest.mark.parametrize(
    "options", [("--watch", "--add", "x.txt"), ("--undo", "--watch"), ("--anyway",), ("--check", "--anyway")]
)
def test_options_that_do_not_go_together(
    crosscite: Crosscite, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """They are told so, and nothing is done."""
    (tmp_path / "x.txt").write_text("One.")
    assert crosscite(*OPTIONS, *options).returncode == 2
    assert not (tmp_path / "index").exists()


class Watching:
    """`crosscite build --watch` as a process, and what it wrote so far."""

    def __init__(self, folder: Path, models: str) -> None:
        self.out, self.err = folder / "out", folder / "err"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                [*COMMAND, *OPTIONS, "--watch"],
                cwd=folder,
                env=environment(CROSSCITE_INDEX_MODELS=models),
                stdout=out,
                stderr=err,
            )

    def until(self, stream: Path, lines: int) -> list[str]:
        """Wait for so many lines, and return them."""
        end = time.monotonic() + _PATIENCE
        while len(found := stream.read_text().splitlines()) < lines:
            assert self.process.poll() is None, self.err.read_text()
            assert time.monotonic() < end, (found, self.err.read_text())
            time.sleep(0.1)
        return found


@pytest.fixture
def watching(tmp_path: Path, models: str) -> Iterator[Watching]:
    """Watch a corpus of one article and one known question."""
    write(tmp_path, "bridge.txt", "The repair of the bridge will cost 14 million euros, the port said.")
    write(tmp_path, "questions.jsonl", expected("14 million euros"))
    found = Watching(tmp_path, models)
    yield found
    found.process.kill()
    found.process.wait()


def test_it_builds_whenever_the_corpus_changes(
    crosscite: Crosscite, tmp_path: Path, watching: Watching
) -> None:
    """One line a build; a broken or a worse article is named once and leaves the index; Ctrl-C ends it without a word."""
    assert watching.until(watching.out, 1)[0].startswith("Indexed 1 article with 1 paragraph (1 new)")
    write(tmp_path, "spring.txt", "It begins in spring.")
    assert "(1 new, 1 unchanged)" in watching.until(watching.out, 2)[1]

    (tmp_path / "corpus" / "bridge.txt").write_bytes(b"\xff")
    named, kept = watching.until(watching.err, 3)[1:]
    assert named == "bridge.txt: it is not UTF-8 text: save it as plain text in UTF-8"
    assert kept == NOT_PUT_TO_USE
    write(tmp_path, "bridge.txt", "The repair of the bridge will begin in spring, the port said.")
    assert watching.until(watching.err, 5)[3].startswith(f"“{QUESTION}” came out right before, and now: ")
    assert answer(crosscite) == ["14 million euros"]

    write(tmp_path, "bridge.txt", "The repair of the bridge will cost 14 million euros, the mayor said.")
    assert "(1 changed, 1 unchanged)" in watching.until(watching.out, 3)[2]
    os.kill(watching.process.pid, signal.SIGINT)
    assert watching.process.wait(_PATIENCE) == 130
    assert len(watching.err.read_text().splitlines()) == 5
