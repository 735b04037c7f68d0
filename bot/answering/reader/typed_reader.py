"""The first reader: typed values and sentences, scored by what the words around them share with the question.

No trained weights: a candidate's score is the weighted share of the question's words that its clause (fully),
its sentence, its paragraph and its article (each less) speak of, mixed with the cosine of question and
sentence. The constants were set by hand on the questions in ``corpus/`` and, where those left a choice, on the
invented stories in ``tests/stories/``, where it gets two in five right: wording far from an article's defeats it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.questions.question import Question
from bot.answering.reader.matching import TermMatcher, WordVectors
from bot.answering.reader.mentioning import mentions_asked_for
from bot.answering.reader.page import Page
from bot.answering.reader.protocol import Excerpt, Reading
from bot.answering.reader.sentences import Sentence, lay_out
from bot.answering.values.kinds import Kind
from index.embedding.protocol import Embedder

_THRESHOLD = 0.58
_SHARE_OF_BEST = 0.6
_SENTENCES_EMBEDDED = 16  # 6 ms each on two cores; the rest share too few words with the question to win


class TypedReader:
    """Points at typed values, or whole clauses, whose surroundings match the question."""

    name = "typed-values-1"

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors = WordVectors(embedder)

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage; one reading per excerpt, in the order given."""
        if not excerpts or not question.terms:
            return [Reading(excerpt.passage, (), _THRESHOLD, 0.0) for excerpt in excerpts]
        texts = [excerpt.passage.paragraph.text for excerpt in excerpts]
        layouts = [lay_out(text, mentions_asked_for(question, text)) for text in texts]
        words = [
            (text, [term for sentence in layout for term in sentence.terms])
            for layout, text in zip(layouts, texts, strict=True)
        ]
        matcher = TermMatcher(question.terms, words, self._vectors)
        hero = _hero(layouts) if question.of_pronoun else None
        pages = [
            Page(question, matcher, excerpt, layout, hero)
            for excerpt, layout in zip(excerpts, layouts, strict=True)
        ]
        similarity = self._similarities(question, pages)
        readings = [page.reading(similarity) for page in pages]
        return _with_no_answer(readings)

    def _similarities(self, question: Question, pages: Sequence[Page]) -> dict[str, float]:
        ranked = sorted({(-coverage, text) for page in pages for text, coverage in page.sentence_coverages()})
        chosen = [text for coverage, text in ranked if coverage < 0][:_SENTENCES_EMBEDDED]
        if not chosen:
            return {}
        vectors = self._embedder.embed([question.text, *chosen])
        cosines = vectors[1:] @ vectors[0]
        return {text: float(cosine) for text, cosine in zip(chosen, cosines, strict=True)}


def _hero(layouts: Iterable[Iterable[Sentence]]) -> str | None:
    """Return the stem of the surname that the passages name most: whom "he" or "she" in a question means."""
    named = Counter(
        [term.stem for term in sentence.terms if mention.start <= term.start < mention.end][-1]
        for layout in layouts
        for sentence in layout
        for mention in sentence.mentions
        if mention.kind is Kind.PERSON and any(mention.start <= t.start < mention.end for t in sentence.terms)
    )
    return min(named, key=lambda stem: (-named[stem], stem), default=None)


def _with_no_answer(readings: Sequence[Reading]) -> list[Reading]:
    """Set the score of "no answer": fixed, and a share of the best, since a far better answer casts doubt."""
    best = max((span.score for reading in readings for span in reading.spans), default=0.0)
    floor = max(_THRESHOLD, _SHARE_OF_BEST * best)
    return [replace(reading, no_answer=floor) for reading in readings]
