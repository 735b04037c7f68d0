"""Reads from an article what it says of its own time."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from bot.answering.values.datelines import Dateline, find_dateline
from bot.answering.values.dates.article_time import ArticleContext, ReferenceSource
from bot.answering.values.dates.expressions import DateExpression
from bot.answering.values.dates.finding import find_dates
from bot.answering.values.dates.points import DatePoint
from bot.answering.values.dates.resolving import resolve_point

__all__ = ["ArticleContext", "article_context"]


def article_context(body: str, published: date | None) -> ArticleContext:
    """Return what *body* and the day of publication say of the article's own time."""
    dateline = find_dateline(body)
    reference, source = _reference(dateline, published)
    bare = ArticleContext(reference, source, dateline.label if dateline else None)
    return ArticleContext(bare.reference, bare.source, bare.dateline, _weekdays(body, bare))


def _reference(
    dateline: Dateline | None, published: date | None
) -> tuple[date | None, ReferenceSource | None]:
    fallback: tuple[date | None, ReferenceSource | None] = (published, "published" if published else None)
    if dateline is None or dateline.said is None:
        return fallback
    point, _ = resolve_point(dateline.said, ArticleContext(published, "published"))
    if point is None or point.span is None or point.span[0] != point.span[1]:
        return fallback
    return point.span[0], "dateline"


def _weekdays(body: str, context: ArticleContext) -> Mapping[int, tuple[DatePoint, ...]]:
    dates: dict[int, list[DatePoint]] = {}
    for found in find_dates(body):
        said = found.expression
        if not isinstance(said, DateExpression) or said.weekday is None or said.day is None:
            continue
        point, _ = resolve_point(said, context)
        if point and point not in dates.setdefault(said.weekday, []):
            dates[said.weekday].append(point)
    return MappingProxyType({weekday: tuple(points) for weekday, points in dates.items() if points})
