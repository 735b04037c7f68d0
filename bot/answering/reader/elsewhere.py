"""Sentences that are set on another day, in another year, or in another of a series, than a question asks about."""

import re
from calendar import month_abbr, month_name
from collections import Counter
from datetime import timedelta
from functools import lru_cache

from bot.answering.questions.question import Question
from bot.answering.reader.days import NOWHERE, YEAR, context_of, days_named, is_dated
from bot.answering.reader.protocol import Excerpt
from bot.answering.reader.totals import is_running_total, sums_up_since
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.dates.points import DatePoint
from bot.answering.values.kinds import Kind
from bot.answering.values.values import Value
from index.splitting import sentences_around

# "Season 17", "reactor 3", "World War II", "Hepatitis B"; "I" and "A" are words, "S. Lund" a name.
_NUMBERED = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,}|season|part|phase|round|episode|chapter|level|flight|reactor|unit|type|stage|grade|"
    r"category|group|class|volume|version|generation|terminal|gate|line|route|block|zone|tranche|article|section|vitamin)"
    r" (?P<figure>\d{1,3}|[IVXL]{2,5}|[B-HJ-Z](?!\.? [A-Z]))\b(?![.,:’'&-]\w|%)"
)
_ROMAN = dict(
    zip(
        "II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(),
        map(str, range(2, 21)),
        strict=True,
    )
)
_MONTHS = frozenset(month.casefold() for month in month_name if month) | frozenset(
    month.casefold() for month in month_abbr if month
)
_OPENING = 40  # characters, in which a report tells its own date
_WEEK = timedelta(days=7)
_SOON = timedelta(days=2)  # after a day in which reports of it need not name it


def is_set_elsewhere(question: Question, excerpt: Excerpt, start: int) -> bool:
    """Whether the sentence that holds *start* names other days or years, or another of a series, than *question* asks about.

    "In 2018" does not answer what is asked of 2019, nor "on 25 August" what is asked of 11 August, nor "Season 3" what
    is asked of Season 17; nor does an article that mostly speaks of Season 3, in sentences that name none, nor one that
    was written at another time than the day asked about, and does not name it.
    """
    if question.proposal is not None:
        return False
    text = excerpt.passage.paragraph.text
    sentence = text[slice(*sentences_around(text, start, start + 1))]
    asked, said = (frozenset(YEAR.findall(words)) for words in (question.text, sentence))
    if asked and said and not asked & said:
        return True
    if _is_on_another_day(question, excerpt, sentence) or _is_of_another_time(question, excerpt, start):
        return True
    series = _series(question.text)
    if not series:
        return False
    near = _series(sentence)
    mostly = _series(f"{excerpt.article.details.title or ''} {excerpt.article.body}")
    return any(
        figure not in near[name] if name in near else _is_outnumbered(figure, mostly.get(name, Counter()))
        for name, figures in series.items()
        for figure in figures
    )


def is_set_on_day_asked(question: Question, excerpt: Excerpt, start: int) -> bool:
    """Whether the sentence that holds *start* names a day that *question* names; "Friday" may do so in a report."""
    asked = _days_asked_about(question)
    if not asked or question.proposal is not None:
        return False
    text = excerpt.passage.paragraph.text
    sentence = text[slice(*sentences_around(text, start, start + 1))]
    return any(
        compare(one, day.value).fit in ({Fit.SAME, Fit.FINER} if day.exact else {Fit.SAME})
        for day in days_named(sentence, context_of(excerpt.article))
        for one in asked
    )


def _is_outnumbered(figure: str, named: Counter[str]) -> bool:
    """Whether an article speaks more of another of the series."""
    return bool(named) and named[figure] < max(named.values())


def _series(text: str) -> dict[str, Counter[str]]:
    """Return how often each figure stands behind each word: "Season 17", "Aster 4"."""
    found: dict[str, Counter[str]] = {}
    for match in _NUMBERED.finditer(text):
        name = match["name"].casefold()
        if name not in _MONTHS:
            found.setdefault(name, Counter())[_ROMAN.get(match["figure"], match["figure"])] += 1
    return found


def _is_on_another_day(question: Question, excerpt: Excerpt, sentence: str) -> bool:
    """Whether every date of the sentence, as its article means it, excludes the days that the question names.

    The date that a report opens with is its own, and what it tells may have been days before or after.
    """
    asked = _days_asked_about(question)
    if not asked:
        return False
    article, opens = excerpt.article, excerpt.passage.paragraph.text.startswith(sentence)
    said = [
        day.value
        for day in days_named(sentence, context_of(article))
        if not (opens and day.start < _OPENING and any(_are_near(one, day.value) for one in asked))
    ]
    return bool(said) and all(compare(one, other).fit is Fit.DIFFERENT for one in asked for other in said)


def _is_of_another_time(question: Question, excerpt: Excerpt, start: int) -> bool:
    """Whether the sentence at *start* sums up more than the day that the question names, or its article is of other days.

    An article that never names a day, and was written before it or well after, is on something else.
    """
    asked = _days_asked_about(question)
    if not asked:
        return False
    if is_running_total(excerpt, start) and not sums_up_since(question.text):
        return True
    published = excerpt.article.details.published
    return published is not None and not any(is_dated(excerpt.article, day, _SOON) for day in asked)


def _days_asked_about(question: Question) -> tuple[Value, ...]:
    """Return the days that a question names; none where it asks for one."""
    return () if Kind.DATE in question.kinds else _days(question.text)


@lru_cache(maxsize=64)
def _days(text: str) -> tuple[Value, ...]:
    return tuple(day.value for day in days_named(text, NOWHERE) if day.exact)


def _are_near(one: Value, other: Value) -> bool:
    """Whether two days are at most a week apart, as far as both are known."""
    first, second = one.payload, other.payload
    if not (isinstance(first, DatePoint) and isinstance(second, DatePoint) and first.span and second.span):
        return True
    return abs(first.span[0] - second.span[0]) <= _WEEK
