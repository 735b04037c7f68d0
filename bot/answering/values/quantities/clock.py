"""Times of day, with their zones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Only abbreviations that English-language news uses for one zone; "CST" and "IST" are several.
_ZONES = {
    "GMT": 0,
    "UTC": 0,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "HST": -600,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
}
_ZONE = rf"(?:[ \u00a0](?P<zone>{'|'.join(_ZONES)}|local time|ET|CT|MT|PT|CST|IST)(?!\w))?"
_HALF = r"(?P<half>[ap])(?:\.[ ]?m\.|m(?!\w))"
_CLOCK = r"(?P<hour>2[0-4]|1[0-9]|0?[0-9])"
_MINUTE = r"[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
_COLON_MINUTE = r":(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_CLOCK}(?:{_MINUTE})?[ \u00a0]?{_HALF}{_ZONE}",
        rf"{_CLOCK}{_COLON_MINUTE}(?![\w:]|[.][0-9])(?:[ ]hours(?!\w))?{_ZONE}",
        rf"(?P<hour>[01][0-9]|2[0-4])[:.]?(?P<minute>[0-5][0-9])[ ](?P<zone>{'|'.join(_ZONES)})(?!\w)",
        rf"(?P<word>noon|midday|midnight)(?!\w){_ZONE}",
        rf"(?P<count>[0-9]{{1,2}}|{_COUNT})[ ]o['’]clock(?!\w)",
    )
)
_TRIGGER = re.compile(
    r"(?<![\w.$€£/:-])(?:[0-9]|noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[\s(])(?:at|by|from|until|till|around|about|before|after|since|between|to|and)[ ]$", re.IGNORECASE
)
_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: seconds after midnight, and the zone's distance from UTC in minutes if it is known.

    ``halves`` is 2 if the words leave morning and evening open ("9 o'clock", "9:30"), else 1.
    """

    seconds: int
    zone: str | None
    offset: int | None
    halves: int = 1

    @property
    def written(self) -> str:
        """Hours and minutes, and the zone as written."""
        clock = f"{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}"
        if self.seconds % 60:
            clock += f":{self.seconds % 60:02}"
        return f"{clock} {self.zone}" if self.zone else clock


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day in a text; offsets are code points, end exclusive."""

    start: int
    end: int
    time: ClockTime


def find_times(text: str) -> Iterator[FoundTime]:
    """Yield the times of day in *text*, in order."""
    position = 0
    while trigger := _TRIGGER.search(text, position):
        found = None
        for shape in _SHAPES:
            match = shape.match(text, trigger.start())
            found = _read(match) if match else None
            if found:
                break
        if found:
            yield found
        position = found.end if found else trigger.end()


def _read(match: re.Match[str]) -> FoundTime | None:
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    zone = found.get("zone")
    zone = zone if zone is None or zone.lower() == "local time" else zone.upper()
    hour, minute = _hour(found), int(found.get("minute", 0))
    if hour is None or hour * 60 + minute > _DAY_MINUTES:
        return None
    certain = zone or "half" in found or "word" in found or "count" in found or "hours" in match.group()
    if not certain and not _OPENING.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None  # a score, a ratio or a verse
    open_half = (
        "half" not in found
        and "word" not in found
        and 0 < hour < 13
        and not found.get("hour", "").startswith("0")
    )
    seconds = (hour * 3600 + minute * 60 + int(found.get("second", 0))) % (_DAY_MINUTES * 60)
    halves = 2 if open_half and zone is None else 1
    end = match.end()
    return FoundTime(match.start(), end, ClockTime(seconds, zone, _ZONES.get(zone or ""), halves))


def _hour(found: dict[str, str]) -> int | None:
    if "word" in found:
        return 0 if found["word"].lower() == "midnight" else 12
    if "count" in found:
        word = found["count"].lower()
        count = int(word) if word.isdigit() else _COUNTS[word]
        return count if count <= 12 else None
    hour = int(found["hour"])
    if "half" not in found:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if found["half"].lower() == "p" else 0)
