"""Which places can be of the size that a noun asks for: "which city" is no country, "in which hall" no city."""

import re

from bot.answering.terms import stem_of
from bot.answering.values.names.atlas import place_key, spots_named
from bot.answering.values.names.gazetteer import is_country
from bot.answering.values.names.places import VENUES

_COUNTRIES = frozenset(map(stem_of, ("country", "countries", "nation")))
_TOWNS = frozenset(map(stem_of, ("city", "cities", "town", "village", "suburb")))
# Names of countries that are their capital's, too, or that of another town.
_ALSO_TOWNS = frozenset("singapore monaco luxembourg kuwait djibouti guatemala panama mexico jersey".split())
# Of the venues these are asked for where a town would do, or are bodies with a seat in one.
_LOOSE = frozenset(
    """base port harbor camp ground grounds field club center market school university college court park mall gate lane
    crossing barracks""".split()
)
_BUILT = frozenset(map(stem_of, (VENUES - _LOOSE) | {"room", "theatre"}))
_WORD = re.compile(r"[^\W\d_]+")


def is_of_another_size(noun: str | None, words: str) -> bool:
    """Whether *words* name a place that is known, and known to be none of what *noun*, a stem, asks for."""
    if noun is None:
        return False
    key = place_key(words)
    if noun in _TOWNS:
        return is_country(words) and key not in _ALSO_TOWNS
    if noun in _COUNTRIES:
        return bool(spots_named(words)) and not is_country(words)
    if noun in _BUILT:
        named = {word.lower() for word in _WORD.findall(words)}
        return bool(spots_named(words)) and not named & VENUES
    return False
