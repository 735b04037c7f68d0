"""Which place a question means by the region around it: "in Latin America", where the articles only speak of Venezuela."""

import re
from collections.abc import Sequence

from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.recognition import recognise
from bot.answering.values.regions import places_within

_CLEARLY = 2  # times as often as any other place of the region, the one meant must be named
_THERE = re.compile(
    r"\b(?:in|into|to|around|across|through|throughout|within|visit\w*|tour\w*|reach\w*)(?: the)? $",
    re.IGNORECASE,
)
_PLACE_ASKED = re.compile(
    r"\bwhere\b|\b(?:which|what)(?: \w+)? (?:of|in|place|town|cit|countr|state|island|region|part)",
    re.IGNORECASE,
)


def with_closer_places(question: str, bodies: Sequence[str]) -> str:
    """Return *question* with the place for each region that no article names, where *bodies* name one in it, or mostly one.

    What asks for a place keeps its region.
    """
    if _PLACE_ASKED.search(question):
        return question
    reworded = question
    for mention in reversed(recognise(question, (Kind.PLACE,))):
        if _THERE.search(question[: mention.start]) and not _is_named(question, mention, bodies):
            named = places_within(bodies, question[mention.start : mention.end]).most_common(2)
            if named and (len(named) == 1 or named[0][1] >= _CLEARLY * named[1][1]):
                reworded = reworded[: mention.start] + named[0][0] + reworded[mention.end :]
    return reworded


def _is_named(question: str, mention: Mention, bodies: Sequence[str]) -> bool:
    stems = {term.stem for term in terms_of(question[mention.start : mention.end])}
    return any(stems <= {term.stem for term in terms_of(body)} for body in bodies)
