"""The shape of an amount: bound, currency, number, a second number, unit."""

import re
from collections.abc import Iterable
from functools import cache

from bot.answering.values.quantities.currencies import CODES, CURRENCY_WORDS, SYMBOLS
from bot.answering.values.quantities.hedges import HEDGE
from bot.answering.values.quantities.number_words import FIRST_WORD, NUMBER
from bot.answering.values.quantities.units import MEASURE_UNITS, TIME_UNITS


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_CODE = "|".join(sorted(CODES))
_SYMBOL = _any(SYMBOLS)
_BEFORE = rf"(?P<symbol>{_SYMBOL})[ \u00a0]?|(?P<code>{_CODE})[ \u00a0]?(?=[0-9])"
_SIGN = r"(?P<sign>[€£¥₹₽₩₴₺₪₫₱])"
_AGAIN = rf"(?:(?:{_SYMBOL})[ \u00a0]?)?"
_MINUS = r"(?P<minus>minus[ ]|(?<![\w)%])[-\u2212](?=[0-9]))"
_LINK = r"(?P<link>-?[ ](?:to|or|and)[ ]|[ ]?[-\u2010-\u2013][ ]?)"
# What follows is looked at first: most numbers have no unit, and trying each unit would be slow.
# "Millions of dollars", not "dozens of barrel bombs".
_OF = r"[ ]of[ ](?=(?:[a-z.]+[ ])?[a-z]+s(?!\w)|(?:square[ ])?feet|yen|yuan|won|baht|rand|renminbi|naira|ringgit)"
_UNIT = (
    rf"(?=[ \u00a0-]?[^\W0-9]|[ \u00a0]?[%°€£¥₹₽₩₴₺₪₫₱])(?:{_OF}|[ \u00a0-]?)(?:(?P<measure>{_any(MEASURE_UNITS)})"
    rf"|(?P<time>{_any(TIME_UNITS)})(?:[ -](?P<age>old))?|(?P<money>{_any(CURRENCY_WORDS)})"
    rf"|(?P<money_code>{_CODE})|{_SIGN})(?![\w²³])"
)


@cache  # compiled at first use: together they take as long as the rest of the import
def amount_shape() -> re.Pattern[str]:
    """Return the pattern of an amount; it is tried only where ``amount_start`` matches."""
    return re.compile(
        rf"(?:(?P<hedge>{HEDGE})[ \u00a0])?(?P<between>between[ ])?{_MINUS}?(?:{_BEFORE})?"
        rf"(?P<number>{NUMBER})(?P<plus>\+|[ -]plus(?!\w)|[ ]or[ ](?:more|so)(?!\w))?"
        r"(?P<percent>[ ]?%(?=(?:[ ](?:to|or|and)[ ]|[ ]?[-\u2010-\u2013][ ]?)[0-9]))?"
        rf"(?:{_LINK}{_AGAIN}(?P<other>{NUMBER})(?!\w))?(?:{_UNIT})?(?!\w)",
        re.IGNORECASE,
    )


@cache
def amount_start() -> re.Pattern[str]:
    """Return the pattern of what an amount can begin with."""
    return re.compile(
        rf"(?<![\w.$€£¥#/@&])(?<![0-9][,:])(?<![^\W_]-)(?:(?:{HEDGE})(?!\w)|between(?!\w)|minus(?!\w)|[-\u2212](?=[0-9])|{_SYMBOL}"
        rf"|(?:{_CODE})(?=[ \u00a0]?[0-9])|[0-9]|(?:{FIRST_WORD}))",
        re.IGNORECASE,
    )
