"""Paragraphs embedded per second: the exported model against plain sentence-transformers, in the same run."""

from pathlib import Path

import numpy as np

from index.embedding.exported import export_once, open_embedder
from index.embedding.models import locate_model
from tests.benchmarks.figures import Figure, clock
from tests.benchmarks.places import CORPUS, settings_for
from tests.benchmarks.texts import paragraphs

_COUNT, _ROUNDS = 160, 3
# 6 layers × 1.77 million weights × 2 operations a token; attention adds little at these lengths.
_OPERATIONS_PER_TOKEN = 21.3e6


def measure(folder: Path) -> list[Figure]:
    """Embed the same paragraphs with both, in turns, and keep each one's best round."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds, wanted here only

    settings = settings_for(CORPUS, folder / "embedding").index
    source = locate_model(settings.embedding_model)
    export_once(settings.models, source)
    ours = open_embedder(settings.models, source.name, source.sha256, settings.threads)
    plain = SentenceTransformer(str(source.folder), device="cpu")
    texts = paragraphs(_COUNT)
    tokens = sum(
        len(ids) for ids in plain.tokenizer(texts, truncation=True, max_length=ours.max_tokens)["input_ids"]
    )
    best_ours = best_plain = float("inf")
    for _ in range(_ROUNDS):
        start = clock()
        vectors = ours.embed(texts)
        best_ours = min(best_ours, clock() - start)
        start = clock()
        reference = plain.encode(texts, show_progress_bar=False)
        best_plain = min(best_plain, clock() - start)
    cosine = float(
        np.min(np.sum(vectors * (reference / np.linalg.norm(reference, axis=1, keepdims=True)), axis=1))
    )
    limit = _multiplications_per_second()
    used = tokens * _OPERATIONS_PER_TOKEN / best_ours
    return [
        Figure(
            "paragraphs embedded per second",
            f"{_COUNT / best_ours:.0f}",
            f"{best_plain / best_ours:.2f} times plain sentence-transformers with its defaults ({_COUNT / best_plain:.0f})",
        ),
        Figure("lowest cosine between the two", f"{cosine:.6f}"),
        Figure(
            "arithmetic used",
            f"{used / 1e9:.0f} GFLOP/s",
            f"{100 * used / limit:.0f} % of what a large matrix product reaches here ({limit / 1e9:.0f})",
        ),
    ]


def _multiplications_per_second(size: int = 1536) -> float:
    """Return the floating-point operations per second of a square matrix product: the machine's limit."""
    matrix = np.random.default_rng(0).standard_normal((size, size), np.float32)
    best = float("inf")
    for _ in range(5):
        start = clock()
        matrix @ matrix
        best = min(best, clock() - start)
    return 2 * size**3 / best
