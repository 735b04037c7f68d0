"""How much of a question a stretch of text speaks of: word by word, by stem and meaning."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.answering.terms import Term
from bot.answering.thesaurus import SYNONYM, near_stems
from bot.answering.values.names.demonyms import wordings_of_country
from bot.answering.values.names.spelling import SPELT_OTHERWISE, sounded
from index.embedding.protocol import Embedder

# Cosine of two single words' vectors: unrelated pairs of news words lie below 0.5 with all-MiniLM-L6-v2
# ("speech"/"trip" 0.23, "cancelled"/"scheduled" 0.49), near-synonyms above 0.8 ("start"/"begin" 0.84).
_UNRELATED, _SAME = 0.55, 0.85
_HEAVIEST = 2.6  # a word that no passage holds counts no more than one that a single passage of 12 holds
_SAME_THING = 0.8  # a score from which two words speak of the same
_TOPIC_SHARE = 0.2  # of the passages: a name that so many hold is what they are about
_MET = 0.5
_SPELT = 0.95  # another spelling of the same word
_SENTENCE_ENDS = frozenset('.!?:“"•*-')


class WordVectors:
    """Vectors of single words, embedded once each and kept."""

    def __init__(self, embedder: Embedder, capacity: int = 20000) -> None:
        self._embedder = embedder
        self._capacity = capacity
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def of(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of *words*, shape ``(len(words), dimension)``."""
        missing = sorted({word for word in words if word not in self._vectors})
        if len(self._vectors) + len(missing) > self._capacity:
            self._vectors.clear()
            missing = sorted(set(words))
        if missing:
            self._vectors.update(zip(missing, self._embedder.embed(missing), strict=True))
        return np.stack([self._vectors[word] for word in words])


class TermMatcher:
    """Scores of one question's terms against the words of the passages read for it.

    A score is 1 for the same stem, less for another word of like meaning. Weights
    grow with rarity among the passages: what all of them say tells nothing apart. ``names`` tells which
    terms are names: those that the passages write with a capital, whatever the question does.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        passages: Sequence[tuple[str, Sequence[Term]]],
        vectors: WordVectors,
    ) -> None:
        self.terms = tuple(terms)
        found = [{term.stem: term.word for term in words if term.is_content} for _, words in passages]
        vocabulary = {stem: word for words in found for stem, word in sorted(words.items())}
        self._scores = _score_table(self.terms, vocabulary, vectors)
        count = len(found)
        held = [
            sum(any(self.score(n, s) >= _SAME_THING for s in words) for words in found)
            for n in range(len(terms))
        ]
        self.weights = tuple(min(_HEAVIEST, math.log(1 + count / (1 + number))) for number in held)
        capitals = _capitals(passages)
        self.names = tuple(
            any(capitals[stem] for stem, score in table.items() if score >= 0.9 and stem in capitals)
            for table in self._scores
        )
        self._topics = tuple(number >= _TOPIC_SHARE * count for number in held)

    @property
    def predicate(self) -> int | None:
        """The term that says what a named subject does ("when will Ana *meet* …"): the first after its name."""
        pairs = zip(range(1, len(self.names)), pairwise(self.names), strict=False)
        return next((n for n, (before, here) in pairs if before and not here), None)

    def score(self, term: int, stem: str) -> float:
        """Return how well the question's term number *term* matches *stem*: 0 to 1."""
        return self._scores[term].get(stem, 0.0)

    def matches(self, stems: Collection[str]) -> tuple[float, ...]:
        """Return the best score of each of the question's terms among *stems*."""
        return tuple(max((table.get(stem, 0.0) for stem in stems), default=0.0) for table in self._scores)

    def coverage(self, matches: Sequence[float]) -> float:
        """Return the weighted share of the question that *matches* cover: 0 to 1."""
        return self._share(matches, range(len(self.terms)))

    def event_coverage(self, matches: Sequence[float]) -> float:
        """Return the same share of the terms that are no names: what happens, not to whom; 1 if all are."""
        events = [n for n, name in enumerate(self.names) if not name]
        return self._share(matches, events) if events else 1.0

    def scaled_by_kind(self, matches: Sequence[float], names: float, events: float) -> tuple[float, ...]:
        """Return the matches of names times *names* and the others times *events*."""
        return tuple(m * (names if name else events) for m, name in zip(matches, self.names, strict=True))

    def scaled_by_reach(self, matches: Sequence[float], topics: float, others: float) -> tuple[float, ...]:
        """Return the matches of names that the passages are about times *topics*, all others times *others*."""
        reach = zip(matches, self.names, self._topics, strict=True)
        return tuple(m * (topics if name and topic else others) for m, name, topic in reach)

    def misses_name(self, matches: Sequence[float]) -> bool:
        """Whether a name that sets the question apart is not met: what is said is said of another."""
        reach = zip(matches, self.names, self._topics, strict=True)
        return any(name and not topic and match < _MET for match, name, topic in reach)

    def _share(self, matches: Sequence[float], terms: Iterable[int]) -> float:
        chosen = list(terms)
        total = sum(self.weights[n] for n in chosen)
        return sum(self.weights[n] * matches[n] for n in chosen) / total if total else 0.0


def _capitals(passages: Iterable[tuple[str, Sequence[Term]]]) -> dict[str, bool]:
    """Return, for every stem of the passages, whether it is mostly written with a capital inside a sentence."""
    counts: dict[str, list[int]] = {}
    for text, words in passages:
        for term in words:
            if term.start < 2 or text[term.start - 2 : term.start - 1] in _SENTENCE_ENDS:
                continue  # the first word of a sentence has a capital whatever it is
            count = counts.setdefault(term.stem, [0, 0])
            count[0] += text[term.start].isupper() or text[term.start].isdigit()
            count[1] += 1
    return {stem: 2 * upper > total for stem, (upper, total) in counts.items()}


def _score_table(
    terms: Sequence[Term], vocabulary: Mapping[str, str], vectors: WordVectors
) -> list[dict[str, float]]:
    tables = [
        dict.fromkeys(near_stems(term.stem) | _of_country(term.stem), SYNONYM) | {term.stem: 1.0}
        for term in terms
    ]
    for term, table in zip(terms, tables, strict=True):
        if len(term.stem) >= SPELT_OTHERWISE:
            table |= {
                stem: _SPELT
                for stem in vocabulary
                if stem not in table and len(stem) >= SPELT_OTHERWISE and sounded(stem) == sounded(term.stem)
            }
    words = sorted(set(vocabulary.values()))
    # A word that the passages themselves use needs no other to stand in for it.
    strange = [n for n, table in enumerate(tables) if not any(stem in vocabulary for stem in table)]
    if strange and words:
        stems = {word: stem for stem, word in vocabulary.items()}
        similarity = vectors.of([terms[n].word for n in strange]) @ vectors.of(words).T
        for row, table in enumerate(tables[n] for n in strange):
            for column in np.flatnonzero(similarity[row] > _UNRELATED):
                strength = min(1.0, float(similarity[row, column] - _UNRELATED) / (_SAME - _UNRELATED))
                stem = stems[words[column]]
                table[stem] = max(table.get(stem, 0.0), SYNONYM * strength)
    return tables


def _of_country(stem: str) -> frozenset[str]:
    """Return what names the country that *stem* names, of several words the last ("States")."""
    return frozenset(wording[-1] for wording in wordings_of_country(stem))


def best_of(*matches: Sequence[float]) -> tuple[float, ...]:
    """Return the best match of each term."""
    return tuple(max(column) for column in zip(*matches, strict=True))


def scaled(matches: Sequence[float], worth: float) -> tuple[float, ...]:
    """Return every match times *worth*."""
    return tuple(match * worth for match in matches)
