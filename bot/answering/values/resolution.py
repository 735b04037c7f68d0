"""From a reader's span to its value, resolved inside the article it stands in."""

import re
from dataclasses import replace

from bot.answering.values.asked import read_as_asked
from bot.answering.values.dates.article_time import ArticleContext
from bot.answering.values.dates.expressions import DateExpression, PeriodExpression
from bot.answering.values.dates.framing import framed
from bot.answering.values.dates.points import DatePeriod, DatePoint
from bot.answering.values.dates.resolving import resolve_date
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.names.naming import Name
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.readings import Reading, read_text
from bot.answering.values.statuses import polarity_of
from bot.answering.values.values import Value

_WORD = re.compile(r"\w+")
_FRAME = frozenset(
    """a an the on in at by to from for of until since till during around about and or mr mrs its his her
    their""".split()
)
# A mention that covers less of a span's words than this is a detail of it, not what it says.
_LEAST_SHARE = 0.5


def value_of(text: str, start: int, end: int, context: ArticleContext, wanted: Kind | None = None) -> Value:
    """Type and resolve the span from *start* to *end* of *text*, a paragraph of the article of *context*.

    The mention that fits the span best is taken, one of the *wanted* kind before any other; a wanted kind
    may be a small part of the span, another must be at least half of its words. Offsets outside the text are
    cut to it. A span without such a mention is ``Kind.TEXT``, without a canonical value.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if wanted is Kind.YES_NO and (polarity := polarity_of(text, start, end)):
        return Value(Kind.YES_NO, polarity.answer, None, polarity)
    reading = _best(text, (start, end), wanted)
    if reading is None:
        return Value(Kind.TEXT)
    return _resolved(reading, text, context, wanted)


def _best(text: str, span: tuple[int, int], wanted: Kind | None) -> Reading | None:
    touching = [
        (reading, shared)
        for reading in read_text(text)
        if (shared := min(span[1], reading.mention.end) - max(span[0], reading.mention.start)) > 0
    ]
    fitting = [one for one in touching if _answers(one[0], wanted)]
    if not fitting:
        asked = read_as_asked(text, *span, wanted)
        if asked:
            return asked
        fitting = [one for one in touching if _covers(text, span, one[0])]
    best = max(fitting, key=lambda one: _closeness(one, span, wanted))[0] if fitting else None
    if wanted is Kind.ORGANISATION:
        return _whole_organisation(text, span, best)
    return _inmost_place(text, best, touching) if wanted is Kind.PLACE else best


def _inmost_place(text: str, best: Reading | None, touching: list[tuple[Reading, int]]) -> Reading | None:
    """Return "Salem" of "Salem, Oregon": the first of several places that commas part."""
    places = [one for one, _ in touching if one.mention.kind is Kind.PLACE]
    for place in reversed(places):
        if best and text[place.mention.end : best.mention.start] == ", ":
            best = place
    return best


def _whole_organisation(text: str, span: tuple[int, int], best: Reading | None) -> Reading | None:
    """Return the whole span where the name found in it is only a part: "Food and Drug Administration"."""
    if best is None:
        return None
    whole = read_as_asked(text, *span, Kind.ORGANISATION)
    is_wider = whole and whole.mention.start <= best.mention.start and best.mention.end <= whole.mention.end
    return whole if is_wider else best


def _answers(reading: Reading, wanted: Kind | None) -> bool:
    kind = reading.mention.kind
    if wanted is None or kind is wanted:
        return kind is wanted
    is_guess = isinstance(reading.content, Name) and not reading.content.certain
    return wanted in NAMES and kind in NAMES and is_guess


def _closeness(
    one: tuple[Reading, int], span: tuple[int, int], wanted: Kind | None
) -> tuple[bool, float, int]:
    reading, shared = one
    mention = reading.mention
    together = max(span[1], mention.end) - min(span[0], mention.start)
    return mention.kind is wanted, shared / together, -mention.start


def _covers(text: str, span: tuple[int, int], reading: Reading) -> bool:
    """Tell whether the mention holds at least half of the span's words that say something."""
    words = [
        match.start() + span[0]
        for match in _WORD.finditer(text[span[0] : span[1]])
        if match.group().lower() not in _FRAME
    ]
    inside = sum(reading.mention.start <= position < reading.mention.end for position in words)
    return inside > 0 and inside >= _LEAST_SHARE * len(words)


def _resolved(reading: Reading, text: str, context: ArticleContext, wanted: Kind | None) -> Value:
    content, kind = reading.content, reading.mention.kind
    if isinstance(content, DateExpression | PeriodExpression):
        return _date(reading, content, text, context)
    if isinstance(content, Quantity):
        return Value(kind, content.written, None, content)
    if isinstance(content, Name):
        retyped = content if kind is wanted or wanted not in NAMES else replace(content, kind=wanted)
        return Value(retyped.kind, retyped.text, None, retyped)
    return Value(kind, content.written, None, content)


def _date(
    reading: Reading, said: DateExpression | PeriodExpression, text: str, context: ArticleContext
) -> Value:
    mention = reading.mention
    if mention.period is not None:  # one end borrows what the whole period says: "January 12–18, 2024"
        whole = next((one.content for one in read_text(text) if _is_period(one, mention.period)), None)
        if isinstance(whole, PeriodExpression):
            period, source = resolve_date(whole, context)
            if isinstance(period, DatePeriod):
                end = period.start if mention.role == "start" else period.end
                complete = isinstance(said, DateExpression) and said.year is not None
                return Value(Kind.DATE, end.edtf, None if complete else source, end)
    point, source = resolve_date(said, context)
    if isinstance(point, DatePoint):
        point = framed(text, mention.start, point)
    return Value(Kind.DATE, point.edtf if point else None, source if point else None, point)


def _is_period(reading: Reading, span: tuple[int, int]) -> bool:
    return (reading.mention.start, reading.mention.end) == span
