"""The stored articles: what goes in comes out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, ArticleDetails, article_version, number_paragraphs
from index.errors import StoreError, UnknownArticleError
from index.splitting import paragraph_spans
from index.stores.protocol import key_of
from index.stores.text_store import TextStore, write_text_store


def make_article(name: str, body: str, **details: str) -> Article:
    known = ArticleDetails.model_validate(details)
    paragraphs = number_paragraphs(name, (body[start:end] for start, end in paragraph_spans(body)))
    return Article(name, known, body, article_version(known, body), paragraphs)


def test_articles_come_back_whole(tmp_path: Path) -> None:
    """Details, body and paragraphs are those that were stored, and only known articles are found."""
    articles = [
        make_article("b", "\r\n one\r\n\r\ntwo \n\n", title="T", published="2024-01-12"),
        make_article("a", "same\nsame\n🙂 é e\u0301 \u2028"),
    ]
    write_text_store(tmp_path / "s", articles)
    store = TextStore(tmp_path / "s")
    assert store.article_ids() == ("a", "b")
    assert [store.article("b"), store.article("a")] == articles
    with pytest.raises(UnknownArticleError) as caught:
        store.article("c")
    assert caught.value.user_message == (
        "The index holds no article named 'c'; an article is named as its file, without .md or .txt."
    )
    store.close()


def test_paragraphs_by_key(tmp_path: Path) -> None:
    """Any number of keys at once; unknown ones are left out."""
    article = make_article("a", "\n".join(f"paragraph {number}" for number in range(1_200)))
    write_text_store(tmp_path / "s", [article])
    store = TextStore(tmp_path / "s")
    keys = [key_of(item.id) for item in article.paragraphs]
    found = store.paragraphs([*keys, 5])
    assert [found[key] for key in keys] == list(article.paragraphs)
    assert 5 not in found
    assert all(item.is_intact for item in found.values())
    assert store.texts() == {item.text: key_of(item.id) for item in article.paragraphs}
    store.close()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_bodies_are_put_together_exactly(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    """Storing what stands between paragraphs loses nothing, whatever the body."""
    path = tmp_path_factory.mktemp("store") / "s"
    article = make_article("a", body)
    write_text_store(path, [article])
    store = TextStore(path)
    assert store.article("a") == article
    store.close()


def test_keys_are_unique(tmp_path: Path) -> None:
    """Two paragraphs with one key cannot be stored: one would answer for the other."""
    article = make_article("a", "one")
    with pytest.raises(StoreError):
        write_text_store(
            tmp_path / "s",
            [
                article,
                Article(
                    "b", *[getattr(article, name) for name in ("details", "body", "version", "paragraphs")]
                ),
            ],
        )


def test_keys_are_not_negative() -> None:
    """The key is the id's first 63 bits, so that it fits a signed integer."""
    assert key_of("f" * 32) == 2**63 - 1
    assert key_of("0" * 15 + "2" + "f" * 16) == 1
