"""Completes a date from its own article's date; never from another sentence, another article or the clock."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.answering.values.dates.article_time import ArticleContext
from bot.answering.values.dates.building import build_point, span_in_year
from bot.answering.values.dates.expressions import DateExpression, PeriodExpression
from bot.answering.values.dates.points import DatePeriod, DatePoint, known_span
from bot.answering.values.dates.relative import counted_point

# Two years this close to equally near ("July", said in mid-January) are a guess, unless the verb before says
# whether the date is past; so are two weekdays, one 3 and one 4 days away. "They landed on Sunday", said on a Saturday,
# leaves no guess.
_TOO_CLOSE = 31  # days
_WEEKDAY_TIE = 3  # days
_YEARS_AROUND = 8  # February 29 skips up to eight years

Resolved = tuple[DatePoint | DatePeriod | None, str | None]


def resolve_date(said: DateExpression | PeriodExpression, context: ArticleContext) -> Resolved:
    """Return the point or period that *said* means in its article, and what completed it.

    Either is None: the point if it cannot be known, the source if the words were complete by themselves.
    """
    if isinstance(said, PeriodExpression):
        return resolve_period(said, context)
    return resolve_point(said, context)


def resolve_period(said: PeriodExpression, context: ArticleContext) -> tuple[DatePeriod | None, str | None]:
    """Resolve both ends; one that states no year takes the year that keeps the period in order."""
    start_said, end_said = said.start, said.end
    if start_said.month and start_said.year is None and end_said.year is not None:
        start, source = _ordered(start_said, resolve_point(end_said, context), before=True)
        end, _ = resolve_point(end_said, context)
    else:
        start, source = resolve_point(start_said, context)
        end, end_source = _end_of(end_said, (start, source), context)
        source = source or end_source
    return (DatePeriod(start, end), source) if start and end else (None, None)


def resolve_point(said: DateExpression, context: ArticleContext) -> tuple[DatePoint | None, str | None]:
    """Return the point that *said* means in its article, and what completed it."""
    if said.fixed is not None or said.ambiguous:
        return said.fixed, None
    if said.unit is not None:
        return _or_nothing(counted_point(said, context.reference), context)
    if said.weekday is not None and said.month is None:
        return _weekday(said, said.weekday, context)
    if said.month is None or said.year is not None:
        return build_point(said), None
    year = _year(said, context.reference)
    if year is None:
        return (None if said.direction else build_point(said)), None
    return build_point(replace(said, year=year)), context.source


def _end_of(
    said: DateExpression, start: tuple[DatePoint | None, str | None], context: ArticleContext
) -> tuple[DatePoint | None, str | None]:
    point = start[0]
    if said.weekday is not None and said.month is None and point and point.span and said.direction is None:
        after = (said.weekday - point.span[1].weekday() - 1) % 7 + 1
        return _day(point.span[1], after), start[1]
    if said.month and said.year is None and said.direction is None:
        return _ordered(said, start, before=False)
    return resolve_point(said, context)


def _ordered(
    said: DateExpression, other: tuple[DatePoint | None, str | None], *, before: bool
) -> tuple[DatePoint | None, str | None]:
    """Give *said* the latest year before, or the earliest after, the other end; none if that has none."""
    point, source = other
    if point is None or point.span is None:
        return build_point(said), source
    edge = point.span[0] if before else point.span[1]
    years = range(edge.year, edge.year - _YEARS_AROUND - 1, -1) if before else range(edge.year, edge.year + 9)
    for year in years:
        span = span_in_year(said, year)
        if span and (span[0] <= edge if before else span[1] >= edge):
            return build_point(replace(said, year=year)), source
    return build_point(said), source


def _year(said: DateExpression, reference: date | None) -> int | None:
    if reference is None:
        return None
    spans = list(_spans(said, reference))
    if said.direction == "last":
        return max((year for year, span in spans if span[1] < reference), default=None)
    if said.direction == "next":
        return min((year for year, span in spans if span[0] > reference), default=None)
    if said.direction == "this":
        return reference.year
    ranked = sorted((_distance(span, reference), year) for year, span in spans)[:2]
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _TOO_CLOSE and ranked[1][0]:
        years = sorted(year for _, year in ranked)
        return {"past": years[0], "future": years[1], None: None}[said.tense]
    return ranked[0][1] if ranked else None


def _spans(said: DateExpression, reference: date) -> Iterator[tuple[int, tuple[date, date]]]:
    for year in range(max(1, reference.year - _YEARS_AROUND), min(9998, reference.year + _YEARS_AROUND) + 1):
        span = span_in_year(said, year)
        if span:
            yield year, span


def _distance(span: tuple[date, date], reference: date) -> int:
    return max((span[0] - reference).days, (reference - span[1]).days, 0)


def _weekday(
    said: DateExpression, weekday: int, context: ArticleContext
) -> tuple[DatePoint | None, str | None]:
    reference = context.reference
    if said.direction is not None:
        directed = _directed_weekday(said, weekday, reference) if reference else None
        return _or_nothing(directed, context)
    own = context.weekdays.get(weekday, ())
    if len(own) == 1:
        return own[0], "weekday"
    dated = [(_distance(point.span, reference), point) for point in own if point.span and reference]
    if dated:
        return min(dated, key=lambda near: (near[0], near[1].edtf))[1], "weekday"
    if own or reference is None:
        return None, None
    distance = (weekday - reference.weekday() + 3) % 7 - 3
    ahead, back = (0, 0) if said.told else (_WEEKDAY_TIE - 1, 1 - _WEEKDAY_TIE)
    if distance > ahead and said.tense == "past":
        distance -= 7
    if distance < back and said.tense == "future":
        distance += 7
    return _or_nothing(_day(reference, distance), context)


def _directed_weekday(said: DateExpression, weekday: int, reference: date) -> DatePoint | None:
    """Return the day, or the two between which English leaves the choice ("next Friday", on a Monday)."""
    ahead = (weekday - reference.weekday() - 1) % 7 + 1
    in_week = weekday - reference.weekday()
    if said.direction == "this":
        return _day(reference, ahead % 7)
    choices = (ahead, in_week + 7) if said.direction == "next" else (ahead - 7 or -7, in_week - 7)
    first, last = _day(reference, min(choices)), _day(reference, max(choices))
    if first is None or last is None or first.span is None or last.span is None:
        return None
    return known_span(first.span[0], last.span[1])


def _day(reference: date, distance: int) -> DatePoint | None:
    try:
        day = reference + timedelta(days=distance)
    except OverflowError:
        return None
    return known_span(day, day)


def _or_nothing(point: DatePoint | None, context: ArticleContext) -> tuple[DatePoint | None, str | None]:
    return (point, context.source) if point else (None, None)
