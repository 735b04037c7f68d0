"""Passages become articles that the index reads back word for word, whatever they hold."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.suites.passages import PassageArticle, as_article, write_articles
from index.article_files.folder import Candidate
from index.article_files.reading import read_article
from index.articles import Article


def _read(folder: Path, passage: dict[str, Any]) -> Article:
    article = as_article(passage)
    write_articles(folder, {article.id: article})
    found, warnings = read_article(Candidate(folder / article.file, article.id), 1_000_000)
    assert warnings == []
    return found


def test_what_is_known_of_a_passage_stands_above_it(tmp_path: Path) -> None:
    """Title, source and date become the article's details; a date that is none is left out."""
    known = {"text": "Two were hurt.", "title": "Crash: 'two'\nhurt", "source": "No", "date": "2016-07-27"}
    article = _read(tmp_path, known)
    details = article.details
    assert (details.title, details.publisher, str(details.published)) == (
        "Crash: 'two' hurt",
        "No",
        "2016-07-27",
    )
    assert article.body == "Two were hurt."
    assert _read(tmp_path, known | {"date": "July"}).details.published is None
    assert [path.suffix for path in tmp_path.iterdir()] == [".md"]  # of the second; the first is gone


@pytest.mark.parametrize(
    "text", ["---\ntitle: no\n---\nBody.", "a\r\nb\n\nc", "  x\u2028y ", "---", "\ufeffx"]
)
def test_a_text_is_kept_as_it_is(tmp_path: Path, text: str) -> None:
    """Nothing in it is taken for front matter, and no line end is changed."""
    assert _read(tmp_path, {"text": text}).body == text


@given(
    st.fixed_dictionaries(
        {"text": st.text()}, optional={"title": st.text(), "source": st.text(), "date": st.text()}
    )
)
def test_any_passage_becomes_a_file(passage: dict[str, str]) -> None:
    """Odd characters fail nothing, and the same passage is the same article wherever it occurs."""
    article = as_article(passage)
    assert article == as_article(dict(passage))
    text = passage["text"].replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    assert article.content.decode().endswith(f"---\n{text}")


def test_a_folder_holds_exactly_what_is_given(tmp_path: Path) -> None:
    """Files of other passages go; one that is right is not written again."""
    kept, gone = PassageArticle("kept", b"x"), PassageArticle("gone", b"y", ".txt")
    write_articles(tmp_path, {"kept": kept, "gone": gone})
    before = (tmp_path / "kept.md").stat().st_mtime_ns
    write_articles(tmp_path, {"kept": kept})
    assert [(path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir()] == [("kept.md", before)]
