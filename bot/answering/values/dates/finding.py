"""Every date and every period in a text, with offsets and unresolved expressions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.values.dates.calendar_words import SEASONS
from bot.answering.values.dates.expressions import DateExpression, FoundDate
from bot.answering.values.dates.feasts import feast_named
from bot.answering.values.dates.patterns import (
    BARE_DAY,
    BARE_SEASON,
    FEAST_WORD,
    TRIGGER,
    feast_shape,
    shapes_from_digit,
    shapes_from_word,
)
from bot.answering.values.dates.periods import join_periods
from bot.answering.values.dates.reading import read_date
from bot.answering.values.dates.tense import is_told, tense_before


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of *text* in order; a period comes before its two ends, which it overlaps."""
    points = list(_feasts(text))
    for find in (_points, _bare_days, _bare_seasons):
        points = sorted((*points, *_outside(points, find(text))), key=lambda found: found.start)
    return join_periods(text, points)


def _outside(taken: list[FoundDate], found: Iterator[FoundDate]) -> Iterator[FoundDate]:
    """Yield what of *found* overlaps none of *taken*, which is sorted."""
    starts = [one.start for one in taken]
    for point in found:
        before = bisect_left(starts, point.end)
        if before == 0 or taken[before - 1].end <= point.start:
            yield point


def _feasts(text: str) -> Iterator[FoundDate]:
    if FEAST_WORD.search(text) is None:
        return
    for match in feast_shape().finditer(text):
        feast = feast_named(match["feast"])
        year = int(match["year"]) if match["year"] else None
        said = DateExpression(
            year=year, month=feast.earliest[0], feast=feast, tense=tense_before(text, match.start())
        )
        yield FoundDate(*match.span(), said)


def _points(text: str) -> Iterator[FoundDate]:
    position = 0
    while trigger := TRIGGER.search(text, position):
        shapes = shapes_from_digit() if trigger["digit"] else shapes_from_word()
        best = _longest(shapes, text, trigger.start())
        if best is None:
            position = trigger.end()
            continue
        yield best
        position = best.end


def _longest(shapes: tuple[re.Pattern[str], ...], text: str, start: int) -> FoundDate | None:
    matches = [match for shape in shapes if (match := shape.match(text, start))]
    for match in sorted(matches, key=lambda match: match.end(), reverse=True):
        expression = read_date(match)
        if expression is not None:
            if (
                expression.year is None
                and expression.direction is None
                and expression.unit in (None, "weekend")
            ):
                tense = tense_before(text, start)
                expression = replace(expression, tense=tense, told=is_told(text, start, tense))
            return FoundDate(match.start(), match.end(), expression)
    return None


def _bare_days(text: str) -> Iterator[FoundDate]:
    for match in BARE_DAY.finditer(text):
        yield FoundDate(*match.span("start"), DateExpression(day=int(match["day"])))


def _bare_seasons(text: str) -> Iterator[FoundDate]:
    for match in BARE_SEASON.finditer(text):
        yield FoundDate(*match.span(), DateExpression(month=SEASONS[match["season"].lower()]))
