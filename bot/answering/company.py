"""The company that a name keeps: two articles on one thing name other people, places and years in common.

Two men of one name, or two films of one title, have little but that in common ("one sense per discourse", Gale, Church
and Yarowsky, 1992, holds for names as well). Only articles that name enough besides can tell.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from bot.answering.claims import Claim
from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.values.distance import years_apart
from index.splitting import sentence_spans

Company = Callable[[str], frozenset[str]]  # an article's id → the stems of what it names

_ENOUGH = 5  # names of the article that names fewer besides
_SHARED = 0.1  # of those, at least, where both tell of one thing
_GENERATION = 20  # years that two reports on one thing seldom set it apart, and two things of one name often
_SHARED_BY_FAR = 0.45  # of those names, at least, where dates lie so far apart
_YEAR = re.compile(r"1\d{3}|20\d\d")


def no_company(_article_id: str) -> frozenset[str]:
    """Know of no article what it names."""
    return frozenset()


def company_in(text: str) -> frozenset[str]:
    """Return the stems of the words that *text* writes with a capital within a sentence, and its years.

    Other figures are what reports of one event differ in.
    """
    return frozenset(
        term.stem
        for start, end in sentence_spans(text)
        for place, term in enumerate(terms_of(text[start:end]))
        if term.is_content
        and (_YEAR.fullmatch(term.word) or (place > 0 and text[start + term.start].isupper()))
    )


def keep_other_company(question: Question, one: Claim, other: Claim, company: Company) -> bool:
    """Whether the articles of two claims name others, beside the question's words and what is claimed.

    Only what has a name can have a namesake; the value that a question proposes is none. What is dated a generation
    apart is of one thing only where the articles name much the same besides.
    """
    if not _has_a_name(question.text.replace(question.proposal or "", "")):
        return False
    apart = {term.stem for term in question.terms} | _said(one.span.text) | _said(other.span.text)
    first, second = (company(claim.article_id) - apart for claim in (one, other))
    fewer = min(len(first), len(second))
    if (years_apart(one.value, other.value) or 0) >= _GENERATION:
        return len(first & second) < _SHARED_BY_FAR * fewer
    return fewer >= _ENOUGH and len(first & second) < _SHARED * fewer


@lru_cache(maxsize=512)
def _said(words: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms_of(words))


def _has_a_name(asked: str) -> bool:
    return any(
        term.is_content and (asked[term.start].isdigit() or (place > 0 and asked[term.start].isupper()))
        for place, term in enumerate(terms_of(asked))
    )
