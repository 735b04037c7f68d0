"""The contract of every `Embedder`, over the packaged model in both its forms."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.embedding.exported import open_embedder
from index.embedding.models import PACKAGED_SHA256
from index.embedding.protocol import Embedder
from index.settings import PACKAGED_MODEL

TEXTS = [
    "When will Koizumi meet Hegseth?",
    "The meeting is scheduled for Thursday, January 18.",
    "Profits of the bakery rose.",
    "",
    "When will Koizumi meet Hegseth?",
    "The alliance serves as a cornerstone of regional security. " * 30,
]


def _sentence_transformer(request: pytest.FixtureRequest) -> Embedder:
    """Open the model as one that has no ONNX form is opened: its record says so."""
    models: Path = request.getfixturevalue("models")
    folder = request.getfixturevalue("tmp_path_factory").mktemp("models") / PACKAGED_SHA256
    folder.mkdir()
    record = json.loads((models / PACKAGED_SHA256 / "export.json").read_text())
    record |= {"runtime": "sentence-transformers", "files": {}, "cosine": None}
    (folder / "export.json").write_text(json.dumps(record))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below, at import
        return open_embedder(folder.parent, PACKAGED_MODEL, PACKAGED_SHA256)


def _onnx(request: pytest.FixtureRequest) -> Embedder:
    served: Embedder = request.getfixturevalue("embedder")
    return served


# One line per implementation.
IMPLEMENTATIONS: dict[str, Callable[[pytest.FixtureRequest], Embedder]] = {
    "onnx": _onnx,
    "sentence-transformers": _sentence_transformer,
}


@pytest.fixture(scope="module", params=IMPLEMENTATIONS)
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    """Each implementation in turn, loaded once."""
    return IMPLEMENTATIONS[request.param](request)


def test_what_it_says_of_itself(any_embedder: Embedder) -> None:
    """Name, dimension and limit are the model's own."""
    assert any_embedder.name == PACKAGED_MODEL
    assert any_embedder.dimension == 384
    assert any_embedder.max_tokens == 256


def test_rows_are_texts_of_length_one(any_embedder: Embedder) -> None:
    """One row a text, in order, as float32, each of length 1; no texts give no rows."""
    vectors = any_embedder.embed(TEXTS)
    assert vectors.shape == (6, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6), abs=1e-5)
    assert vectors[4] == pytest.approx(vectors[0], abs=1e-5)
    assert any_embedder.embed([]).shape == (0, 384)


def test_the_vectors_are_the_models(any_embedder: Embedder) -> None:
    """Cosines that the published model gives: near for what belongs together, not for what does not."""
    vectors = any_embedder.embed(TEXTS)
    assert float(vectors[0] @ vectors[1]) == pytest.approx(0.4161, abs=1e-3)
    assert float(vectors[0] @ vectors[2]) == pytest.approx(0.0267, abs=1e-3)


def test_neighbours_do_not_matter(any_embedder: Embedder) -> None:
    """A text's vector is the same alone, in any order, and beside much longer texts."""
    together = any_embedder.embed(TEXTS)  # the last is as long as can be
    for row, text in enumerate(TEXTS[:4]):
        assert any_embedder.embed([text])[0] == pytest.approx(together[row], abs=1e-5)
    assert any_embedder.embed(TEXTS[3::-1])[::-1] == pytest.approx(together[:4], abs=1e-5)


def test_what_is_beyond_the_limit_is_not_read(any_embedder: Embedder) -> None:
    """256 word pieces count, two of them the model's own marks."""
    longest = "word " * 254
    exact, longer, other = any_embedder.embed([longest, longest + "and more", "word " * 253 + "end"])
    assert longer == pytest.approx(exact, abs=1e-5)
    assert float(exact @ other) < 0.9999


def test_odd_texts_have_vectors(any_embedder: Embedder) -> None:
    """Nothing that can be typed makes it fail; a lone surrogate counts as the replacement character."""
    odd = ["a \ud800 b", "a \ufffd b", "\0", "🙂" * 5_000, "x" * 10_000, "\n \t"]
    vectors = any_embedder.embed(odd)
    assert np.isfinite(vectors).all()
    assert vectors[0] == pytest.approx(vectors[1], abs=1e-6)
