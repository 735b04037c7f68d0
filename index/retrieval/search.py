"""A question → the paragraphs most worth reading, found by meaning and by words."""

from collections.abc import Mapping, Sequence

from index.articles import Paragraph
from index.embedding.protocol import Embedder
from index.retrieval.fusion import fuse
from index.retrieval.passages import Passage
from index.stores.protocol import Hit, LexicalStore, VectorStore, as_keys
from index.stores.text_store import TextStore

# Each ranking is read this deep, at least: a paragraph that both place 40th should beat one that only
# one of them places 30th.
_DEPTH = 50


class Searcher:
    """Asks both stores and fuses what they say; deterministic."""

    def __init__(
        self, embedder: Embedder, vectors: VectorStore, words: LexicalStore, texts: TextStore
    ) -> None:
        self.embedder = embedder
        self._vectors = vectors
        self._words = words
        self._texts = texts

    def search(self, question: str, limit: int) -> list[Passage]:
        """Return the *limit* best passages; equals by article id and paragraph number.

        A question without a visible character finds nothing.

        Raises:
            EmbeddingError: the embedding model failed.
        """
        if limit <= 0 or not question.strip():
            return []
        depth = max(_DEPTH, 2 * limit)
        vector = self.embedder.embed([question])[0]
        dense = self._vectors.search(vector, depth)
        lexical = self._words.search(question, depth)
        paragraphs = self._texts.paragraphs(sorted({hit.key for hit in (*dense, *lexical)}))
        scores = fuse([_in_order(dense, paragraphs), _in_order(lexical, paragraphs)])
        best = sorted(scores, key=lambda key: (-scores[key], *_place(paragraphs[key])))[:limit]
        similarity = self._vectors.vectors(as_keys(best)) @ vector
        return [
            Passage(paragraphs[key], scores[key], rank, float(cosine))
            for rank, (key, cosine) in enumerate(zip(best, similarity, strict=True), start=1)
        ]

    def close(self) -> None:
        """Release the files."""
        self._words.close()
        self._texts.close()


def _in_order(hits: Sequence[Hit], paragraphs: Mapping[int, Paragraph]) -> list[int]:
    """Return keys, best first; equal scores (one text in two articles) by place, not by key."""
    return [hit.key for hit in sorted(hits, key=lambda hit: (-hit.score, *_place(paragraphs[hit.key])))]


def _place(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.article_id, paragraph.number
