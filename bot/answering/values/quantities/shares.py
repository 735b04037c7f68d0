"""Shares in words: "two-thirds", "a quarter of", "half the", "one in five", "three out of four", "a majority of"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import FoundQuantity, Quantity
from bot.answering.values.quantities.hedges import HEDGE, hedged
from bot.answering.values.quantities.number_words import Number

_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_PARTS = {
    word: number
    for number, words in (
        (2, "half halves"),
        (3, "third thirds"),
        (4, "quarter quarters fourth fourths"),
        (5, "fifth fifths"),
        (6, "sixth sixths"),
        (7, "seventh sevenths"),
        (8, "eighth eighths"),
        (9, "ninth ninths"),
        (10, "tenth tenths"),
    )
    for word in words.split()
}
_COUNT = "|".join(_COUNTS)
_ONE_PART = "|".join(word for word in _PARTS if not word.endswith("s"))
_SEVERAL = "|".join(word for word in _PARTS if word.endswith(("s", "ves")))
_OF = r"(?=[ ](?:of|the|its|their|his|her|our|all)(?!\w))"
# "Two in five days" counts in a time, "one in ten million" a chance.
_NO_GROUP = (
    "minutes?|hours?|days?|weeks?|months?|years?|decades?|games?|matches|seasons?|attempts?|points?|percent"
    "|million|billion"
)
_SHARE = re.compile(
    rf"(?<![\w.$€£-])(?:(?P<hedge>{HEDGE})[ ])?(?:"
    rf"(?:(?P<one>an?|one)(?P<mark>[ -])(?P<part>{_ONE_PART})(?!\w|[ ]of[ ]an?[ ](?:hundred|dozen|million|billion)))"
    rf"|(?P<count>{_COUNT}|[2-9])[ -](?P<parts>{_SEVERAL})(?!\w)"
    rf"|(?P<half>half){_OF}"
    rf"|(?P<some>{_COUNT}|[1-9][0-9]?)[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<all>{_COUNT}|[1-9][0-9]{{0,3}})"
    rf"(?![\w%.,:/-]|[ ](?:{_NO_GROUP})(?!\w))"
    r"|(?:an?|the)[ ](?:(?:vast|large|small|slim|narrow|clear|strong|great|overwhelming|simple|absolute)[ ])?"
    r"(?P<side>majority|minority)(?=[ ]of(?!\w)))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:the[ ]|an?[ ])?(?:(?P<most>most|majority)|(?P<minority>minority)"
    r"|(?P<all>all|everyone|everybody)|(?P<none>none|nobody))(?!\w)",
    re.IGNORECASE,
)
_ASKED_PART = re.compile(
    rf"(?:by[ ])?(?:(?P<hedge>{HEDGE})[ ])?(?:(?:an?|one)[ -])?(?P<part>{_ONE_PART})(?!\w)", re.IGNORECASE
)
_SLACK = 3  # percentage points either way that a share in words leaves open
_MAJORITY = {"majority": (50, 100), "most": (50, 100), "minority": (0, 50)}


def find_shares(text: str, taken: list[tuple[int, int]]) -> Iterator[FoundQuantity]:
    """Yield the shares of *text* outside *taken*, which is sorted."""
    index = 0
    for match in _SHARE.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] < match.end():
            continue
        found = _read(match)
        if found:
            yield FoundQuantity(*match.span(), found)


def asked_share(text: str, start: int, end: int) -> FoundQuantity | None:
    """Return the share from *start* to *end* that only a question for one makes sure: "most", "by half", "none"."""
    part = _ASKED_PART.match(text, start, end)
    if part:
        return FoundQuantity(*part.span(), _share(Fraction(1, _PARTS[part["part"].lower()]), part["hedge"]))
    match = _ASKED.match(text, start, end)
    if match is None:
        return None
    if match["most"] or match["minority"]:
        return FoundQuantity(*match.span(), _side("most" if match["most"] else "minority"))
    return FoundQuantity(*match.span(), _share(Fraction(bool(match["all"])), None))


def _read(match: re.Match[str]) -> Quantity | None:
    found = {name: text.lower() for name, text in match.groupdict().items() if text is not None}
    if "side" in found:
        return _side(found["side"])
    hedge = found.get("hedge")
    if "half" in found:
        return _share(Fraction(1, 2), hedge)
    if "parts" in found:
        count = _number(found["count"])
        parts = _PARTS[found["parts"]]
        return _share(Fraction(count, parts), hedge) if count < parts else None
    if "all" in found:
        some, all_ = _number(found["some"]), _number(found["all"])
        is_share = some < all_ and (some == 1 or all_ <= 10 or all_ in (20, 50, 100, 1000))
        return _share(Fraction(some, all_), hedge) if is_share else None
    hyphened = found["mark"] == "-" and found["one"] == "one"
    if not hyphened and not match.string[match.end() : match.end() + 4].lower().startswith(" of "):
        return None  # "a third meeting", "a quarter"
    return _share(Fraction(1, _PARTS[found["part"]]), hedge)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def _side(word: str) -> Quantity:
    low, high = _MAJORITY[word]
    return Quantity(Kind.PERCENT, Fraction(low), Fraction(high), None, word, "%")


def _share(share: Fraction, hedge: str | None) -> Quantity:
    percent = share * 100
    slack = min(Fraction(_SLACK), percent / 5, (100 - percent) / 5)
    number = Number(percent, percent - slack, percent + slack)
    (low, high), words = hedged(number, hedge, None)
    return Quantity(Kind.PERCENT, low, high, percent, f"{words}{float(percent):.3g} %", "%")
