"""Where places lie, for comparing them: read from the two tables beside it when two places are first compared."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.answering.values.names.gazetteer import STATE_SHORT
from bot.answering.values.names.naming import words_of

# One name, several places; the tables give each a name of its own.
_NAMESAKES = {
    "washington": ("washington dc", "washington state"),
    "new york": ("new york", "new york state"),
    "georgia": ("georgia", "georgia us"),
    "punjab": ("punjab india", "punjab pakistan"),
    "congo": ("democratic republic congo", "republic congo"),
    "korea": ("south korea", "north korea"),
}
_LONG = {"mt": "mount", "ft": "fort", "st": "saint", "ste": "sainte"}
_MARKS = (": ", " / ", " = ", " ~ ", " % ")  # as the head of places.txt says
_SAME_NAMED = ("oblast", "state")  # "Donetsk" is the city or its region


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the tables: what it lies in, all of it; what it may lie in; what it shares ground with.

    ``region`` tells one that a country is divided into, ``lesser`` one meant only where the other place shows it:
    "Donetsk" is the city, and "Mariupol, Donetsk" the region of that name.
    """

    id: str
    around: frozenset[str]
    maybe: frozenset[str]
    shares: frozenset[str]
    region: bool
    lesser: bool = False


def place_key(text: str) -> str:
    """Return the folded words of a place's name, abbreviations written out."""
    words = words_of(STATE_SHORT.get(text, text).replace("(U.S.)", "US"))
    return " ".join(_LONG.get(word, word) for word in words)


def spots_named(text: str) -> tuple[Spot, ...]:
    """Return every place of the tables that *text* can name; none if they do not know it."""
    return _atlas().spots(place_key(text))


class _Atlas:
    def __init__(self) -> None:
        self._parents: defaultdict[str, set[str]] = defaultdict(set)
        self._maybe: defaultdict[str, set[str]] = defaultdict(set)
        self._shares: defaultdict[str, set[str]] = defaultdict(set)
        self._aliases: dict[str, str] = {}
        self._named: defaultdict[str, list[str]] = defaultdict(list)
        self._regions: set[str] = set()
        for line in _lines("places.txt"):
            self._read(line)
        for line in _lines("cities.txt"):
            self._read_cities(line)

    def spots(self, key: str) -> tuple[Spot, ...]:
        key = self._aliases.get(key, key)
        found = dict.fromkeys(
            id_ for name in _NAMESAKES.get(key, (key,)) for id_ in self._named.get(name, ())
        )
        regions = [f"{key} {suffix}" for suffix in _SAME_NAMED] if found else []
        lesser = [name for name in regions if name in self._named and name not in found]
        return (*map(self._spot, found), *(replace(self._spot(name), lesser=True) for name in lesser))

    def _spot(self, id_: str) -> Spot:
        around = self._around(id_)
        maybe = {place for spot in (id_, *around) for place in self._maybe[spot]}
        maybe |= {place for claimed in maybe for place in self._around(claimed)}
        is_region = id_ in self._regions
        return Spot(id_, around, frozenset(maybe), frozenset(self._shares[id_]), is_region)

    def _around(self, id_: str) -> frozenset[str]:
        found: set[str] = set()
        rest = [id_]
        while rest:
            new = self._parents[rest.pop()] - found
            found |= new
            rest += new
        return frozenset(found - {id_})

    def _read(self, line: str) -> None:
        mark = next(mark for mark in _MARKS if mark in line)
        head, names = self._split(line, mark)
        self._known(head)
        if mark == " = ":
            self._aliases.update(dict.fromkeys(names, head))
            return
        for name in names:
            self._known(name)
        if mark in (": ", " / "):
            for name in names:
                self._parents[name].add(head)
            self._regions.update(names if mark == " / " else ())
        else:
            (self._maybe if mark == " ~ " else self._shares)[head].update(names)

    def _read_cities(self, line: str) -> None:
        home, _, cities = line.partition(": ")
        country, region = (place_key(part) for part in (home if "/" in home else f"{home}/").split("/"))
        parent = region or country
        self._known(parent)
        if region:
            self._parents[region].add(country)
            self._regions.add(region)
        for city in cities.split("; "):
            key = self._aliases.get(place_key(city), place_key(city))
            self._named[key].append(self._city(key, parent))

    def _city(self, key: str, parent: str) -> str:
        """Return the id of a city, one that the other table names if it lies in the same country."""
        is_same = (
            key in self._named
            and key not in self._regions
            and not (self._around(key) - self._around_all(parent))
        )
        id_ = key if key == parent or is_same or key not in self._named else f"{key}, {parent}"
        if id_ != parent:
            self._parents[id_].add(parent)
        return id_

    def _around_all(self, parent: str) -> frozenset[str]:
        return self._around(parent) | {parent}

    def _split(self, line: str, mark: str) -> tuple[str, list[str]]:
        head, _, names = line.partition(mark)
        return place_key(head), [place_key(name) for name in names.split("; ")]

    def _known(self, name: str) -> None:
        if not self._named[name]:
            self._named[name].append(name)


@cache
def _atlas() -> _Atlas:
    return _Atlas()


def _lines(name: str) -> Iterator[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
