"""Joins two dates that are stated as the ends of one period, and splits "January 12–18" into both."""

import re
from dataclasses import dataclass, replace

from bot.answering.values.dates.calendar_words import DAY_LIMITS
from bot.answering.values.dates.expressions import DateExpression, FoundDate, PeriodExpression
from bot.answering.values.dates.patterns import DASH, SPACE

_DAY_NUMBER = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_LINK = rf"(?:,?{SPACE}(?P<word>to|through|thru|until|till|and){SPACE}(?:on{SPACE})?|{DASH})"
_THE = rf"(?:the{SPACE})?"
_BETWEEN_DATES = re.compile(rf"{_LINK}{_THE}", re.IGNORECASE)
_SECOND_DAY = re.compile(
    rf"{_LINK}(?P<start>{_THE}{_DAY_NUMBER}(?![\w%:/]|[.][0-9]|,[0-9]{{3}}(?![0-9])))"
    rf"(?:,?{SPACE}(?P<year>(?:19|20|21)[0-9]{{2}})(?!\w))?",
    re.IGNORECASE,
)
_SECOND_YEAR = re.compile(r"[-\u2010-\u2013](?P<start>(?P<year>[0-9]{2}))(?![\w-]|[.,][0-9])")
_FIRST_DAY = re.compile(rf"(?<![\w.$€£¥:/,-])(?P<start>{_THE}{_DAY_NUMBER}){_LINK}{_THE}$", re.IGNORECASE)
_OPENING = re.compile(rf"(?<!\w)(?P<word>from|between){SPACE}{_THE}$", re.IGNORECASE)
# "Postponed from May 4 to May 9" names the old date and the new one, no period.
_CHANGE = re.compile(
    r"(?<!\w)(?:delay|postpon|mov|push|reschedul|chang|shift|slip|advanc|revis|extend|put[ ]back|brought[ ]forward"
    r"|correct)[a-z]{0,4}(?!\w)[^.;:]{0,30}$",
    re.IGNORECASE,
)
_CONTEXT = 40  # characters before a date in which the first half of its period can stand


@dataclass(frozen=True, slots=True)
class _Pair:
    first: FoundDate
    second: FoundDate
    link: str | None
    end: int


def join_periods(text: str, points: list[FoundDate]) -> tuple[FoundDate, ...]:
    """Return *points* with their periods: each period, then its two ends; the rest as they were."""
    found: list[FoundDate] = []
    index, floor = 0, 0
    while index < len(points):
        point = points[index]
        following = points[index + 1] if index + 1 < len(points) else None
        period = _period(text, point, following, floor)
        found.extend(period or (point,))
        floor = period[0].end if period else point.end
        index += 1
        while index < len(points) and points[index].start < floor:
            index += 1
    return tuple(found)


def _period(text: str, point: FoundDate, following: FoundDate | None, floor: int) -> tuple[FoundDate, ...]:
    for pair in (_two_dates(text, point, following), _two_days(text, point), _day_before(text, point, floor)):
        if pair is None:
            continue
        opening = _OPENING.search(text, max(floor, pair.first.start - _CONTEXT), pair.first.start)
        is_between = opening is not None and opening["word"].lower() == "between"
        if (pair.link == "and") != is_between:
            continue  # "January 3 and 5" are two days, "between January 3 and 5" a period
        if (
            opening
            and pair.link == "to"
            and _CHANGE.search(text, max(0, opening.start() - _CONTEXT), opening.start())
        ):
            continue
        return _joined(opening.start() if opening else pair.first.start, pair)
    return ()


def _joined(start: int, pair: _Pair) -> tuple[FoundDate, ...]:
    first, second, span = pair.first, pair.second, (start, pair.end)
    if not isinstance(first.expression, DateExpression) or not isinstance(second.expression, DateExpression):
        return ()
    return (
        FoundDate(*span, PeriodExpression(first.expression, second.expression)),
        replace(first, role="start", period=span),
        replace(second, role="end", period=span),
    )


def _two_dates(text: str, point: FoundDate, following: FoundDate | None) -> _Pair | None:
    if following is None or following.start - point.end > _CONTEXT:
        return None
    link = _BETWEEN_DATES.fullmatch(text, point.end, following.start)
    return _Pair(point, following, _lower(link["word"]), following.end) if link else None


def _two_days(text: str, point: FoundDate) -> _Pair | None:
    """Read "January 12–18[, 2024]" and "2019-21": the second half borrows from the first."""
    said = point.expression
    if not isinstance(said, DateExpression):
        return None
    if said.year and said.month is None and (tail := _SECOND_YEAR.match(text, point.end)):
        year = said.year // 100 * 100 + int(tail["year"])
        last = FoundDate(*tail.span("start"), DateExpression(year=year))
        return _Pair(point, last, None, tail.end()) if year > said.year else None
    if said.month is None or said.month > len(DAY_LIMITS) or said.day is None:
        return None
    tail = _SECOND_DAY.match(text, point.end)
    if (
        tail is None
        or (tail["year"] and said.year)
        or not said.day < int(tail["day"]) <= DAY_LIMITS[said.month - 1]
    ):
        return None
    year_said = int(tail["year"]) if tail["year"] else said.year
    second = DateExpression(year=year_said, month=said.month, day=int(tail["day"]))
    return _Pair(point, FoundDate(*tail.span("start"), second), _lower(tail["word"]), tail.end())


def _day_before(text: str, point: FoundDate, floor: int) -> _Pair | None:
    """Read "12–18 January": the first half borrows from the second."""
    said = point.expression
    if not isinstance(said, DateExpression) or said.month is None or said.day is None:
        return None
    head = _FIRST_DAY.search(text, max(floor, point.start - _CONTEXT), point.start)
    if head is None or not text[point.start].isdigit() or int(head["day"]) >= said.day:
        return None
    first = DateExpression(year=said.year, month=said.month, day=int(head["day"]))
    return _Pair(FoundDate(*head.span("start"), first), point, _lower(head["word"]), point.end)


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None
