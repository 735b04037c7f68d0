"""Names in a question that an article never uses: what it says, it says of somebody or something else."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache

from bot.answering.questions.question import Question
from bot.answering.reader.days import NOWHERE, days_named, is_dated
from bot.answering.reader.protocol import Excerpt
from bot.answering.reader.saying import is_said, words_of
from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.regions import lies_within
from index.articles import ArticleDetails

# Margin that a passage loses for such a name: more if no passage uses it, since then it is no other way of
# naming the same ("the minister"), but something that the sources do not speak of.
_UNMET_HERE, _UNMET_ANYWHERE = 2.0, 4.0
_UNQUOTED = 10.0  # where an article lacks words that the question quotes, which another has
_NEWS = timedelta(days=7)  # after a day in which reports on it are written
_QUOTED = re.compile(r"[“\"‘](?P<words>[^“”\"‘’]{2,80})[”\"’]")


def unmet_names(question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
    """Return the margin that each excerpt loses for the names of *question* that its article lacks.

    A name is a word that the question writes with a capital ("iPhone", but after its first word), or that the passages
    mostly do, or a figure. A place is named where one is that lies in it. A date is one name: an article has it that
    gives it, or that was published on the day or in the week after. Words in quotation marks are one name where some
    article has them in this order.
    """
    said = {excerpt.article.id: words_of(excerpt.article) for excerpt in excerpts}
    anywhere = frozenset().union(*said.values())
    capitals = _capitals(excerpts)
    days = days_named(question.text, NOWHERE)
    quoted = _quoted(question.text, excerpts)
    others = [*(question.text[day.start : day.end] for day in days), *(" ".join(words) for words in quoted)]
    apart = {term.stem for words in others for term in terms_of(words)}
    names = [
        term.stem
        for term in question.terms
        if term.stem not in apart
        and (
            term.stem in capitals
            or term.word.isdigit()
            or (term.start and any(map(str.isupper, question.text[term.start : term.end])))
        )
    ]
    around = _named_by_place(question, excerpts)
    somewhere = frozenset().union(*around.values())
    unmet = [
        sum(
            _UNMET_HERE if name in somewhere or is_said(name, anywhere) else _UNMET_ANYWHERE
            for name in names
            if name not in around[excerpt.article.id] and not is_said(name, said[excerpt.article.id])
        )
        for excerpt in excerpts
    ]
    for words in quoted:
        unmet = [
            margin if _has_row(words, excerpt) else margin + _UNQUOTED
            for margin, excerpt in zip(unmet, excerpts, strict=True)
        ]
    for day in days:
        dated = [is_dated(excerpt.article, day.value, _NEWS) for excerpt in excerpts]
        less = _UNMET_HERE if any(dated) else _UNMET_ANYWHERE
        unmet = [margin if has_it else margin + less for margin, has_it in zip(unmet, dated, strict=True)]
    return unmet


def _named_by_place(question: Question, excerpts: Iterable[Excerpt]) -> dict[str, frozenset[str]]:
    """Return, by article, the stems of the places of *question* in which a place lies that the article names."""
    asked = [question.text[one.start : one.end] for one in recognise(question.text, (Kind.PLACE,))]
    stems = {place: [term.stem for term in terms_of(place)] for place in asked}
    bodies = {excerpt.article.id: excerpt.article.body for excerpt in excerpts}
    return {
        name: frozenset(stem for place in asked if lies_within(body, place) for stem in stems[place])
        for name, body in bodies.items()
    }


def _quoted(text: str, excerpts: Iterable[Excerpt]) -> list[tuple[str, ...]]:
    """Return the words of every quotation in *text* that an article has, in its order."""
    found = [_row(match["words"]) for match in _QUOTED.finditer(text)]
    return [words for words in found if words and any(_has_row(words, excerpt) for excerpt in excerpts)]


def _has_row(words: tuple[str, ...], excerpt: Excerpt) -> bool:
    return f" {' '.join(words)} " in _running(excerpt.article.body, excerpt.article.details)


@lru_cache(maxsize=512)
def _running(body: str, details: ArticleDetails) -> str:
    title = details.title or ""
    return f" {' '.join(_row(f'{title} {body}'))} "


def _row(text: str) -> tuple[str, ...]:
    """Return the words of *text* as they stand, folded."""
    return tuple(term.word for term in terms_of(text))


def _capitals(excerpts: Sequence[Excerpt]) -> frozenset[str]:
    """Return the stems that the passages write with a capital more often than not, first words aside."""
    capital: Counter[str] = Counter()
    for excerpt in excerpts:
        text = excerpt.passage.paragraph.text
        for term in terms_of(text):
            if term.start > 2:
                capital[term.stem] += 1 if text[term.start].isupper() else -1
    return frozenset(stem for stem, balance in capital.items() if balance > 0)
