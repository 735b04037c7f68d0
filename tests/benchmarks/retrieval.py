"""nDCG@10 of dense, lexical and fused retrieval on `time_ir`: news of 1963 with human judgements."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.evaluation.data import Row, evaluation_file, rows
from bot.settings import read_settings
from index.building.manifest import TEXTS_FILE, VECTORS_FILE, WORDS_FILE, read_manifest
from index.settings import IndexSettings
from index.stores.faiss_store import open_faiss_store
from index.stores.fts_store import FtsStore
from index.stores.text_store import TextStore
from index.wiring import build_index, open_index
from tests.benchmarks.figures import Figure
from tests.benchmarks.places import settings_for

_DEPTH = 50


def measure(folder: Path) -> list[Figure]:
    """Rank the documents each way; they come without line ends, so each is one paragraph."""
    path = evaluation_file(read_settings().eval_data, "time_ir")
    if path is None:
        return [
            Figure(
                "nDCG@10 on time_ir",
                "skipped",
                "set CROSSCITE_EVAL_DATA to the folder of the evaluation data",
            )
        ]
    found = rows(path)
    articles = folder / "retrieval" / "corpus" / "articles"
    articles.mkdir(parents=True)
    for row in found:
        if row["kind"] == "ir_doc":
            text = " ".join(row["passages"][0]["text"].split())
            (articles / f"{_name(row['id'])}.txt").write_text(text, encoding="utf-8")
    settings = settings_for(articles.parent, folder / "retrieval" / "index").index
    build_index(settings)
    queries = [row for row in found if row["kind"] == "ir_query" and row["relevant"]]
    return [
        Figure(f"nDCG@10 on time_ir, {name}", f"{_mean_gain(rank, queries):.3f}", f"{len(queries)} queries")
        for name, rank in _rankings(settings).items()
    ]


def _rankings(settings: IndexSettings) -> dict[str, Callable[[str], list[str]]]:
    """Return the three ways to rank paragraphs, each from a question to article ids, best first."""
    index = open_index(settings)
    folder, _ = read_manifest(settings.directory)
    vectors, words = open_faiss_store(folder / VECTORS_FILE), FtsStore(folder / WORDS_FILE)
    texts = TextStore(folder / TEXTS_FILE)

    def dense(question: str) -> list[str]:
        return named([hit.key for hit in vectors.search(index.embedder.embed([question])[0], _DEPTH)])

    def lexical(question: str) -> list[str]:
        return named([hit.key for hit in words.search(question, _DEPTH)])

    def fused(question: str) -> list[str]:
        return [passage.paragraph.article_id for passage in index.search(question, _DEPTH)]

    def named(keys: list[int]) -> list[str]:
        paragraphs = texts.paragraphs(sorted(set(keys)))
        return [paragraphs[key].article_id for key in keys]

    return {"dense": dense, "lexical": lexical, "fused": fused}


def _mean_gain(rank: Callable[[str], list[str]], queries: Sequence[Row]) -> float:
    gains = [
        _ndcg(list(dict.fromkeys(rank(row["question"]))), {_name(name) for name in row["relevant"]})
        for row in queries
    ]
    return sum(gains) / len(gains)


def _name(identifier: str) -> str:
    return identifier.replace(":", "-")


def _ndcg(ranked: Sequence[str], relevant: set[str]) -> float:
    gain = sum(1 / math.log2(place + 2) for place, name in enumerate(ranked[:10]) if name in relevant)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(relevant))))
    return gain / ideal
