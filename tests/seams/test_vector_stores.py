"""The contract of every `VectorStore`."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.errors import StoreError
from index.stores.faiss_store import FaissStore, open_faiss_store
from index.stores.protocol import Vectors, VectorStore, as_keys

BIG = 2**63 - 1

# One line per implementation: make an empty one for a dimension, and open a saved one.
IMPLEMENTATIONS: dict[str, tuple[Callable[[int], VectorStore], Callable[[Path], VectorStore]]] = {
    "faiss": (FaissStore, open_faiss_store),
}
UNIT = np.eye(4, dtype=np.float32)


@pytest.fixture(params=IMPLEMENTATIONS, name="kind")
def _kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def store(kind: str) -> VectorStore:
    """Three vectors, the last of them twice as near to the first as the second is."""
    store = IMPLEMENTATIONS[kind][0](4)
    store.add(as_keys([7, BIG, 3]), np.array([UNIT[0], UNIT[1], [0.6, 0.8, 0, 0]], np.float32))
    return store


def found(store: VectorStore, vector: list[float], limit: int) -> list[tuple[int, float]]:
    return [(hit.key, round(hit.score, 5)) for hit in store.search(np.array(vector, np.float32), limit)]


def test_search_orders_by_inner_product(store: VectorStore) -> None:
    """The best comes first, with its cosine, under the key it was added with."""
    assert found(store, [1, 0, 0, 0], 2) == [(7, 1.0), (3, 0.6)]
    assert found(store, [0, 1, 0, 0], 3) == [(BIG, 1.0), (3, 0.8), (7, 0.0)]


def test_asking_for_more_than_there_is(kind: str, store: VectorStore) -> None:
    """All there is comes back, without padding; an empty store finds nothing."""
    assert [key for key, _ in found(store, [1, 0, 0, 0], 100)] == [7, 3, BIG]
    assert found(store, [1, 0, 0, 0], 0) == []
    assert found(IMPLEMENTATIONS[kind][0](4), [1, 0, 0, 0], 5) == []


def test_equals_come_by_key(kind: str) -> None:
    """Equal scores have one order, whatever the order they were added in."""
    store = IMPLEMENTATIONS[kind][0](4)
    store.add(as_keys([9, 2, 5]), np.repeat(UNIT[:1], 3, axis=0))
    assert [key for key, _ in found(store, [1, 0, 0, 0], 3)] == [2, 5, 9]


@pytest.mark.parametrize("keys", [[7], [11, 11], [12, 3], [-1]])
def test_keys_are_unique_and_not_negative(store: VectorStore, keys: list[int]) -> None:
    """A key that is present, given twice or negative is refused, and nothing of the call is stored."""
    with pytest.raises(StoreError):
        store.add(as_keys(keys), np.repeat(UNIT[3:], len(keys), axis=0))
    assert len(store) == 3
    assert found(store, [0, 0, 0, 1], 1)[0][1] == 0.0


@pytest.mark.parametrize("shape", [(2, 4), (1, 3), (0, 4)])
def test_shapes_must_fit(store: VectorStore, shape: tuple[int, int]) -> None:
    """One vector of the right length per key."""
    with pytest.raises(StoreError):
        store.add(as_keys([50]), np.zeros(shape, np.float32))


def test_removing_leaves_the_others(store: VectorStore) -> None:
    """The rest keep their keys and vectors; an unknown key is not counted; a removed key is free again."""
    assert store.remove(as_keys([7, 1000])) == 1
    assert len(store) == 2
    assert found(store, [0, 1, 0, 0], 5) == [(BIG, 1.0), (3, 0.8)]
    store.add(as_keys([7]), UNIT[2:3])
    assert found(store, [0, 0, 1, 0], 1) == [(7, 1.0)]


def test_vectors_come_back_as_asked(store: VectorStore) -> None:
    """In the order of the keys, repeated if asked twice; an unknown key is an error."""
    assert np.array_equal(store.vectors(as_keys([BIG, 7, BIG])), UNIT[[1, 0, 1]])
    assert store.vectors(as_keys([])).shape == (0, 4)
    for unknown in (0, 5, BIG - 1):
        with pytest.raises(StoreError):
            store.vectors(as_keys([7, unknown]))


def test_a_saved_store_is_the_same(kind: str, store: VectorStore, tmp_path: Path) -> None:
    """Saving and opening change no key, vector or score, and the same store gives the same bytes."""
    store.save(tmp_path / "a")
    store.save(tmp_path / "b")
    opened = IMPLEMENTATIONS[kind][1](tmp_path / "a")
    assert len(opened) == 3
    assert found(opened, [0, 1, 0, 0], 9) == found(store, [0, 1, 0, 0], 9)
    assert np.array_equal(opened.vectors(as_keys([3, 7])), store.vectors(as_keys([3, 7])))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_no_store_is_refused(kind: str, tmp_path: Path) -> None:
    """A missing, empty or foreign file is a `StoreError`, not a crash."""
    (tmp_path / "empty").touch()
    (tmp_path / "foreign").write_bytes(b"this is no index at all" * 10)
    for name in ("missing", "empty", "foreign"):
        with pytest.raises(StoreError):
            IMPLEMENTATIONS[kind][1](tmp_path / name)


@pytest.mark.parametrize("name", IMPLEMENTATIONS)
@given(
    vectors=arrays.arrays(
        np.float32, st.tuples(st.integers(1, 12), st.just(3)), elements=st.floats(-1, 1, width=32)
    ),
    limit=st.integers(1, 15),
)
def test_search_is_exact(name: str, vectors: Vectors, limit: int) -> None:
    """The scores are those of comparing with every vector."""
    store = IMPLEMENTATIONS[name][0](3)
    store.add(as_keys(range(len(vectors))), vectors)
    expected = sorted((vectors @ vectors[0]).tolist(), reverse=True)[:limit]
    assert [hit.score for hit in store.search(vectors[0], limit)] == pytest.approx(expected, abs=1e-5)
