"""How long somebody stays in a place is not how long the journey lasts of which the place is one stop."""

import re

from bot.answering.questions.question import Question
from bot.answering.reader.others import is_reached, reaches_others
from bot.answering.terms import content_stems, terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.names.atlas import spots_named
from bot.answering.values.names.gazetteer import is_country
from bot.answering.values.recognition import recognise

_STAYING = re.compile(
    r"\b(?:stay\w*|remain\w*|spend\w*|spent|stopp?\w*|visit\w*|be|is|was|are|were)\b", re.IGNORECASE
)
# "The weeklong trip will begin in Hawaii on Monday": up to eight words, but no clause, between the verb and the place.
_BORDERS = re.compile(
    r"\b(?:beg[iau]n\w*|start\w*|open\w*|kick\w* off|end(?:s|ed|ing)?|clos\w+|conclud\w+|finish\w*|wrap\w* up|"
    r"includ\w+|tak\w+ in)\b(?:,? (?!where\b|which\b)[\w’'-]+){0,8},? $"
)
_JOURNEY = re.compile(r"\b(?:trip|tour|journey|travels|voyage|cruise|expedition)\b", re.IGNORECASE)


def is_of_the_whole_journey(question: Question, sentence: str, words: str) -> bool:
    """Whether *words*, of *sentence*, tell how long something lasts of which the stay that *question* asks about is a part.

    So it is where the sentence is about other places, or only about the country of the one asked about, or where what
    lasts so long only begins, ends or has a stop there.
    """
    if (
        Kind.DURATION not in question.kinds
        or not _STAYING.search(question.text)
        or _JOURNEY.search(question.text)
    ):
        return False
    asked = [question.text[slice(*one)] for one in _places(question.text)]
    if not asked:
        return False
    said = [sentence[slice(*one)] for one in _places(sentence) if is_reached(one, sentence)]
    inside = any(_lies_in(one, place) for one in said for place in asked)
    if not inside and any(map(is_country, said)) and not any(map(is_country, asked)):
        return True
    stems, behind = content_stems(" ".join(asked)), sentence.partition(words)[2]
    return reaches_others(question, sentence) or any(
        term.stem in stems and _BORDERS.search(behind[: term.start]) for term in terms_of(behind)
    )


def _places(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in recognise(text, (Kind.PLACE,))]


def _lies_in(inner: str, outer: str) -> bool:
    wider = {spot.id for spot in spots_named(outer)}
    return any(spot.id in wider or wider & spot.around for spot in spots_named(inner))
