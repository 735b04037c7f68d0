"""Times of day, with their zones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.values.quantities.clock_shapes import HOURS, MINUTES, SHAPES, TRIGGER, ZONE_BEHIND
from bot.answering.values.quantities.zones import offsets_of

_OPENING = re.compile(
    r"(?:^|[\s(])(?:at|by|from|until|till|around|about|before|after|since|between|to|and)[ ]$", re.IGNORECASE
)
_DAY = 24 * 3600
_DAY_MINUTES = 24 * 60
_HOUR_SLACK = 10 * 60  # seconds that "9 a.m." can be off where another report gives the minutes
_MINUTE_SLACK = 59
# What the words before a time leave open, in seconds before and after it.
_HALF_HOUR, _HALF_DAY = 1800, 12 * 3600 - 1
_HEDGES: dict[str, tuple[str, tuple[int, int]]] = {
    "soon": (r"(?:shortly|just|soon|moments|minutes)[ ]after|just[ ]past", (0, _HALF_HOUR)),
    "almost": (r"(?:shortly|just|moments|minutes)[ ]before|nearly|almost", (_HALF_HOUR, 0)),
    "about": (r"about|around|approximately|roughly|circa|close[ ]to", (_HALF_HOUR, _HALF_HOUR)),
    "before": (r"before|by|no[ ]later[ ]than|not[ ]later[ ]than", (_HALF_DAY, 0)),
    "after": (r"after|no[ ]earlier[ ]than|not[ ]before|as[ ]early[ ]as", (0, _HALF_DAY)),
}
_HEDGE_WORDS = {
    (0, 0): "",
    (0, _HALF_HOUR): "shortly after ",
    (_HALF_HOUR, 0): "shortly before ",
    (_HALF_HOUR, _HALF_HOUR): "about ",
    (_HALF_DAY, 0): "before ",
    (0, _HALF_DAY): "after ",
}
_TOLD_GROUPS = frozenset({"half_past", "quarter", "few", "just"})
_CERTAIN = _TOLD_GROUPS | {"half", "word", "count", "part", "night", "h", "hours"}  # groups of the shapes
_PARTS = ("part_behind", "part_of", "night", "tonight")
_HEDGE = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, (words, _) in _HEDGES.items())
    + ")[ \u00a0]$",
    re.IGNORECASE,
)
_REACH = 28  # characters before a time


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: seconds after midnight, and the distances from UTC that its zone can have, in minutes.

    ``halves`` is 2 if the words leave morning and evening open ("9 o'clock", "9:30"), else 1. ``slack`` is how
    many seconds it can be off where another report is more exact; ``open`` what words like "about" and "before"
    leave open before and after it.
    """

    seconds: int
    zone: str | None
    offsets: tuple[int, ...] = ()
    halves: int = 1
    slack: int = 0
    open: tuple[int, int] = (0, 0)

    @property
    def written(self) -> str:
        """What is left open, hours and minutes, and the zone as written."""
        clock = f"{_HEDGE_WORDS[self.open]}{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}"
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
    while trigger := TRIGGER.search(text, position):
        found = read_time(text, trigger.start())
        if found:
            yield found
        position = found.end if found else trigger.end()


def read_time(text: str, start: int, *, asked: bool = False) -> FoundTime | None:
    """Return the time that begins at *start*, if any; once a time is *asked* for, "21:30" alone is one."""
    for shape in SHAPES:
        match = shape.match(text, start)
        found = _read(match, asked=asked) if match else None
        if found:
            return found
    return None


def _read(match: re.Match[str], *, asked: bool) -> FoundTime | None:
    found = _groups_of(match)
    stated = ZONE_BEHIND.match(match.string, match.end())
    zone = stated["zone"] if stated else None
    if zone is not None and not zone.lower().endswith("time"):
        zone = zone.upper()
    hour, minute = _hour(found), int(found.get("minute", 0))
    if found.keys() & _TOLD_GROUPS and hour is not None:
        hour, minute = _told(found, hour)
    if hour is None or hour * 60 + minute > _DAY_MINUTES or ("bare" in found and zone is None):
        return None
    certain = zone or found.keys() & _CERTAIN
    if not (certain or asked) and not _OPENING.search(
        match.string[max(0, match.start() - 12) : match.start()]
    ):
        return None  # a score, a ratio, a verse, or 1400 hours of work
    seconds = (hour * 3600 + minute * 60 + int(found.get("second", 0))) % _DAY
    halves = 2 if _is_open(found, hour) and zone is None else 1
    time = ClockTime(seconds, zone, offsets_of(zone) if zone else (), halves, _slack(found), _hedge(match))
    return FoundTime(match.start(), stated.end() if stated else match.end(), time)


def _groups_of(match: re.Match[str]) -> dict[str, str]:
    """Return what each group of a shape holds; a part of the day is "part" or "night", wherever it stands."""
    found = {name: text.lower() for name, text in match.groupdict().items() if text is not None}
    for name in _PARTS:
        if said := found.pop(name, None):
            found["night" if said.endswith("night") else "part"] = said
    return found


def _slack(found: dict[str, str]) -> int:
    if "second" in found:
        return 0
    return _MINUTE_SLACK if "minute" in found or found.keys() & _TOLD_GROUPS else _HOUR_SLACK


def _hour(found: dict[str, str]) -> int | None:
    if "word" in found:
        return 0 if found["word"] == "midnight" else 12
    if "count" in found:
        word = found["count"]
        hour = int(word) if word.isdigit() else HOURS[word]
    else:
        hour = int(found["hour"])
    if not found.keys() & {"half", "part", "night"}:
        return hour
    if not 1 <= hour <= 12:
        return hour if "half" not in found and hour > 12 else None
    if "night" in found:
        return hour % 12 + (12 if hour % 12 >= 6 else 0)
    is_late = found.get("half", "a") == "p" or found.get("part", "morning") != "morning"
    return hour % 12 + (12 if is_late else 0)


def _told(found: dict[str, str], hour: int) -> tuple[int, int]:
    """Return hour and minute of "half past nine", "a quarter to ten"."""
    minutes = 30 if "half_past" in found else 15 if "quarter" in found else _minutes(found)
    is_past = (found.get("side") or found.get("few_side") or "past") in ("past", "after")
    whole = found.keys() & {"half", "part", "night", "word"}
    cycle = _DAY_MINUTES if whole else _DAY_MINUTES // 2
    return divmod((hour * 60 + (minutes if is_past else -minutes)) % cycle, 60)


def _minutes(found: dict[str, str]) -> int:
    said = (found.get("few") or found["just"]).replace(" ", "-")
    return int(said) if said.isdigit() else MINUTES[said]


def _is_open(found: dict[str, str], hour: int) -> bool:
    if found.keys() & {"half", "word", "part", "night"} or hour > 12:
        return False
    return bool(found.keys() & _TOLD_GROUPS) or (hour > 0 and not found.get("hour", "").startswith("0"))


def _hedge(match: re.Match[str]) -> tuple[int, int]:
    words = _HEDGE.search(match.string, max(0, match.start() - _REACH), match.start())
    if words is None:
        return 0, 0
    return _HEDGES[str(words.lastgroup)][1]
