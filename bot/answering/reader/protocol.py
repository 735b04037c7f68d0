"""The seam between a question with its passages and the words in them that answer it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.answering.questions.question import Question
from index.articles import Article
from index.retrieval.passages import Passage
from index.splitting import sentences_around


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A retrieved passage together with the article it stands in, which says what "he" and "the trip" are."""

    passage: Passage
    article: Article


@dataclass(frozen=True, slots=True)
class SpanCandidate:
    """Words of one passage that may answer the question.

    Offsets are code points of the paragraph's text, end exclusive. ``score`` runs from 0 to 1 and is
    comparable between the passages read for one question. ``affirms`` tells, where a yes/no question was asked
    and the reader can tell, whether they affirm what it asks; ``meant``, where they are no name but mean somebody, who.
    """

    passage: Passage
    start: int
    end: int
    score: float
    affirms: bool | None = None
    meant: str | None = None

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.passage.paragraph.text[self.start : self.end]

    @property
    def sentences(self) -> tuple[int, int]:
        """Where the whole sentences that hold the words start and end in the paragraph."""
        return sentences_around(self.passage.paragraph.text, self.start, self.end)

    @property
    def sentence_text(self) -> str:
        """The whole sentences that hold the words."""
        return self.passage.paragraph.text[slice(*self.sentences)]

    @property
    def sentence_without(self) -> str:
        """The whole sentences that hold the words, without these, spaces evened; empty if they hold nothing else."""
        text, (start, end) = self.passage.paragraph.text, self.sentences
        return " ".join(f"{text[start : self.start]} {text[self.end : end]}".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in one passage: spans, best first, and how sure it is that none answers.

    ``no_answer`` runs from 0 to 1 on the scale of the spans' scores; ``closeness`` (0 to 1) says how near
    the passage is to the question even if nothing in it answers.
    """

    passage: Passage
    spans: tuple[SpanCandidate, ...]
    no_answer: float
    closeness: float

    def rescored(self, by: Callable[[SpanCandidate], SpanCandidate]) -> "Reading":
        """Return this reading with every span as *by* gives it back, best first again."""
        spans = sorted(map(by, self.spans), key=lambda span: (-span.score, span.start, span.end))
        return replace(self, spans=tuple(spans))

    @property
    def answers(self) -> tuple[SpanCandidate, ...]:
        """The spans that score above "no answer"."""
        return tuple(span for span in self.spans if span.score > self.no_answer)


def joined(readings: Sequence[Reading], more: Sequence[Reading]) -> list[Reading]:
    """Put two readings of one question together: what casts doubt on an answer in the one does so in both."""
    together = [*readings, *more]
    doubt = max(reading.no_answer for reading in together)
    return [replace(reading, no_answer=doubt) for reading in together]


class Reader(Protocol):
    """Reads a question against passages and points at the words that answer, or at none."""

    name: str  # part of what an answer depends on, so that an old answer can be told from a new one

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage; one reading per excerpt, in the order given."""
        ...
