"""The vectors of a new version: reused where the text was embedded before, computed where not."""

from collections.abc import Sequence

import numpy as np

from index.articles import Article
from index.building.manifest import ModelRecord
from index.building.plan import texts_to_embed
from index.building.previous import Previous
from index.building.report import Progress
from index.embedding.exported import open_embedder
from index.settings import IndexSettings
from index.stores.faiss_store import FaissStore
from index.stores.protocol import Vectors, as_keys, key_of

_AT_ONCE = 64  # texts between two reports of progress: one to two seconds


def build_vectors(
    settings: IndexSettings,
    model: ModelRecord,
    articles: Sequence[Article],
    previous: Previous,
    progress: Progress,
) -> tuple[FaissStore, int]:
    """Return a store of every paragraph's vector, and how many texts had to be embedded.

    A paragraph is embedded as it stands. Its title before it gained nothing (questions over Wikipedia,
    nDCG@10 0.794 with, 0.798 without); its sentences beside it gained 0.003 recall among the first 20, for
    six times the vectors.
    """
    paragraphs = [paragraph for article in articles for paragraph in article.paragraphs]
    missing = texts_to_embed((paragraph.text for paragraph in paragraphs), previous.known)
    fresh = _embed(settings, model, missing, progress)
    row_of = {text: row for row, text in enumerate(missing)}
    rows = np.empty((len(paragraphs), model.dimension), np.float32)
    reused: list[tuple[int, int]] = []
    for place, paragraph in enumerate(paragraphs):
        if paragraph.text in row_of:
            rows[place] = fresh[row_of[paragraph.text]]
        else:
            reused.append((place, previous.known[paragraph.text]))
    if reused and previous.vectors is not None:
        places, keys = zip(*reused, strict=True)
        rows[list(places)] = previous.vectors.vectors(as_keys(keys))
    store = FaissStore(model.dimension)
    store.add(as_keys([key_of(paragraph.id) for paragraph in paragraphs]), rows)
    return store, len(missing)


def _embed(
    settings: IndexSettings,
    model: ModelRecord,
    texts: Sequence[str],
    progress: Progress,
) -> Vectors:
    vectors = np.empty((len(texts), model.dimension), np.float32)
    if not texts:
        return vectors  # the model is not even loaded
    embedder = open_embedder(settings.models, model.name, model.sha256, settings.threads)
    progress("embed", 0, len(texts))
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        vectors[start : start + len(some)] = embedder.embed(some)
        progress("embed", start + len(some), len(texts))
    return vectors
