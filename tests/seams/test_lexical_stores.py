"""The contract of every `LexicalStore`."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import StoreError
from index.stores.fts_store import FtsStore, write_fts_store
from index.stores.protocol import LexicalStore

BIG = 2**63 - 1

# One line per implementation: write a file of texts, and open it.
IMPLEMENTATIONS: dict[
    str, tuple[Callable[[Path, Iterable[tuple[int, str]]], None], Callable[[Path], LexicalStore]]
] = {
    "fts5": (write_fts_store, FtsStore),
}
TEXTS = [
    (1, "Koizumi will meet Hegseth in Washington."),
    (BIG, "The meetings of the ministers were cancelled."),
    (3, "President Nicolás Maduro was captured."),
    (4, "It is what it is, and that is that."),
    (5, "Koizumi, Koizumi and again Koizumi."),
    (6, "Pre\u0301sident Macron spoke AND left."),
]


@pytest.fixture(params=IMPLEMENTATIONS, name="kind")
def _kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make(kind: str, tmp_path: Path) -> Iterator[Callable[[Iterable[tuple[int, str]]], LexicalStore]]:
    """Write and open stores, and close them after the test."""
    opened: list[LexicalStore] = []

    def make_store(texts: Iterable[tuple[int, str]]) -> LexicalStore:
        path = tmp_path / f"words{len(opened)}"
        IMPLEMENTATIONS[kind][0](path, texts)
        opened.append(IMPLEMENTATIONS[kind][1](path))
        return opened[-1]

    yield make_store
    for store in opened:
        store.close()


@pytest.fixture(scope="module", params=IMPLEMENTATIONS)
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LexicalStore]:
    """One store for all examples of a property."""
    path = tmp_path_factory.mktemp("shared") / "words"
    IMPLEMENTATIONS[request.param][0](path, TEXTS)
    store = IMPLEMENTATIONS[request.param][1](path)
    yield store
    store.close()


Make = Callable[[Iterable[tuple[int, str]]], LexicalStore]


def keys(store: LexicalStore, question: str, limit: int = 10) -> list[int]:
    return [hit.key for hit in store.search(question, limit)]


def test_words_are_found(make: Make) -> None:
    """By any of the question's words, the text with more of them first; other texts not at all."""
    store = make(TEXTS)
    assert len(store) == 6
    assert keys(store, "When will Koizumi meet Hegseth?") == [1, 5, BIG]
    assert keys(store, "Paparo") == []


def test_case_accents_and_endings_do_not_matter(make: Make) -> None:
    """One word is one word in every form, composed or decomposed."""
    store = make(TEXTS)
    assert keys(store, "NICOLAS") == keys(store, "nicolás") == keys(store, "nicola\u0301s") == [3]
    assert keys(store, "président") == keys(store, "pre\u0301sident") == keys(store, "Presidents")
    assert sorted(keys(store, "meeting minister")) == [1, BIG]


def test_common_words_count_only_alone(make: Make) -> None:
    """A question of common words still finds something; otherwise they do not pull texts in."""
    store = make(TEXTS)
    assert keys(store, "what is it") == [4]
    assert keys(store, "what is the capture") == [3]


def test_scores_fall_and_limits_hold(make: Make) -> None:
    """The best comes first with the highest score, positive numbers all; the limit is a limit."""
    store = make(TEXTS)
    hits = store.search("Koizumi Hegseth president", 10)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert keys(store, "Koizumi Hegseth president", 2) == [hit.key for hit in hits[:2]]
    assert keys(store, "Koizumi", 0) == []


def test_equals_come_by_key(make: Make) -> None:
    """Equal texts have one order, whatever the order they were written in."""
    store = make([(9, "alpha beta"), (2, "alpha beta"), (5, "alpha beta"), (1, "gamma"), (8, "delta")])
    assert keys(store, "alpha") == [2, 5, 9]


def test_a_question_is_no_query_language(make: Make) -> None:
    """Operators, quotes, columns and wildcards are only characters."""
    store = make(TEXTS)
    assert keys(store, 'Hegseth" OR text:* AND NOT NEAR(') == [1]
    assert keys(store, "text: Hegseth*") == [1]
    assert keys(store, "-Hegseth^2") == [1]
    for nothing in ("", "  ", '"', "?!", "🙂", "\0", "\ud800", "_"):
        assert keys(store, nothing) == []


@given(question=st.text())
def test_no_question_fails(shared: LexicalStore, question: str) -> None:
    """Whatever is typed, a search answers."""
    assert len(shared.search(question, 3)) <= 3


def test_long_questions_are_answered(make: Make) -> None:
    """Ten thousand characters of different words do not exhaust the query."""
    store = make(TEXTS)
    assert keys(store, "Hegseth " + " ".join(f"w{number}" for number in range(2_000))) == [1]


def test_keys_are_unique(kind: str, tmp_path: Path) -> None:
    """One key for two texts is refused."""
    with pytest.raises(StoreError):
        IMPLEMENTATIONS[kind][0](tmp_path / "words", [(1, "a"), (1, "b")])


def test_an_empty_store_finds_nothing(make: Make) -> None:
    """No text, no hit."""
    assert keys(make([]), "anything") == []


def test_what_is_no_store_is_refused(kind: str, tmp_path: Path) -> None:
    """A missing or foreign file is a `StoreError`, not a crash."""
    (tmp_path / "foreign").write_bytes(b"this is no index at all" * 100)
    for name in ("missing", "foreign"):
        with pytest.raises(StoreError):
            IMPLEMENTATIONS[kind][1](tmp_path / name)
