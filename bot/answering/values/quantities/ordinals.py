"""Ordinals: "fourth", "4th", "twenty-first"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.counting import counted_noun

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth".split()
_TEENS.append("nineteenth")
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES + _TEENS, start=1)}
_WORDS |= {f"{tens[:-1]}ieth": number for number, tens in zip(range(20, 100, 10), _TENS, strict=True)}
_WORDS |= {
    f"{tens}{mark}{one}": number + unit
    for number, tens in zip(range(20, 100, 10), _TENS, strict=True)
    for unit, one in enumerate(_ONES, start=1)
    for mark in "- "
}
_WORDS |= {"hundredth": 100, "thousandth": 1000}
_SPELLED = rf"(?:(?:{'|'.join(_TENS)})[ -])?(?:{'|'.join(_ONES)})|{'|'.join(_TEENS)}|[a-z]{{3,6}}ieth"
_SPELLED += "|hundredth|thousandth"
_HUNDREDS = (
    rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[ ])?hundred[ ](?:and[ ])?(?P<more>{_SPELLED})"
)
# "The second-largest city" ranks by size: whoever counts otherwise counts something else.
_SUPERLATIVE = re.compile(
    r"-(?P<most>[a-z]{3,12}est|most|least|worst|best)(?:[ -](?P<quality>[a-z]+))?", re.IGNORECASE
)
_LIKE = {"biggest": "largest", "greatest": "largest"}
_ORDINAL = re.compile(
    rf"(?<![\w.$€£-])(?:(?P<digits>[0-9]{{1,5}})(?:st|nd|rd|th)|(?P<hundreds>{_HUNDREDS})|(?P<word>{_SPELLED}))(?!\w)",
    re.IGNORECASE,
)
# Words in which an ordinal no longer counts, and the fractions and time units that are spelled like one.
_NOT_BEFORE = re.compile(
    r"(?:at|a|an|per|each|every|half|split|one|two|three|four|five|six|seven|eight|nine|ten|[0-9])[ -]$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"[ ](?:of all|and foremost|half|ladies)(?!\w)"
    r"|[ -](?:lady|aid|hand|class|name|party|rate|responders?|minister)(?!\w)|,|-"
)
_HUNDREDFOLD = {
    word: number for number, word in enumerate("one two three four five six seven eight nine".split(), 1)
}
_ARTICLE_ORDINALS = frozenset({"first", "second", "third"})


def find_ordinals(text: str, taken: list[tuple[int, int]]) -> Iterator[FoundQuantity]:
    """Yield the ordinals of *text* outside *taken*, which is sorted."""
    index = 0
    for match in _ORDINAL.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] < match.end():
            continue
        if _counts(match):
            number = _number(match)
            noun = _ranked(text, match.end()) or counted_noun(text, match.end(), several=False)
            amount = Fraction(number)
            quantity = Quantity(Kind.ORDINAL, amount, amount, amount, str(number), None, noun)
            yield FoundQuantity(*match.span(), quantity)


def _number(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    if match["hundreds"]:
        first = match["hundreds"].split()[0].lower()
        return 100 * _HUNDREDFOLD.get(first, 1) + _WORDS[match["more"].lower()]
    return _WORDS[match["word"].lower()]


def _ranked(text: str, end: int) -> str | None:
    match = _SUPERLATIVE.match(text, end)
    if match is None:
        return None
    most = match["most"].lower()
    noun = counted_noun(text, match.end("most"), several=False)
    return f"{_LIKE.get(most, most)} {noun or ''}".strip()


def _counts(match: re.Match[str]) -> bool:
    if match["digits"]:
        return True
    word = (match["more"] or match["word"]).lower()
    if word not in _WORDS or match["hundreds"] or _SUPERLATIVE.match(match.string, match.end()):
        return word in _WORDS
    before = match.string[max(0, match.start() - 6) : match.start()]
    following = _NOT_AFTER.match(match.string, match.end())
    if following and (word in _ARTICLE_ORDINALS or following.group() == "-"):
        return False
    refused = _NOT_BEFORE.search(before)
    if refused is None:
        return True
    # "a fourth meeting" counts, "a second later" and "one third" do not
    follows = match.string[match.end() : match.end() + 1] == " "
    return refused.group().strip().lower() in ("a", "an") and follows and word != "second"
