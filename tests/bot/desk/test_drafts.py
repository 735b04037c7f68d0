"""Drafts: what becomes an article, what does not and why, and that nothing is left of it."""

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from bot.desk.drafts import LARGEST, DraftsDesk
from bot.errors import DraftError, DraftGoneError, DraftTrouble
from index.settings import IndexSettings

LONG = "This paragraph is long enough to tell one article from another."
TEXT = f"OSLO, May 1, 2024 – The fair opens on Friday.\n{LONG}\nBy Ana Holm"

# Nine lines that stand for a list of 10^9 words, where a title should be.
BOMB = "\n".join(
    [
        "---",
        "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)),
        "title: *a8",
        "---",
        "Text.",
    ]
).encode()


class Held:
    """An index in which other articles hold some of the paragraphs."""

    def articles_holding(self, texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Say which."""
        return {text: ("herald", "courier") for text in texts if text == LONG}


@pytest.fixture
def corpus(settings: IndexSettings) -> IndexSettings:
    """A corpus of one article."""
    (settings.corpus / "articles" / "taken.txt").write_text("Taken.")
    return settings


@pytest.fixture
def drafts(corpus: IndexSettings) -> DraftsDesk:
    """The desk."""
    return DraftsDesk(corpus)


def kept(settings: IndexSettings) -> list[str]:
    return sorted(path.name for path in (settings.directory / "drafts").glob("*"))


def test_a_draft_is_read_as_the_article_that_it_would_be(corpus: IndexSettings, drafts: DraftsDesk) -> None:
    """Its dateline and paragraphs are read, and long paragraphs that stand elsewhere are found; it outlives the desk."""
    draft = drafts.keep("fair.txt", TEXT.encode(), Held())
    assert (draft.article.id, len(draft.article.paragraphs)) == ("fair", 3)
    assert draft.source.dateline == "Oslo, May 1, 2024"
    assert draft.repeats == (("courier", 1), ("herald", 1))
    again = DraftsDesk(corpus).draft(draft.id)
    assert (again.article, again.path.read_bytes()) == (draft.article, TEXT.encode())
    assert drafts.discard(draft.id)
    assert not drafts.discard(draft.id)
    with pytest.raises(DraftGoneError):
        drafts.draft(draft.id)


def test_warnings_do_not_name_the_folder(drafts: DraftsDesk) -> None:
    """What is odd in the front matter is told with its line, without where the draft lies."""
    draft = drafts.keep("a.md", b"---\ncolour: red\n---\nText.", None)
    assert draft.warnings == (
        (
            "2: unknown key 'colour' in the front matter is ignored; "
            "known are title, publisher, byline, url, published, language"
        ),
    )


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("../evil.txt", b"Text.", DraftTrouble.NAME),
        ("a/b.txt", b"Text.", DraftTrouble.NAME),
        ("a\\b.txt", b"Text.", DraftTrouble.NAME),
        ("C:evil.txt", b"Text.", DraftTrouble.NAME),
        (".hidden.md", b"Text.", DraftTrouble.NAME),
        ("README.md", b"Text.", DraftTrouble.NAME),
        ("a\u202etxt.md", b"Text.", DraftTrouble.NAME),
        ("a\n.md", b"Text.", DraftTrouble.NAME),
        ("a" * 200 + ".md", b"Text.", DraftTrouble.NAME),
        ("news.pdf", b"%PDF", DraftTrouble.KIND),
        ("news", b"Text.", DraftTrouble.KIND),
        ("big.txt", b"x" * (LARGEST + 1), DraftTrouble.TOO_LARGE),
        ("Taken.md", b"Text.", DraftTrouble.NAME_TAKEN),
        ("zip.txt", b"PK\x03\x04\xff", DraftTrouble.UNREADABLE),
        ("nul.txt", b"a\x00b", DraftTrouble.UNREADABLE),
        ("empty.txt", b"", DraftTrouble.UNREADABLE),
        ("bomb.md", BOMB, DraftTrouble.UNREADABLE),
    ],
)
def test_what_cannot_be_an_article_is_not_kept(
    corpus: IndexSettings, drafts: DraftsDesk, name: str, data: bytes, trouble: DraftTrouble
) -> None:
    """Each is refused for what it is, and leaves nothing: not in the drafts' folder, and not outside of it."""
    before = sorted(corpus.directory.parent.rglob("*"))
    with pytest.raises(DraftError) as caught:
        drafts.keep(name, data, None)
    assert caught.value.trouble is trouble
    assert kept(corpus) == []
    assert [path for path in sorted(corpus.directory.parent.rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]


def test_a_name_that_was_taken_meanwhile(corpus: IndexSettings, drafts: DraftsDesk) -> None:
    """Between preview and decision somebody else may have published one of that name."""
    draft = drafts.keep("fair.txt", TEXT.encode(), None)
    (corpus.corpus / "articles" / "fair.md").write_text("Another.")
    with pytest.raises(DraftError) as caught:
        drafts.draft(draft.id)
    assert caught.value.trouble is DraftTrouble.NAME_TAKEN


def test_old_and_too_many_drafts_go(corpus: IndexSettings, drafts: DraftsDesk) -> None:
    """After a week, and the oldest of more than fifty."""
    old = drafts.keep("old.txt", b"Old.", None)
    os.utime(corpus.directory / "drafts" / old.id, (0, time.time() - 8 * 86_400))
    made = [drafts.keep(f"n{number}.txt", b"New.", None).id for number in range(51)]
    assert old.id not in kept(corpus)
    assert len(kept(corpus)) == 50
    assert made[-1] in kept(corpus)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written(corpus: IndexSettings, drafts: DraftsDesk) -> None:
    """Is told as such."""
    corpus.directory.mkdir(mode=0o500)
    with pytest.raises(DraftError) as caught:
        drafts.keep("fair.txt", TEXT.encode(), None)
    assert caught.value.trouble is DraftTrouble.NOT_KEPT


def test_a_file_in_the_folders_place(corpus: IndexSettings, drafts: DraftsDesk, tmp_path: Path) -> None:
    """Is told in the same way."""
    corpus.directory.mkdir(exist_ok=True)
    (corpus.directory / "drafts").write_text("in the way")
    with pytest.raises(DraftError) as caught:
        drafts.keep("fair.txt", TEXT.encode(), None)
    assert caught.value.trouble is DraftTrouble.NOT_KEPT
