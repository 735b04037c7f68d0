"""The corpus folder: what counts as an article, what is refused in which words, that text stays."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index.article_files.reading import Corpus, read_corpus
from index.errors import CorpusNotFoundError
from index.settings import IndexSettings

Write = Callable[[str, str | bytes], Path]


def read(settings: IndexSettings) -> Corpus:
    return read_corpus(settings, lambda *_: None)


def only_error(settings: IndexSettings) -> str:
    corpus = read(settings)
    (error,) = corpus.errors
    assert "\n" not in error
    return error.replace(str(settings.corpus / "articles") + os.sep, "")


def test_markdown_with_front_matter(settings: IndexSettings, write: Write) -> None:
    """Front matter becomes details, and paragraphs count from the body's first line."""
    write(
        "a.md",
        "---\ntitle: 'One: two'\npublisher: P\nbyline: B\nurl: https://example.org/a\npublished: 2024-01-12\n"
        "language: en\n---\n\n# Head\n\n- first\n- second\nBy B\n",
    )
    (article,) = read(settings).articles
    assert article.id == "a"
    assert article.details.model_dump() == {
        "title": "One: two",
        "publisher": "P",
        "byline": "B",
        "url": "https://example.org/a",
        "published": date(2024, 1, 12),
        "language": "en",
    }
    assert [item.text for item in article.paragraphs] == ["# Head", "- first", "- second", "By B"]
    assert [item.number for item in article.paragraphs] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("LIVE: Bridge closed: what we know", "LIVE: Bridge closed: what we know"),
        ('"We knew," says engineer', '"We knew," says engineer'),
        ("[Update] It's open", "[Update] It's open"),
        ("'Quoted'", "Quoted"),
    ],
)
def test_a_headline_may_be_typed_as_it_is_read(
    settings: IndexSettings, write: Write, typed: str, title: str
) -> None:
    """A colon or a quotation mark in it is no YAML, but nobody could mean anything else by it."""
    write("x.md", f"---\ntitle: {typed}\npublished: 2026-04-14\n---\nText.".encode())
    (article,) = read(settings).articles
    assert (article.details.title, article.details.published) == (title, date(2026, 4, 14))


@pytest.mark.parametrize(
    "text",
    ["---\n---\nbody", "---\n\n# a comment\n---\nbody", "body", "---\r\n---\r\nbody", "---\r---\rbody"],
)
def test_front_matter_may_be_empty_or_missing(settings: IndexSettings, write: Write, text: str) -> None:
    """No field is required, nor the block itself, whatever ends the lines."""
    write("a.md", text)
    corpus = read(settings)
    assert [item.text for item in corpus.articles[0].paragraphs] == ["body"]
    assert corpus.errors == corpus.warnings == ()


def test_plain_text_has_no_front_matter(settings: IndexSettings, write: Write) -> None:
    """In a .txt file three dashes are text."""
    write("a.txt", "---\ntitle: T\n---\nbody")
    (article,) = read(settings).articles
    assert [item.text for item in article.paragraphs] == ["---", "title: T", "---", "body"]
    assert article.details.title is None


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_the_body_is_never_altered(settings: IndexSettings, write: Write, text: str) -> None:
    """What stands below the front matter, or in a plain file, comes back character for character."""
    body = "x" + text
    write("a.md", "---\ntitle: T\n---\n" + body)
    write("b.txt", body)
    first, second = read(settings).articles
    assert first.body == second.body == body


def test_a_byte_order_mark_belongs_to_the_encoding(settings: IndexSettings, write: Write) -> None:
    """It hides neither the front matter nor goes into the first paragraph; inside the text it stays."""
    write("a.md", b"\xef\xbb\xbf---\ntitle: T\n---\nbo\xef\xbb\xbfdy")
    write("b.txt", b"\xef\xbb\xbfbody")
    first, second = read(settings).articles
    assert (first.details.title, first.body) == ("T", "bo\ufeffdy")
    assert second.body == "body"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", b"good\nbad \xff\n", "x.txt:2: it is not UTF-8 text: save it as plain text in UTF-8"),
        ("x.txt", "text".encode("utf-16"), "x.txt:1: it is not UTF-8 text: save it as plain text in UTF-8"),
        ("x.txt", b"", "x.txt: it holds no text: write the article into it, one paragraph a line"),
        ("x.md", b"---\ntitle: T\n---\n \n", "x.md: it holds no text"),
        (
            "x.txt",
            b"one\ntwo\0\n",
            "x.txt:2: it holds a NUL character, so it is not text: save it as plain text in UTF-8",
        ),
        (
            "x.md",
            b"---\ntitle: T\n",
            "x.md:1: the front matter that begins here has no closing ---: put one on the line below its last key",
        ),
        (
            "x.md",
            b"---\nurl: u\ntitle: [\n---\nb",
            (
                "x.md:4: the front matter is not YAML: did not find expected node content; "
                "write `key: value` lines, values in quotation marks"
            ),
        ),
        ("x.md", b"---\n- a\n---\nb", "x.md:2: the front matter is not a list of `key: value` lines"),
        (
            "x.md",
            b"---\nurl: u\npublished: January 12\n---\nb",
            "x.md:3: `published: January 12` is not a date such as 2024-01-12",
        ),
        (
            "x.md",
            b"---\npublished: 2024-13-45\n---\nb",
            "x.md:2: `published` is not a date such as 2024-01-12: month must be in 1..12",
        ),
        (
            "x.md",
            b"---\nlanguage: no\n---\nb",
            "x.md:2: `language: False` is not text: put it in quotation marks",
        ),
        (
            "x.md",
            b"---\ntitle: " + b"[" * 30_000 + b"\n---\nb",
            "x.md:1: the front matter is longer than 20,000 characters: close it with --- above the text",
        ),
        ("x.md", b"---\ntitle: !!python/name:os.system\n---\nb", "x.md:2: the front matter is not YAML"),
    ],
)
def test_bad_files_get_one_line(
    settings: IndexSettings, write: Write, name: str, content: bytes, message: str
) -> None:
    """The line names file and line and says what is wrong and what to do; the other articles are still read."""
    write(name, content)
    write("good.txt", "A good one.")
    assert only_error(settings).startswith(message)
    corpus = read(settings)
    assert [article.id for article in corpus.articles] == ["good"]
    assert list(corpus.refused) == [name]


def test_nested_front_matter_cannot_crash(settings: IndexSettings, write: Write) -> None:
    """YAML nests as deep as the longest block allows, without exhausting the parser's stack."""
    write("x.md", "---\ntitle: " + "[" * 19_000 + "\n---\nb")
    assert only_error(settings).startswith("x.md:")


def test_unknown_keys_are_warned_of(settings: IndexSettings, write: Write) -> None:
    """A misspelt key does not lose the article, but is not silent either."""
    write("a.md", "---\ntitle: T\nauthor: A\n---\nbody")
    corpus = read(settings)
    assert [line.rpartition(os.sep)[2] for line in corpus.warnings] == [
        (
            "a.md:3: unknown key 'author' in the front matter is ignored; "
            "known are title, publisher, byline, url, published, language"
        )
    ]
    assert corpus.articles[0].details.title == "T"


def test_one_id_one_file(settings: IndexSettings, write: Write) -> None:
    """Files that some disk could not tell apart share an id: the first by name is taken, the others named."""
    for name in ("a.md", "a.txt", "A.md", "e\u0301.txt", "é.txt"):
        write(name, f"text of {name!a}")
    corpus = read(settings)
    assert [article.id for article in corpus.articles] == ["A", "e\u0301"]
    assert corpus.refused == {
        "a.md": "its id is already that of A.md; rename one of them",
        "a.txt": "its id is already that of A.md; rename one of them",
        "é.txt": "its id is already that of e\u0301.txt; rename one of them",
    }


def test_what_is_no_plain_file_is_refused(settings: IndexSettings, write: Write) -> None:
    """Folders, pipes, loops and broken links are told, not followed, waited for or raised."""
    folder = settings.corpus / "articles"
    write("good.txt", "A good one.")
    (folder / "dir.md").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "link.txt").symlink_to("good.txt")
    corpus = read(settings)
    assert [article.id for article in corpus.articles] == ["good", "link"]
    assert corpus.refused == {
        "dir.md": "it is a folder, not a file: rename or move it",
        "gone.txt": "it cannot be read: No such file or directory",
        "loop.md": "it cannot be read: Too many levels of symbolic links",
        "pipe.txt": "it is not a plain file: put a plain one in its place",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_files_are_refused(settings: IndexSettings, write: Write) -> None:
    """A file without permission costs only itself."""
    write("a.txt", "text").chmod(0)
    assert only_error(settings) == "a.txt: it cannot be read: Permission denied"


def test_large_files_are_refused_unread(settings: IndexSettings, write: Write) -> None:
    """A file above the limit is not loaded; 50 MB of zeros take no time."""
    with write("big.txt", "x").open("r+b") as file:
        file.truncate(50_000_000)
    assert only_error(settings) == (
        "big.txt: it has 50,000,000 bytes, more than the limit of 10,000,000: "
        "split it, or set CROSSCITE_INDEX_MAX_ARTICLE_BYTES higher"
    )


def test_names_that_cannot_be_ids(settings: IndexSettings, write: Write) -> None:
    """A name that cannot be printed or stored is refused, and shown escaped."""
    folder = os.fsencode(settings.corpus / "articles")
    Path(os.fsdecode(folder + b"/a\nb.txt")).write_text("text")
    Path(os.fsdecode(folder + b"/bad\xff.txt")).write_text("text")
    write("good.txt", "A good one.")
    corpus = read(settings)
    assert [article.id for article in corpus.articles] == ["good"]
    assert corpus.refused == {
        r"'a\nb.txt'": "its name has a character that cannot be printed; rename it",
        r"'bad\udcff.txt'": "its name is not UTF-8; rename it",
    }
    assert all(line.isprintable() for line in corpus.errors)


def test_what_is_not_looked_at(settings: IndexSettings, write: Write) -> None:
    """Subfolders, hidden files, README files and other kinds of files are no articles, and no errors."""
    for name in (".hidden.md", "README.md", "readme.txt", "notes.pdf", "a.md~"):
        write(name, "text")
    (settings.corpus / "articles" / "deeper").mkdir()
    write("deeper/b.md", "text")
    corpus = read(settings)
    assert corpus.articles == ()
    assert corpus.errors == ()


def test_a_file_beside_the_folder_of_articles_is_not_passed_over_in_silence(
    settings: IndexSettings, write: Write
) -> None:
    """Its editor would wait in vain for answers from it; the page that explains the corpus is none."""
    write("a.md", "text")
    for name in ("b.md", "README.md", "questions.jsonl"):
        (settings.corpus / name).write_text("text")
    corpus = read(settings)
    assert [article.id for article in corpus.articles] == ["a"]
    assert corpus.warnings == (
        f"{settings.corpus / 'b.md'}: it is passed over: move it into the folder articles",
    )


def test_a_folder_of_plain_files_is_a_corpus(settings: IndexSettings, tmp_path: Path) -> None:
    """Without a folder named articles the files may lie in the corpus folder itself."""
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "a.TXT").write_text("text")
    (bare / "README.md").write_text("no article")
    corpus = read(settings.model_copy(update={"corpus": bare}))
    assert [article.id for article in corpus.articles] == ["a"]


def test_a_missing_corpus_is_an_error(settings: IndexSettings, tmp_path: Path) -> None:
    """One line names the folder, whether it is missing or a file."""
    for path, reason in (
        (tmp_path / "none", "No such file or directory"),
        (Path(__file__), "Not a directory"),
    ):
        with pytest.raises(CorpusNotFoundError) as caught:
            read(settings.model_copy(update={"corpus": path}))
        assert caught.value.user_message == (
            f"The corpus folder {path} cannot be read: {reason}; "
            "name another with --corpus or CROSSCITE_INDEX_CORPUS."
        )


HARD_WRAPPED = (
    "Koizumi announced Friday that he hopes to exchange views with Hegseth\n"
    "on the security situation in the region and to confirm the ongoing\n"
    "efforts to bolster the deterrence of the alliance, as he put it in\n"
    "the capital.\n"
)


def test_hard_wrapped_text_is_warned_of(settings: IndexSettings, write: Write) -> None:
    """Lines that break in mid-sentence would become paragraphs; the editor hears of it, with the line."""
    write("a.md", "---\ntitle: T\n---\nHeadline\n\n" + HARD_WRAPPED)
    (warning,) = read(settings).warnings
    assert warning.rpartition(os.sep)[2].startswith("a.md:6: the text looks hard-wrapped")


def test_ordinary_text_is_not_warned_of(settings: IndexSettings, write: Write) -> None:
    """Headlines, bullets and long paragraphs are not hard-wrapped."""
    write(
        "a.txt",
        "Japanese minister to hold talks in Washington\n"
        + HARD_WRAPPED.replace("\n", " ")
        + "\n- a bullet about"
        " the visit to the region\n- another about the meeting in Honolulu\nBy Vafa Guliyeva\n",
    )
    assert read(settings).warnings == ()
