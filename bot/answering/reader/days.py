"""The days that a text names, as its article means them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.dates.points import DatePoint
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value
from index.articles import Article

NOWHERE = article_context("", None)
"""The context of a text that was written nowhere and at no time, such as a question."""

YEAR = re.compile(r"(?<![\d.,$€£¥])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
"""A year as it is written; no sum, share or part of a longer number."""

_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A date in a text; offsets are code points, end exclusive. ``exact``: it names a day, not only a month or year."""

    start: int
    end: int
    value: Value
    exact: bool


def days_named(text: str, context: ArticleContext) -> list[NamedDay]:
    """Return every date of *text*."""
    return [
        NamedDay(
            mention.start,
            mention.end,
            value_of(text, mention.start, mention.end, context, Kind.DATE),
            _DAY.search(text, mention.start, mention.end) is not None,
        )
        for mention in recognise(text, (Kind.DATE,))
    ]


def context_of(article: Article) -> ArticleContext:
    """Return when and where *article* was written."""
    return _context(article.body, article.details.published)


def year_of(article: Article) -> int:
    """Return the year in which *article* was published, else the latest that it names; 0 if it names none."""
    published = article.details.published
    return published.year if published else max(map(int, YEAR.findall(article.body)), default=0)


def days_of(article: Article) -> tuple[Value, ...]:
    """Return the value of every date in an article."""
    return _days(article.body, article.details.published)


def is_dated(article: Article, day: Value, within: timedelta) -> bool:
    """Whether *article* names *day*, or was published on it or so soon after that it may report it as news."""
    if any(compare(day, other).fit in {Fit.SAME, Fit.FINER} for other in days_of(article)):
        return True
    published, asked = article.details.published, day.payload
    if published is None or not isinstance(asked, DatePoint):
        return False
    if asked.span is not None:
        return asked.span[0] <= published <= asked.span[1] + within
    return any(
        (date.month, date.day) in asked.days_of_year()
        for date in (published - timedelta(days=back) for back in range(within.days + 1))
    )


@lru_cache(maxsize=512)
def _context(body: str, published: date | None) -> ArticleContext:
    return article_context(body, published)


@lru_cache(maxsize=512)
def _days(body: str, published: date | None) -> tuple[Value, ...]:
    return tuple(day.value for day in days_named(body, _context(body, published)))
