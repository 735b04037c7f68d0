"""Models whose every word is known: one points at given words, one judges and one compares as it is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from bot.answering.reader.model.protocol import Entailment, Span
from bot.answering.reader.protocol import Excerpt
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

UNLIKELY = -9.0  # margin of words that no model was told of
UNSETTLED = Entailment(0.0, 1.0, 0.0)


class Pointer:
    """A span model that points at given words with given margins."""

    name = "pointer"
    threshold = 3.85  # less what the reader gives words for being retrieved: 1.0

    def __init__(self, margins: Mapping[str, float]) -> None:
        self._margins = margins
        self.questions: list[str] = []
        self.texts: list[str] = []
        self.places: list[list[str]] = []  # the words at the places of every text

    def spans(
        self, question: str, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[tuple[Span, ...]]:
        """Point at the words wherever they stand, and behind them at the places."""
        self.questions.append(question)
        self.texts += texts
        asked = places or [()] * len(texts)
        self.places += [
            [text[slice(*place)] for place in page] for text, page in zip(texts, asked, strict=True)
        ]
        return [
            (*self._free(text), *self._placed(text, page)) for text, page in zip(texts, asked, strict=True)
        ]

    def _free(self, text: str) -> list[Span]:
        found = [
            Span(text.index(words), text.index(words) + len(words), margin)
            for words, margin in self._margins.items()
            if words in text
        ]
        return sorted(found, key=lambda span: -span.margin)

    def _placed(self, text: str, places: Sequence[tuple[int, int]]) -> Iterator[Span]:
        for start, end in sorted(set(places)):
            yield Span(start, end, self._margins.get(text[start:end], UNLIKELY))


class Judge:
    """An entailment model with one verdict and exceptions by pair, which remembers what it was asked.

    Of the denial of a statement it says the opposite of what it says of the statement.
    """

    name = "judge"

    def __init__(
        self,
        verdict: Entailment = UNSETTLED,
        exceptions: Mapping[tuple[str, str], Entailment] = MappingProxyType({}),
    ) -> None:
        self._verdict = verdict
        self._exceptions = exceptions
        self.pairs: list[tuple[str, str]] = []

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Give the verdict on every pair."""
        self.pairs += pairs
        return [self._relation(premise, hypothesis) for premise, hypothesis in pairs]

    def _relation(self, premise: str, hypothesis: str) -> Entailment:
        is_denial = hypothesis.startswith("It is not true that ")
        statement = re.sub(r"It is (?:not )?true that (.*)\.", r"\1", hypothesis)
        found = self._exceptions.get((premise, statement), self._verdict)
        return Entailment(*reversed(found)) if is_denial else found


class Nearness:
    """An embedder that finds given texts as near to every other text as it is told, and all others at right angles."""

    name = "nearness"
    dimension = 2
    max_tokens = 256
    words: frozenset[str] = frozenset()

    def __init__(self, cosines: Mapping[str, float] = MappingProxyType({})) -> None:
        self._cosines = cosines

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Lay the first text along one axis, and every other where its cosine to that is the one given."""
        cosines = np.array([1.0, *(self._cosines.get(text, 0.0) for text in texts[1:])])[: len(texts)]
        return np.stack([cosines, np.sqrt(1 - cosines**2)], axis=1).astype(np.float32)


def excerpt(text: str, name: str = "a", title: str | None = None, published: date | None = None) -> Excerpt:
    """Return the only paragraph of article *name*."""
    paragraph = Paragraph("id", name, 1, text)
    article = Article(name, ArticleDetails(title=title, published=published), text, "v", (paragraph,))
    return Excerpt(Passage(paragraph, 1.0, 1), article)
