"""What the words before a date make of it: "before", "by", "around", "two days after"."""

import re
from datetime import date, timedelta

from bot.answering.values.dates.calendar_words import SMALL_NUMBERS
from bot.answering.values.dates.points import DatePoint, known_span, unknown_year

_BOUND = (
    r"(?P<until>before|prior[ ]to|ahead[ ]of|earlier[ ]than|in[ ]advance[ ]of)"
    r"|(?P<latest>by|no[ ]later[ ]than|not[ ]later[ ]than|on[ ]or[ ]before|at[ ]the[ ]latest[ ]by)"
    r"|(?P<earliest>no[ ]earlier[ ]than|not[ ]earlier[ ]than|no[ ]sooner[ ]than|not[ ]before|not[ ]until|on[ ]or[ ]after"
    r"|as[ ]early[ ]as|as[ ]soon[ ]as)"
    r"|(?P<since>after|following|later[ ]than)"
    r"|(?P<about>around|about|on[ ]or[ ](?:about|around)|circa|ca?\.|approximately|roughly|close[ ]to|near)"
)
_DISTANCE = rf"(?:the|an?|one|(?P<amount>[0-9]{{1,3}}|{'|'.join(SMALL_NUMBERS)}))[ ](?P<unit>day|week)s?"
_SHIFT = rf"{_DISTANCE}[ ](?P<side>before|prior[ ]to|after|following)|the[ ](?P<eve>eve)[ ]of"
_FRAME = re.compile(rf"(?<![\w-])(?:{_SHIFT}|{_BOUND})[ \u00a0](?:the[ ])?$", re.IGNORECASE)
_REACH = 40  # characters before a date that can frame it
_EARLY = 1900  # before it, "about 1850" leaves more open than "about 2004"
_LEAP_YEAR = 2000


def framed(text: str, start: int, point: DatePoint) -> DatePoint:
    """Return what *point*, whose words begin at *start*, becomes by the words before it; itself if by none.

    "Before" and "after" leave the date itself out, "by" and "no earlier than" do not. "Since", "from" and
    "until" name an end as it is. A bound whose year is unknown can be compared with nothing but itself.
    """
    match = _FRAME.search(text, max(0, start - _REACH), start)
    if match is None:
        return point
    try:
        if match["side"] or match["eve"]:
            return _shifted(match, point)
        return _about(point) if match["about"] else _bounded(match, point)
    except OverflowError:
        return point


def _shifted(match: re.Match[str], point: DatePoint) -> DatePoint:
    if match["eve"]:
        return _moved(point, -1)
    word = (match["amount"] or "one").lower()
    amount = int(word) if word.isdigit() else SMALL_NUMBERS[word]
    days = amount * (7 if match["unit"].lower() == "week" else 1)
    return _moved(point, days if match["side"].lower() in ("after", "following") else -days)


def _moved(point: DatePoint, days: int) -> DatePoint:
    step = timedelta(days=days)
    if point.span:
        return known_span(point.span[0] + step, point.span[1] + step)
    if point.month_days is None:
        return point
    first, last = (date(_LEAP_YEAR, *day) + step for day in point.month_days)
    return unknown_year((first.month, first.day), (last.month, last.day))


def _bounded(match: re.Match[str], point: DatePoint) -> DatePoint:
    upper = bool(match["until"] or match["latest"])
    if point.span is None:
        return DatePoint(f"[..{point.edtf}]" if upper else f"[{point.edtf}..]")
    day = timedelta(days=1)
    if upper:
        last = point.span[0] - day if match["until"] else point.span[1]
        return DatePoint(f"[..{last.isoformat()}]", (date.min, last))
    first = point.span[1] + day if match["since"] else point.span[0]
    return DatePoint(f"[{first.isoformat()}..]", (first, date.max))


def _about(point: DatePoint) -> DatePoint:
    if point.span:
        slack = timedelta(days=_slack(point.span))
        return known_span(point.span[0] - slack, point.span[1] + slack, f"{point.edtf}~")
    if point.month_days is None:
        return point
    whole = (date(_LEAP_YEAR, *point.month_days[0]), date(_LEAP_YEAR, *point.month_days[1]))
    first, last = whole[0] - timedelta(days=_slack(whole)), whole[1] + timedelta(days=_slack(whole))
    return unknown_year((first.month, first.day), (last.month, last.day), f"{point.edtf}~")


def _slack(span: tuple[date, date]) -> int:
    """Return how many days "about" leaves open: for a day three, a month one month, a year some years."""
    length = (span[1] - span[0]).days
    if length <= 7:
        return 3
    if length <= 31:
        return 31
    return 5 * 366 if span[0].year < _EARLY else 2 * 366
