"""An article's own statement of where and when it was written, among its first lines."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.values.dates.expressions import DateExpression
from bot.answering.values.dates.finding import find_dates

_HEAD_LINES = 8  # headline, deck, byline, date, a caption or two
_FIRST_LINES = 3  # headline, byline, text
_HEAD_CHARACTERS = 160  # a dateline opens its line
_WORD = r"[^\W\d_][\w.'’\u0300-\u036f-]{0,30}"
_PLACE = re.compile(
    rf"(?P<place>{_WORD}(?:,?[ \u00a0]{_WORD}){{0,6}}?)"
    r"[ \u00a0]?(?P<mark>,|[-\u2013\u2014]{1,2}|:|\()[ \u00a0]?$"
)
_AFTER = re.compile(
    r"[ \u00a0]?(?:,?[ \u00a0]?(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/))?"
    r"[ \u00a0]?(?:[-\u2013\u2014]{1,2}|:|\))(?=\s|\w|$)"
)
_PLACE_ONLY = re.compile(
    rf"(?P<place>{_WORD}(?:,?[ ]{_WORD}){{0,5}}?)"
    r"[ ]?(?P<agency>\([A-Z][^()\n]{1,40}\))?[ ]?(?:\u2014|\u2013|--|-[ ])"
)
_DATE_LINE = re.compile(
    r"(?:(?:date of publication|published|posted|updated|date)[ ]?(?:on)?[:,]?[ ])?", re.IGNORECASE
)
_REST_OF_DATE_LINE = re.compile(
    r"[ ,.|\u2013\u2014-]{0,3}(?:(?:at[ ])?[0-9]{1,2}[:.][0-9]{2}.{0,20})?\s*$", re.IGNORECASE
)
# "Nov 16, 2019 ... The season begins", as search engines and wires put the day before the text.
_BEFORE_TEXT = re.compile(r"\s*(?:\.{3}|[\u2026\u2013\u2014|\u00b7:]|-{1,2}\s)")
# "04-04-2016 Two Killed in Attack", where the text was taken from a page.
_BEFORE_CAPITAL = re.compile(r"\s+(?=[^\W\d_a-z]|[\"“])")
_LONGEST_DAY = 40  # characters: "Wednesday, September 30th"
_OPENING = re.compile(r"\W{0,3}")  # what may stand before a date that a line opens with
_NOT_PLACES = frozenset(
    {"UPDATE", "BREAKING", "WATCH", "ANALYSIS", "EXCLUSIVE", "CORRECTION", "OPINION", "LIVE", "VIDEO"}
)
_SMALL = frozenset({"and", "de", "la", "le", "of", "on", "the", "upon", "sur", "am", "an", "der"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where an article says it was written, as a citation shows it, and when; ``end`` is that of its date."""

    label: str
    said: DateExpression | None
    end: int = 0


def find_dateline(body: str) -> Dateline | None:
    """Return the dateline of *body*, or the date that opens a line of it or is all of one; None if it has neither.

    Where several lines open with a date, those are the days of what the lines tell: a timeline.
    """
    lines = [line.strip() for line in body.splitlines()[: _HEAD_LINES * 4] if line.strip()][:_HEAD_LINES]
    for line in lines:
        dateline = _dated(line[:_HEAD_CHARACTERS]) or _place_only(line[:_HEAD_CHARACTERS])
        if dateline:
            return dateline
    for line in lines:
        dateline = _opening_of(body, line) or (_date_line(line) if len(line) < _HEAD_CHARACTERS else None)
        if dateline and dateline.said and dateline.said.year:
            return dateline
    return None


def dateline_end(paragraph: str, body: str = "") -> int:
    """Return where the date before the text of *paragraph* ends, in an article whose text is *body*; 0 if there is none."""
    dateline = _dated(paragraph[:_HEAD_CHARACTERS]) or _opening_of(body or paragraph, paragraph)
    return dateline.end if dateline else 0


def _opening_of(body: str, line: str) -> Dateline | None:
    """Return the day that *line* opens with, if it is that of *body*: the first lines say so, and no other does."""
    dateline = _opening(line)
    return dateline if dateline and line.splitlines()[0].strip() in _first_lines(body) else None


@lru_cache(maxsize=512)
def _first_lines(body: str) -> frozenset[str]:
    """Return the lines among which a day is that of *body*; none where several lines open with one, a timeline."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if sum(_opening(line) is not None for line in lines) > 1:
        return frozenset()
    return frozenset(lines[:_FIRST_LINES])


def _opening(line: str) -> Dateline | None:
    """Return the day that *line* opens with, where a mark parts it from the text, or a year and a capital letter."""
    head = line[:_HEAD_CHARACTERS]
    if not any(character.isdigit() for character in head[:_LONGEST_DAY]):
        return None
    for found in find_dates(head)[:1]:
        said = found.expression
        if not isinstance(said, DateExpression) or not said.day or not said.month:
            continue
        first = any(words.fullmatch(head, 0, found.start) for words in (_OPENING, _DATE_LINE))
        if first and (
            _BEFORE_TEXT.match(line, found.end) or (said.year and _BEFORE_CAPITAL.match(line, found.end))
        ):
            return Dateline(line[found.start : found.end], said, found.end)
    return None


def _dated(line: str) -> Dateline | None:
    for found in find_dates(line):
        said = found.expression
        if not isinstance(said, DateExpression) or said.day is None or said.month is None:
            continue
        place, after = _PLACE.match(line[: found.start]), _AFTER.match(line, found.end)
        if place and after and _is_capitalised(place["place"]):
            return Dateline(
                f"{_title_case(place['place'])}, {line[found.start : found.end]}", said, found.end
            )
        return None
    return None


def _place_only(line: str) -> Dateline | None:
    match = _PLACE_ONLY.match(line)
    if match is None or not match["place"].isupper() or match["place"] in _NOT_PLACES:
        return None
    return Dateline(_title_case(match["place"]), None) if match["agency"] else None


def _date_line(line: str) -> Dateline | None:
    opening = _DATE_LINE.match(line)
    for found in find_dates(line)[:1]:
        said = found.expression
        stands_alone = opening and opening.end() == found.start and _REST_OF_DATE_LINE.match(line, found.end)
        if stands_alone and isinstance(said, DateExpression) and said.day and said.month and said.year:
            return Dateline(line[found.start : found.end], said)
    return None


def _is_capitalised(place: str) -> bool:
    words = [word for word in re.split(r"[ ,]+", place) if word and word.lower() not in _SMALL]
    return bool(words) and all(word[0].isupper() for word in words) and place.upper() not in _NOT_PLACES


def _title_case(place: str) -> str:
    """Return *place* with the parts that stand in capitals ("KYIV, Ukraine") in title case."""
    word = r"[^\W\d_][^\W\d_.]*(?:['’][^\W\d_]+)?"
    parts = place.split(", ")
    return ", ".join(re.sub(word, _titled, part) if part.isupper() else part for part in parts)


def _titled(match: re.Match[str]) -> str:
    word = match.group()
    following = match.string[match.end() : match.end() + 1]
    if following == "." or word in ("DC", "UK", "US", "UAE", "UN"):
        return word
    if match.start() and word.lower() in _SMALL:
        return word.lower()
    return word.capitalize()
