"""Tells a number that counts from digits that are a label, a score, a telephone number or part of a name."""

import re

from bot.answering.values.quantities.counting import counted_noun
from bot.answering.values.quantities.number_words import Number

_WORD_BEFORE = re.compile(r"(?:^|[\s(])(?P<word>[^\W\d_][\w.’'-]{0,40})[ \u00a0]$")
_LABELS = frozenset(
    """no nr article section chapter page room flight route highway channel resolution act paragraph line
    gate""".split()
)
# The same where they are written out behind it, and nothing counted follows: "below span four and".
_NUMBERED = _LABELS | frozenset(
    """span platform floor phase stage level zone lane unit reactor track terminal pier pillar block row seat
    episode season round lap bay berth cell ward grade category part scene verse step appendix figure table day week
    number""".split()
)
# Capitalised words after which a bare number is no label: those that a sentence or a heading begins with.
_NOT_LABELS = frozenset(
    """a about after all an and around as at before between but by for from had has have he her his i if in
    into is it its just last least near nearly of on only or our over said says she since some than that
    the their these they those through to total under until up was we were when while will with another
    additional police officials including killed injured""".split()
)
_NO_AMOUNT_AFTER = re.compile(r"[ ](?:of|another|by[ ]one)(?!\w)|[/:][0-9]|-[A-Z0-9]")
_NO_ONE_BEFORE = re.compile(
    r"(?:no|any|every|some|each|this|that|the|which|another|to|at|from)[ -]$", re.IGNORECASE
)
# A leading zero, or groups of digits side by side: a telephone number or a code.
_CODE = re.compile(r"0[0-9]")
_DIGITS_BESIDE = re.compile(r"[ \u00a0-][0-9]|\)[ -]?[0-9]")
_DIGITS_BEFORE = re.compile(r"[0-9]\)?[ \u00a0-]?$")
_CONTEXT = 48  # characters before an amount that tell a label from a count
_INITIAL = 2  # characters: "J."


def is_count(match: re.Match[str], number: Number, other: Number | None) -> bool:
    """Tell whether the bare *number*, alone or the lower end of a range to *other*, counts something."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - _CONTEXT) : start]
    written = match["number"].lower()
    if _NO_AMOUNT_AFTER.match(text, end) and (written == "one" or text[end : end + 1] in "/:-"):
        return False
    # "In 2016 about 160 died": words part the digits.
    beside = "" if match["hedge"] else before
    if written[0].isdigit() and other is None and _is_code(written, text, end, beside):
        return False
    if written == "one" and other is None:
        return not _NO_ONE_BEFORE.search(before) and counted_noun(text, end, several=False) is not None
    word = _WORD_BEFORE.search(before)
    if word is None or (match["hedge"] and written[0].isdigit()):
        return True
    return not _is_labelled(match, word["word"], number)


def _is_code(written: str, text: str, end: int, before: str) -> bool:
    return bool(_CODE.match(written) or _DIGITS_BESIDE.match(text, end) or _DIGITS_BEFORE.search(before))


def _is_labelled(match: re.Match[str], label: str, number: Number) -> bool:
    """Tell whether the word before names what has this number: "Room 12", "the Big Ten"; but not "in April. Five died"."""
    if label.endswith(".") and len(label) > _INITIAL and label.lower().rstrip(".") not in _LABELS:
        return False
    if not match["number"][0].isdigit():
        if label.lower() in _NUMBERED and counted_noun(match.string, match.end(), several=True) is None:
            return True
        return match["number"][0].isupper() and label[0].isupper()
    if label.lower().rstrip(".") in _LABELS:
        return True
    is_name = label[0].isupper() and label.lower() not in _NOT_LABELS
    return is_name and number.scale == 1 and counted_noun(match.string, match.end(), several=True) is None
