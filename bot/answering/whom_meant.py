"""Whom words mean that answer "who" without a name: "I" in an interview, "he", "the Mayor in person".

Only what is meant lets two such answers be compared; what is quoted stays as it is written.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.answering.descriptions import with_names
from bot.answering.interviews import asked_before
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from index.articles import Article

_COUNTING = 0.05  # score from which words are looked at; the rest is far from counting
_SPEAKER = re.compile(r"(?:I|me|myself)$")
_OTHER = re.compile(r"(?:he|she|him|her|himself|herself)$", re.IGNORECASE)
_DESCRIBED = re.compile(r"(?:the|his|her|their|its|[A-Z][\w.-]+[’']s?) \w", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LONGEST = 6  # words of a description


def with_whom_meant(
    question: Question, readings: Sequence[Reading], article_of: Callable[[str], Article]
) -> list[Reading]:
    """Return *readings* of a question for a person with the name of whom every span means that gives none.

    None is told where more than one may be meant: in its paragraph before "he", outside the quotation that says "I", in the
    title of an interview, or by a description in all the articles.
    """
    if question.wants is not Wants.VALUE or Kind.PERSON not in question.kinds:
        return list(readings)
    articles = {
        name: article_of(name)
        for name in dict.fromkeys(reading.passage.paragraph.article_id for reading in readings)
    }

    def named(span: SpanCandidate) -> SpanCandidate:
        if span.score < _COUNTING:
            return span
        return replace(span, meant=_meant(span, articles))

    return [reading.rescored(named) for reading in readings]


def _meant(span: SpanCandidate, articles: dict[str, Article]) -> str | None:
    paragraph, words = span.passage.paragraph, span.text
    if _SPEAKER.match(words):
        return _speaker(span, articles[paragraph.article_id])
    if _OTHER.match(words):
        return _only_one(_people(paragraph.text[: span.start]))
    if len(words.split()) > _LONGEST or not _DESCRIBED.match(words) or _people(words):
        return None
    told = with_names(words, [article.body for article in articles.values()])
    return " ".join(word for word in told.split() if word not in words.split()) or None


def _speaker(span: SpanCandidate, article: Article) -> str | None:
    """Return who says "I": whom the paragraph names outside its quotations, else who is interviewed."""
    paragraph = span.passage.paragraph
    if any(quoted.start() < span.start < quoted.end() for quoted in _QUOTED.finditer(paragraph.text)):
        return _only_one(_people(_QUOTED.sub(" … ", paragraph.text)))
    if not asked_before(article, paragraph):
        return None
    first = article.paragraphs[0].text
    return _only_one(_people(article.details.title or "")) or _only_one(_people(first))


def _people(text: str) -> list[str]:
    return [text[one.start : one.end] for one in recognise(text, (Kind.PERSON,))]


def _only_one(names: Iterable[str]) -> str | None:
    """Return the longest of *names* if all may be of one person: the others are among its words."""
    found = sorted(names, key=len)
    if not found or any(not set(name.split()) <= set(found[-1].split()) for name in found):
        return None
    return found[-1]
