"""Time zones as news names them, and how far from UTC each can be, in minutes."""

# Own table and not zoneinfo: articles write "ET" and "Tokyo time", which are no keys of the zone database.

import re

_SUMMER = 60
_FIXED = {
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
# One abbreviation, several zones; or summer and winter time together.
_OPEN = {
    "ET": (-300, -240),
    "CT": (-360, -300),
    "MT": (-420, -360),
    "PT": (-480, -420),
    "CST": (-360, 480),
    "IST": (330, 60, 120),
}
_NAMED = {
    "eastern": -300,
    "central": -360,
    "mountain": -420,
    "pacific": -480,
    "hawaii": -600,
    "tokyo": 540,
    "japan": 540,
    "seoul": 540,
    "korea": 540,
    "korean": 540,
    "beijing": 480,
    "china": 480,
    "hong kong": 480,
    "singapore": 480,
    "manila": 480,
    "hanoi": 420,
    "bangkok": 420,
    "jakarta": 420,
    "india": 330,
    "indian": 330,
    "delhi": 330,
    "islamabad": 300,
    "kabul": 270,
    "dubai": 240,
    "tehran": 210,
    "moscow": 180,
    "istanbul": 180,
    "baghdad": 180,
    "riyadh": 180,
    "saudi": 180,
    "nairobi": 180,
    "kyiv": 120,
    "athens": 120,
    "israel": 120,
    "jerusalem": 120,
    "cairo": 120,
    "paris": 60,
    "berlin": 60,
    "rome": 60,
    "madrid": 60,
    "brussels": 60,
    "geneva": 60,
    "london": 0,
    "british": 0,
    "uk": 0,
    "new york": -300,
    "washington": -300,
    "sydney": 600,
}
_WITH_SUMMER_TIME = frozenset(
    """eastern central mountain pacific kyiv athens israel jerusalem cairo paris berlin rome madrid brussels geneva
    london british uk washington sydney""".split()
) | {"new york"}
_FAR = re.compile(
    r"(?:GMT|UTC)[ ]?(?P<sign>[+\u2212-])(?P<hours>1[0-4]|[0-9])(?::?(?P<minutes>[0-5][0-9]))?", re.IGNORECASE
)
_LONG = re.compile(r"(?P<name>[a-z ]+?)(?:[ ](?P<season>standard|daylight|summer))?[ ]time", re.IGNORECASE)

ZONE = (
    r"(?:(?:GMT|UTC)[ ]?[+\u2212-](?:1[0-4]|[0-9])(?::?[0-5][0-9])?(?![\w])"
    rf"|(?:{'|'.join((*_FIXED, *_OPEN))})(?!\w)"
    rf"|(?:local|{'|'.join(_NAMED)})(?:[ ](?:standard|daylight|summer))?[ ]time(?!\w))"
)


def offsets_of(zone: str) -> tuple[int, ...]:
    """Return the distances from UTC that *zone*, a match of ``ZONE``, can have; none for "local time"."""
    short = zone.upper()
    if short in _FIXED:
        return (_FIXED[short],)
    if short in _OPEN:
        return _OPEN[short]
    far = _FAR.fullmatch(zone)
    if far:
        minutes = int(far["hours"]) * 60 + int(far["minutes"] or 0)
        return (minutes if far["sign"] == "+" else -minutes,)
    return _long(zone)


def _long(zone: str) -> tuple[int, ...]:
    match = _LONG.fullmatch(zone)
    name = match["name"].lower() if match else ""
    offset = _NAMED.get(name)
    if match is None or offset is None:
        return ()
    if match["season"]:
        return (offset + (0 if match["season"].lower() == "standard" else _SUMMER),)
    return (offset, offset + _SUMMER) if name in _WITH_SUMMER_TIME else (offset,)
