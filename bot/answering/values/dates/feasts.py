"""Feast days and holidays that have one date a year: fixed, counted by weekdays, or counted from Easter."""

# Own table and not the library `holidays`: that lists each country's days off but finds none in a text, and
# these few are all that English-language news uses as dates. One whose day depends on a country that nobody
# names ("Independence Day", "Mother's Day") is not here.

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Feast:
    """A day of the year: the first and the last it can be, and the one that it is in a given year."""

    earliest: MonthDay
    latest: MonthDay
    day_in: Callable[[int], date]


def _fixed(month: int, day: int) -> Feast:
    return Feast((month, day), (month, day), lambda year: date(year, month, day))


def _weekday(month: int, weekday: int, nth: int, after: int = 0) -> Feast:
    """The *nth* such weekday of the month (-1: the last), or *after* days later."""
    first = monthrange(2000, month)[1] - 6 if nth < 0 else 7 * nth - 6
    return Feast(
        (month, first + after),
        (month, first + 6 + after),
        lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=after),
    )


def _from_easter(days: int) -> Feast:
    first, last = date(2001, 3, 22) + timedelta(days=days), date(2001, 4, 25) + timedelta(days=days)
    return Feast((first.month, first.day), (last.month, last.day), partial(_easter, days=days))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the *nth* *weekday* (Monday is 0) of a month, the last for -1.

    Raises:
        ValueError: the month has no such day.
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return date(year, month, 7 * nth - 6 + (weekday - date(year, month, 1).weekday()) % 7)


def _easter(year: int, days: int) -> date:
    """Return the Western Easter Sunday, *days* later (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32) + timedelta(days=days)


# American where a name has several days: "Labor Day" is so spelled only there, and Thanksgiving nearly always.
FEASTS: dict[str, Feast] = {
    "New Year's Day": _fixed(1, 1),
    "Martin Luther King Jr. Day": _weekday(1, 0, 3),
    "Martin Luther King Day": _weekday(1, 0, 3),
    "MLK Day": _weekday(1, 0, 3),
    "Groundhog Day": _fixed(2, 2),
    "Valentine's Day": _fixed(2, 14),
    "Presidents' Day": _weekday(2, 0, 3),
    "Presidents Day": _weekday(2, 0, 3),
    "International Women's Day": _fixed(3, 8),
    "St Patrick's Day": _fixed(3, 17),
    "St. Patrick's Day": _fixed(3, 17),
    "April Fools' Day": _fixed(4, 1),
    "April Fool's Day": _fixed(4, 1),
    "Earth Day": _fixed(4, 22),
    "Anzac Day": _fixed(4, 25),
    "May Day": _fixed(5, 1),
    "Cinco de Mayo": _fixed(5, 5),
    "Memorial Day": _weekday(5, 0, -1),
    "Juneteenth": _fixed(6, 19),
    "Canada Day": _fixed(7, 1),
    "Fourth of July": _fixed(7, 4),
    "Bastille Day": _fixed(7, 14),
    "Labor Day": _weekday(9, 0, 1),
    "Columbus Day": _weekday(10, 0, 2),
    "Indigenous Peoples' Day": _weekday(10, 0, 2),
    "Halloween": _fixed(10, 31),
    "All Saints' Day": _fixed(11, 1),
    "Guy Fawkes Night": _fixed(11, 5),
    "Bonfire Night": _fixed(11, 5),
    "Armistice Day": _fixed(11, 11),
    "Veterans Day": _fixed(11, 11),
    "Thanksgiving Day": _weekday(11, 3, 4),
    "Thanksgiving": _weekday(11, 3, 4),
    "Black Friday": _weekday(11, 3, 4, 1),
    "Christmas Eve": _fixed(12, 24),
    "Christmas Day": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
    "St Stephen's Day": _fixed(12, 26),
    "St. Stephen's Day": _fixed(12, 26),
    "New Year's Eve": _fixed(12, 31),
    "Ash Wednesday": _from_easter(-46),
    "Shrove Tuesday": _from_easter(-47),
    "Mardi Gras": _from_easter(-47),
    "Palm Sunday": _from_easter(-7),
    "Maundy Thursday": _from_easter(-3),
    "Good Friday": _from_easter(-2),
    "Holy Saturday": _from_easter(-1),
    "Easter Sunday": _from_easter(0),
    "Easter Monday": _from_easter(1),
    "Ascension Day": _from_easter(39),
    "Whit Monday": _from_easter(50),
}


def feast_named(written: str) -> Feast:
    """Return the feast that *written*, one of ``FEASTS`` in either apostrophe and any space, names."""
    return FEASTS[" ".join(written.replace("’", "'").split())]
