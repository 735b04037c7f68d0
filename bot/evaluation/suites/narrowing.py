"""An index that gives only some of its articles: each question sees its own, whatever retrieval would miss."""

from collections.abc import Collection

from index.retrieval.passages import Passage
from index.wiring import OpenIndex


class NarrowedIndex(OpenIndex):
    """An opened index whose searches return only paragraphs of ``allowed`` articles; all while it is None."""

    def __init__(self, whole: OpenIndex) -> None:
        self.version, self.embedder = whole.version, whole.embedder
        self._whole = whole
        self._paragraphs = whole.status().paragraphs
        self.allowed: Collection[str] | None = None
        self.article, self.article_ids = whole.article, whole.article_ids  # type: ignore[method-assign]
        self.close, self.status = whole.close, whole.status  # type: ignore[method-assign]

    def search(self, question: str, limit: int) -> list[Passage]:
        """Return the *limit* best passages of the allowed articles, in the whole index's order."""
        if self.allowed is None:
            return self._whole.search(question, limit)
        found = self._whole.search(question, self._paragraphs)
        return [passage for passage in found if passage.paragraph.article_id in self.allowed][:limit]
