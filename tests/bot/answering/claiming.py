"""Claims built from real articles' words, for the tests of what comes after reading."""

from datetime import date

from bot.answering.claims import Claim
from bot.answering.reader.protocol import SpanCandidate
from bot.answering.values.context import article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from index.articles import number_paragraphs
from index.retrieval.passages import Passage


def claim(article: str, text: str, words: str, *, published: date | None = None, score: float = 0.9) -> Claim:
    """Return the claim that *article*, whose only paragraph is *text*, makes with *words*."""
    (paragraph,) = number_paragraphs(article, [text])
    start = text.index(words)
    span = SpanCandidate(Passage(paragraph, 1.0, 1), start, start + len(words), score)
    return Claim(span, value_of(text, start, start + len(words), article_context(text, published)))


def dated(article: str, words: str, *, published: date | None = None) -> Claim:
    """Return the claim that *article* makes by saying that the fair opens on *words*."""
    made = claim(article, f"The fair opens on {words}.", words, published=published)
    assert made.value.kind is Kind.DATE
    return made
