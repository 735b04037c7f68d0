"""Sentences cut into clauses, so that a date is read with its own verb and not with its neighbour's.

Written here because a dependency parser would cost a second of start-up and a model of its own; the
trained reader needs neither.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

# Where a new clause begins: after a comma or dash before a connective, at a semicolon, or at a bare
# subordinating word. A comma alone is no boundary: it also stands in lists, dates and appositions.
_BOUNDARY = re.compile(
    r"(?:[;:]\s+|\s+[–—]\s+|,\s+(?=(?:where|which|who|whom|whose|when|while|before|after|as|with|and|but|though|"
    r"although|including|during|following|adding|saying|underscoring|reflecting|concluding|bringing|making|"
    r"despite|because|since|until|so|or)\b)|\s+(?=(?:before|after|since|until|while|because|although|when|where|"
    r"whether|if|that)\s))",
    re.IGNORECASE,
)
_BARRIER = re.compile(
    r"(?:before|after|since|until|following|although|though|despite|if|whether|that)\b", re.IGNORECASE
)
# "That" before a verb goes on about what was just said ("an operation that led to …").
_RELATIVE_THAT = re.compile(
    r"that (?:\w+ed|is|was|were|are|will|would|has|have|had|can|could|may|might|led|took|left|made)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\W*[^\W\d_]{2,}[^–—]{0,70}\s[–—]\s")
_INHERITS = re.compile(r"(?:where|when|during which|at which|with|and|including|while)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; offsets are those of the text it was cut from.

    ``shares_time`` tells that it happens when the clause before it does ("…, where he will speak");
    ``apart`` that it is set at another time by its own connective ("since he took office", "announced that …").
    """

    start: int
    end: int
    shares_time: bool
    apart: bool


def clauses_of(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """Cut the sentence ``text[start:end]`` into clauses that together cover it."""
    cuts = [start]
    for match in _BOUNDARY.finditer(text, start, end):
        if (
            match.end() - cuts[-1] >= 8 and end - match.end() >= 8
        ):  # shorter stretches are asides, not clauses
            cuts.append(match.end())
    cuts.append(end)
    found = []
    for left, right in pairwise(cuts):
        if left == start:
            found.append(
                Clause(left, right, shares_time=False, apart=_is_dateline(text[left:right], left, len(cuts)))
            )
            continue
        goes_on = bool(_INHERITS.match(text, left) or _RELATIVE_THAT.match(text, left))
        apart = not goes_on and bool(_BARRIER.match(text, left))
        found.append(Clause(left, right, goes_on, apart))
    return tuple(found)


def _is_dateline(clause: str, start: int, cuts: int) -> bool:
    """Whether a paragraph's first clause names where and when it was written, not when anything happened."""
    if start or cuts < 3 or not _DATELINE.fullmatch(clause):
        return False
    return clause.lstrip().split(",")[0].split(" ")[0].isupper()
