"""From a matched shape to what it says; None for a match that is no date after all."""

import re
from typing import get_args

from bot.answering.values.dates.calendar_words import (
    CENTURIES,
    DAY_LIMITS,
    DECADES,
    HALVES,
    MONTHS,
    NTH,
    PIECES,
    QUARTERS,
    SEASONS,
    SMALL_NUMBERS,
    WEEKDAYS,
)
from bot.answering.values.dates.doubting import is_date
from bot.answering.values.dates.expressions import DateExpression, Direction, Part, Unit
from bot.answering.values.dates.points import DatePoint
from bot.answering.values.dates.wide import business_year, century_point, decade_point

_DIRECTIONS: dict[str, Direction] = {
    "last": "last",
    "past": "past",
    "previous": "last",
    "this past": "last",
    "this": "this",
    "next": "next",
    "coming": "coming",
    "upcoming": "next",
    "this coming": "next",
}
_PARTS: dict[str, Part] = {
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "late",
    "beginning": "start",
    "start": "start",
    "end": "end",
}
_UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
_NAMED: dict[Direction, Direction] = {
    "past": "last",
    "coming": "next",
}  # of what has a name: "the coming Friday"
_STEPS = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}
_NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}
# "Every Monday" and "Monday mornings" are no one day.
_RECURS = re.compile(
    r"(?:^|\W)(?:every|each|any|most|alternate|(?:every|each)[ ](?:other|second))[ ]$", re.IGNORECASE
)
_RECURS_AFTER = re.compile(r"[ ](?:mornings|afternoons|evenings|nights)(?!\w)", re.IGNORECASE)
_BUSINESS = re.compile(r"(?:^|\W)(?:fiscal|financial)(?:[ ]year)?[ \u00a0]$", re.IGNORECASE)
_CONTEXT = 24  # characters before a match that decide whether it is a date


def read_date(match: re.Match[str]) -> DateExpression | None:
    """Return what the matched words say; None if they are no date ("may", "2000 people", "February 30")."""
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
    if _RECURS.search(before) or _RECURS_AFTER.match(match.string, match.end()):
        return None
    if set(found) == {"year"} and _BUSINESS.search(before):
        return _wide(business_year(int(found["year"])))
    for name, read in _SPECIAL.items():
        if name in found:
            return read(found)
    if not is_date(match, found, before):
        return None
    return _fields(found)


def _fields(found: dict[str, str]) -> DateExpression | None:
    month = MONTHS[found["month"].lower().rstrip(".")] if "month" in found else None
    month = int(found["number"]) if "number" in found else month
    month = SEASONS[found["season"].lower()] if "season" in found else month
    day = int(found["day"]) if "day" in found else None
    if month is not None and day is not None and day > DAY_LIMITS[month - 1]:
        return None
    direction = _DIRECTIONS[" ".join(found["direction"].lower().split())] if "direction" in found else None
    unit = _UNITS[found["unit"].lower()] if "unit" in found else None
    if direction and (unit is None or unit == "weekend"):
        direction = _NAMED.get(direction, direction)
    return DateExpression(
        year=int(found["year"]) if "year" in found else None,
        month=month,
        day=day,
        weekday=WEEKDAYS[found["weekday"].lower().rstrip(".")] if "weekday" in found else None,
        part=_part(found),
        direction=direction,
        unit=unit,
        amount=_STEPS[direction] if direction and unit else 0,
    )


def _part(found: dict[str, str]) -> Part | None:
    word = found.get("part") or found.get("edge") or found.get("within")
    return _PARTS[word.lower()] if word else None


def _slashed(found: dict[str, str]) -> DateExpression | None:
    first, other, year = int(found["first"]), int(found["other"]), int(found["year"])
    if len(found["year"]) == 2:
        if found["mark"] == ".":
            return None  # 1.12.24 is a version number as often as a date
        year += 2000
    pairs = {(month, day) for month, day in ((first, other), (other, first)) if _is_day(month, day)}
    if not pairs:
        return None
    if len(pairs) > 1:
        return DateExpression(year=year, ambiguous=True)
    month, day = pairs.pop()
    return DateExpression(year=year, month=month, day=day)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= DAY_LIMITS[month - 1]


def _counted(found: dict[str, str]) -> DateExpression:
    word = found["amount"].lower()
    amount = int(word) if word.isdigit() else SMALL_NUMBERS[word]
    amount *= -1 if "ago" in found else 1
    if found["unit"].lower() == "fortnight":
        return DateExpression(unit="week", amount=2 * amount)
    return DateExpression(unit=_UNITS[found["unit"].lower()], amount=amount)


def _piece(found: dict[str, str]) -> DateExpression | None:
    place, month = found["nth"].lower(), MONTHS[found["month"].lower().rstrip(".")]
    year = int(found["year"]) if "year" in found else None
    if "nth_weekday" in found:
        nth, weekday = NTH.get(place), WEEKDAYS[found["nth_weekday"].lower()]
        return DateExpression(year=year, month=month, weekday=weekday, nth=nth) if nth else None
    days = PIECES.get((place, found["piece"].lower()))
    return DateExpression(year=year, month=month, days=days) if days else None


def _decade(found: dict[str, str]) -> DateExpression | None:
    first = (
        DECADES[found["decade_word"].lower()] if "decade_word" in found else 1900 + int(found["short_decade"])
    )
    return _wide(decade_point(first, _part(found)))


def _near(found: dict[str, str]) -> DateExpression:
    return DateExpression(unit="day", amount=_NEAR.get(" ".join(found["near"].lower().split()), 0))


def _beyond(found: dict[str, str]) -> DateExpression:
    return DateExpression(unit="day", amount=-2 if found["beyond"].lower().startswith("before") else 2)


def _wide(point: DatePoint | None) -> DateExpression | None:
    return DateExpression(fixed=point) if point else None


def _group(found: dict[str, str]) -> DateExpression:
    number = found.get("quarter") or found["half"]
    table = QUARTERS if "quarter" in found else HALVES
    year = int(found["year"]) if "year" in found else None
    return DateExpression(year=year, month=table[number.lower().removeprefix("q").removeprefix("h")])


_SPECIAL = {
    "first": _slashed,
    "amount": _counted,
    "nth": _piece,
    "decade_word": _decade,
    "short_decade": _decade,
    "near_weekend": lambda _: DateExpression(unit="weekend"),
    "fiscal": lambda found: _wide(business_year(int(found["fiscal"]))),
    "century_word": lambda found: _wide(
        century_point(CENTURIES[found["century_word"].lower()], _part(found))
    ),
    "near": _near,
    "beyond": _beyond,
    "decade": lambda found: _wide(decade_point(int(found["decade"]), _part(found))),
    "century": lambda found: _wide(century_point(int(found["century"]), _part(found))),
    "quarter": _group,
    "half": _group,
}
