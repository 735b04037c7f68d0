"""The ways a time of day is written, in figures and in words, as patterns whose groups `clock` makes a time of."""

import re

from bot.answering.values.dates.calendar_words import WEEKDAY_NAMES
from bot.answering.values.quantities.zones import ZONE

ZONE_BEHIND = re.compile(rf"[ \u00a0]\(?(?P<zone>{ZONE})", re.IGNORECASE)

_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNITS = _HOUR_WORDS.split("|")[:9]
HOURS = {word: number for number, word in enumerate(_HOUR_WORDS.split("|"), 1)}
MINUTES = (
    HOURS
    | {word: number for number, word in enumerate(_TEENS.split("|"), 13)}
    | {"twenty": 20}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, 1)}
)

_HALF = r"(?P<half>[ap])(?:\.[ ]?m\.|m(?!\w))"
_CLOCK = r"(?P<hour>2[0-4]|1[0-9]|0?[0-9])"
_MINUTE = r"[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
_COLON_MINUTE = r":(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
_COUNT = rf"(?P<count>1[0-2]|[1-9]|{_HOUR_WORDS})"

# "Six on Monday evening" may be what a toll rose to: it is a time only behind one of these.
_WHEN, _AT = (
    "(?:" + "|".join(rf"(?<={word}[ ])" for word in words.split()) + ")"
    for words in ("at until till before after", "at until till before after since by")
)
_PART = "morning|afternoon|evening"
_DAY_PART = (
    rf"[ ](?:(?:in[ ]the|this|that)[ ](?P<part>{_PART})|(?:at|this|that)[ ](?P<night>night)"
    r"|(?P<tonight>tonight))(?!\w)"
)
# "They arrested nine this morning."
_SURELY = rf"[ ](?:in[ ]the[ ](?P<part>{_PART})|at[ ](?P<night>night))(?!\w)"
# These words are a date's, too, and stay outside of the time.
_DAY_BEHIND = (
    rf"(?=[ ](?:(?:on[ ])?(?:the[ ])?(?:{'|'.join(WEEKDAY_NAMES)}|yesterday|tomorrow|same|next|following|previous)"
    rf"[ ](?P<part_behind>{_PART}|night)|on[ ]the[ ](?P<part_of>{_PART}|night)[ ]of)(?!\w))"
)
_SIDE = "past|after|to|before"
_MINUTE_WORDS = rf"twenty[ -](?:{'|'.join(_UNITS)})|twenty|{_TEENS}|{_HOUR_WORDS}"
# "Five to ten" alone is a range, "ten minutes after two men" counts men.
_TOLD = (
    rf"(?P<half_past>half[ -]past)|(?P<quarter>(?:a[ ])?quarter)[ -](?P<side>{_SIDE})"
    rf"|(?P<few>[12]?[0-9]|{_MINUTE_WORDS})[ ]minutes?[ ](?P<few_side>{_SIDE})"
    r"|(?P<just>five|ten|twenty-five|twenty)[ ]past"
)
_COUNTED = (
    r"(?![ ](?!(?:as|was|is|has|this|his|its|us|yes)\b)(?:[a-z-]+s|men|women|people|children|per|of)\b)"
)
_DETAIL = rf"(?:{_DAY_PART}|{_DAY_BEHIND}|[ ]?{_HALF}|[ ]o['’]clock)?"

SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_CLOCK}(?:{_MINUTE})?[ \u00a0]?{_HALF}",
        rf"{_CLOCK}{_COLON_MINUTE}(?![\w:]|[.][0-9]){_DAY_PART}",
        rf"{_AT}{_CLOCK}{_MINUTE}(?![\w:]|[.][0-9])(?:{_DAY_PART}|{_DAY_BEHIND})",
        rf"{_CLOCK}{_COLON_MINUTE}(?![\w:]|[.][0-9])(?P<hours>[ ]hours(?!\w))?",
        r"(?P<hour>[01][0-9]|2[0-4])(?P<bare>[:.]?)(?P<minute>[0-5][0-9])(?=[ ])",
        r"(?P<hour>[01][0-9]|2[0-4])(?P<minute>[0-5][0-9])[ ]hours(?!\w)",
        r"(?P<hour>[01]?[0-9]|2[0-3])(?P<h>h)(?P<minute>[0-5][0-9])(?!\w)",
        r"(?:12[ ])?(?P<word>noon|midday|midnight)(?!\w)",
        rf"{_COUNT}[ ]o['’]clock(?!\w)(?:{_DAY_PART}|{_DAY_BEHIND})?",
        rf"{_COUNT}{_SURELY}",
        rf"{_AT}{_COUNT}(?:{_DAY_PART}|{_DAY_BEHIND})",
        rf"(?:{_TOLD})[ ](?:{_COUNT}|(?P<word>noon|midday|midnight))(?!\w){_COUNTED}{_DETAIL}",
        rf"{_WHEN}(?P<just>five|ten|twenty-five|twenty)[ ](?P<side>to)[ ]{_COUNT}(?!\w){_COUNTED}{_DETAIL}",
        rf"{_AT}(?P<half_past>half)[ ]{_COUNT}(?!\w){_COUNTED}{_DETAIL}",
    )
)
TRIGGER = re.compile(
    r"(?<![\w.$€£/:-])(?:[0-9]|noon|midday|midnight|half(?=[ -]past|[ ](?:[0-9]|" + _HOUR_WORDS + r"))"
    rf"|(?:a[ ])?quarter(?=[ -](?:{_SIDE})[ ])|twenty|{_TEENS}|{_HOUR_WORDS})",
    re.IGNORECASE,
)
