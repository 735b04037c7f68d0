"""Words that say that nobody was killed, hurt or arrested: of those who were, the number is nought."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.counting import befallen, counted_noun, people_meant

_WAS = r"(?:was|were|is|are|has|had|have|is known to have|are known to have)(?: (?:been|also|reported|seriously|badly))*"
_FATE = r"(?:killed|dead|hurt|injured|wounded|harmed|arrested|detained|missing|unaccounted for)"
_NONE = re.compile(
    rf"(?<!\w)(?:no|zero)(?= (?:(?:known|reported|civilian|human) )?(?:(?:deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|"
    rf"injur(?:y|ies)|arrests?)(?! (?:tolls?|rates?|numbers?|figures?|certificates?|warrants?)\b)\b|"
    rf"(?:(?:lives|life) (?:was|were|has been|have been) (?P<lost>lost))|"
    rf"(?:people|passengers?|persons?|civilians?) (?:{_WAS} {_FATE}|died|drowned)\b))"
    rf"|(?<!\w)(?:nobody|no one|no-one)(?= (?:(?:{_WAS} )?(?:{_FATE}|died|drowned|perished))\b)",
    re.IGNORECASE,
)

# "Say that nobody was hurt": who is told to say so does not.
_TOLD_TO = re.compile(
    r"(?:^|[,.;:\u2013\u2014-] ?|\band )(?:say|claim|answer|write|reply|report|state|tell \w+)(?: that)? $",
    re.IGNORECASE,
)
_REACH = 30


def find_nobody(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[FoundQuantity]:
    """Yield "no" and "nobody" where they count those whom something befell, outside of *taken*."""
    for match in _NONE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if _TOLD_TO.search(text[max(0, match.start() - _REACH) : match.start()]):
            continue
        counted, fate = people_meant(
            counted_noun(text, match.end(), several=True), befallen(text, *match.span())
        )
        if match["lost"]:
            counted, fate = "person", "death"
        nought = Fraction(0)
        quantity = Quantity(Kind.NUMBER, nought, nought, nought, "0", None, counted or "person", fate)
        yield FoundQuantity(*match.span(), quantity)
