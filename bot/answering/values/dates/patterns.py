"""The shapes that a date takes in English; every repetition is bounded, so no text makes them slow."""

# Own patterns and not dateparser: that gives complete dates only, filling what a text leaves out from the
# clock, keeps no offsets of parts, and takes a third of a second to import.

import re
from functools import cache

from bot.answering.values.dates.calendar_words import CENTURIES, DECADES, NTH, SMALL_NUMBERS
from bot.answering.values.dates.feasts import FEASTS

SPACE = r"[ \t\u00a0\u2009\u202f]{1,3}"
_MAYBE_SPACE = r"[ \t\u00a0\u2009\u202f]{0,3}"
_END = r"(?![\w\u0300-\u036f])"
DASH = rf"{_MAYBE_SPACE}[-\u2010-\u2013]{_MAYBE_SPACE}|\u2014"

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|(?!\w)))(?!\w)"
)
_WEEKDAY_FULL = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = rf"(?P<weekday>{_WEEKDAY_FULL}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?)(?!\w)"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.:/][0-9]|,[0-9]{3}(?![0-9]))"
_YEAR = (
    r"(?P<year>(?:1[0-9]|2[01])[0-9]{2})(?![\w%]|[.,:/][0-9]|-(?:[0-9]{1,3}-|[0-9](?:[0-9]{2})?(?![0-9])))"
)
_NEXT_YEAR = rf"(?:(?:,|{SPACE}of)?{SPACE}|,){_YEAR}"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)(?!\w)"
_THE = rf"(?:the{SPACE})?"
_PART = (
    rf"(?:(?P<part>early|mid|late)(?:[-\u2010\u2011]|{SPACE})(?:in{SPACE})?{_THE}"
    rf"|{_THE}(?P<edge>beginning|start|middle|end){SPACE}of{SPACE}{_THE})"
)
_DECADE = r"(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s(?!\w)"
_CENTURY = rf"(?P<century>1?[0-9]|2[01])(?:st|nd|rd|th)[ -]century{_END}"
_DIRECTION = r"(?P<direction>this past|this coming|last|past|previous|this|next|coming|upcoming)"
_DAY_PART = (
    rf"(?:{SPACE}(?:early{SPACE}|late{SPACE})?(?:morning|afternoon|evening|night|noon|lunchtime)(?!\w))?"
)
_NUMBER = rf"(?P<amount>[1-9][0-9]{{0,2}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_COUNTED = (
    rf"{_NUMBER}{SPACE}{_UNIT}(?:{SPACE}(?:(?P<ago>ago)|(?P<ahead>from{SPACE}(?:now|today)|hence))"
    rf"|['’]?{SPACE}(?P<time>time)){_END}"
)
_DECADE_WORD = (
    rf"the{SPACE}(?:(?P<part>early|mid|late)(?:[-\u2010\u2011]|{SPACE}))?"
    rf"(?:(?P<decade_word>{'|'.join(DECADES)})|['’](?P<short_decade>[3-9]0)s)(?!\w)"
)
_CENTURY_WORD = rf"(?P<century_word>{'|'.join(CENTURIES)})[ -]century{_END}"
_PIECE = (
    rf"(?P<nth>latter|{'|'.join(NTH)}){SPACE}(?:(?P<piece>weekend|week|half|days?)|(?P<nth_weekday>{_WEEKDAY_FULL}))"
    rf"{SPACE}(?:of|in){SPACE}"
)


def _compiled(*shapes: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


# Where a date can begin. Only there are the shapes below tried, the longest match winning.
TRIGGER = re.compile(
    r"(?<![\w.$€£¥/#])(?<![^\W0-9][-])(?:(?P<digit>[0-9])|(?:the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu"
    r"|fri|sat|sun|early|mid|late|beginning|start|middle|end|spring|summer|autumn|fall|winter|last|past|prev"
    r"|this|next|coming|upcoming|yester|today|tonight|tomorrow|first|second|third|fourth|final|latter|q[1-4]"
    r"|h[12]|fy(?=[ ]?[12])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|a|earlier|later))",
    re.IGNORECASE,
)

# After a preposition only, because "the 15th" alone is as often an ordinal, and "fall" a verb.
BARE_DAY = re.compile(
    rf"(?<=on )(?P<start>the{SPACE}(?P<day>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th))"
    rf"(?=[.,;:!?)”\"]|$|{SPACE}(?:and|in|for|before|after|at|when|where|with|to|by|but|,){_END})",
    re.IGNORECASE,
)
BARE_SEASON = re.compile(
    rf"(?:(?<=in )|(?<=since )|(?<=by )|(?<=until )|(?<=during ))the{SPACE}{_SEASON}(?!{SPACE}of(?!\w))",
    re.IGNORECASE,
)
_FEAST = "|".join(
    re.escape(name).replace("'", "['’]").replace(r"\ ", SPACE)
    for name in sorted(FEASTS, key=len, reverse=True)
)
# A word of every feast's name: few texts hold one, and only there the names themselves are looked for.
FEAST_WORD = re.compile(
    r"Day|Eve|Night|Juneteenth|Cinco|Fourth|Halloween|Thanksgiving|Black|Ash|Shrove|Mardi|Palm|Maundy|Good|Holy|Easter|Whit"
)


@cache
def feast_shape() -> re.Pattern[str]:
    """Return the pattern of a feast with its year, if any; capitals are told from small letters."""
    return re.compile(
        rf"(?<![\w-])(?=[A-Z])(?P<feast>{_FEAST})(?!\w)(?:(?:,|{SPACE}(?:of|in))?{SPACE}{_YEAR})?"
    )


@cache  # compiling all of these takes longer than the rest of the import
def shapes_from_digit() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of a date that begins with a digit."""
    return _compiled(
        r"(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![\w-])",
        r"(?P<first>[0-3]?[0-9])(?P<mark>[/.-])(?P<other>[0-3]?[0-9])(?P=mark)(?P<year>[12][0-9]{3}|(?<!-)[0-9]{2})(?![\w/-]|\.[0-9])",
        rf"{_DAY}(?:{SPACE}of)?{SPACE}{MONTH}(?:{_NEXT_YEAR})?",
        rf"{_DAY}-{MONTH}-{_YEAR}",
        _YEAR,
        r"(?P<year>[12][0-9]{3})-(?P<number>0[1-9]|1[0-2])(?![\w-])",
        _DECADE,
        _CENTURY,
        _COUNTED,
        rf"(?P<quarter>[1-4](?:st|nd|rd|th)){SPACE}quarter(?:(?:{SPACE}of)?{SPACE}{_YEAR})",
    )


@cache
def shapes_from_word() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of a date that begins with a word."""
    return _compiled(
        rf"(?:{_WEEKDAY},?{SPACE}\(?{_THE})?{MONTH}{_MAYBE_SPACE}{_THE}{_DAY}(?:{_NEXT_YEAR})?",
        rf"(?:{_WEEKDAY},?{SPACE}\(?)?{_THE}{_DAY}(?:{SPACE}of)?{SPACE}{MONTH}(?:{_NEXT_YEAR})?",
        rf"{MONTH}{_NEXT_YEAR}",
        rf"{MONTH}(?!{_MAYBE_SPACE}[0-9])",
        rf"{_PART}{MONTH}(?:{_NEXT_YEAR})?",
        rf"{_PART}{_SEASON}{_NEXT_YEAR}",
        rf"{_PART}(?:{_YEAR}|{_DECADE}|{_CENTURY})",
        rf"{_PART}?{_DIRECTION}{SPACE}(?:{MONTH}(?!{SPACE}[0-9])|{_SEASON}|{_WEEKDAY}{_DAY_PART}"
        rf"|(?P<unit>weekend|week|month|quarter|year|decade|century){_END})",
        rf"{_PART}(?P<whole>the{SPACE})?(?P<unit>week|month|year){_END}",
        rf"(?P<within>earlier|later|late){SPACE}(?P<direction>this){SPACE}(?P<unit>week|month|quarter|year){_END}",
        rf"{_THE}{_SEASON}{_NEXT_YEAR}",
        rf"{_THE}{_DECADE}",
        rf"{_THE}{_CENTURY}",
        rf"(?:{_PART}|{_THE}){_CENTURY_WORD}",
        _DECADE_WORD,
        rf"{_THE}{_PIECE}{MONTH}(?:{_NEXT_YEAR})?",
        rf"the{SPACE}(?P<near_weekend>weekend)(?!\w|{SPACE}(?:of|before|after)(?!\w))",
        rf"FY{_MAYBE_SPACE}(?P<fiscal>(?:19|20)[0-9]{{2}})(?![\w/-])",
        rf"(?P<weekday>{_WEEKDAY_FULL})(?!\w){_DAY_PART}",
        rf"{_THE}day{SPACE}(?P<beyond>before{SPACE}yesterday|after{SPACE}tomorrow){_END}",
        rf"(?P<near>yesterday|today|tonight|tomorrow){_END}{_DAY_PART}",
        rf"(?P<near>last{SPACE}night|this{SPACE}(?:morning|afternoon|evening)){_END}",
        _COUNTED,
        rf"(?P<quarter>Q[1-4])(?:{SPACE}(?:of{SPACE})?{_YEAR})?",
        rf"{_THE}(?P<quarter>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[ -]quarter"
        rf"{SPACE}(?:of{SPACE})?{_YEAR}",
        rf"(?P<half>H[12]){SPACE}(?:of{SPACE})?{_YEAR}",
        rf"{_THE}(?P<half>first|second|latter){SPACE}half{SPACE}of{SPACE}{_YEAR}",
        rf"the{SPACE}year{SPACE}{_YEAR}",
    )
