"""Compares places: a place fits what the text or the tables say it lies in; where a place lies is never guessed."""

from collections.abc import Iterable, Iterator

from bot.answering.values.fits import Fit
from bot.answering.values.names.atlas import Spot, place_key, spots_named
from bot.answering.values.names.naming import Name
from bot.answering.values.names.spelling import sounded

Judgement = tuple[Fit, str]

_SAME: Judgement = (Fit.SAME, "the same place")
_SPELLING: Judgement = (Fit.SAME, "the same place in another spelling")
_MAY_BE_SAME: Judgement = (Fit.FINER, "a name that may be the same place")
_WITHIN: Judgement = (Fit.FINER, "one place lies in the other")
_LESS_CLOSELY: Judgement = (Fit.FINER, "one place is named less closely")
_NAMESAKE: Judgement = (Fit.UNRELATED, "a place of that name that lies elsewhere")
_UNKNOWN: Judgement = (Fit.UNRELATED, "not known whether one place lies in the other")
_NAMESAKES_APART: Judgement = (Fit.DIFFERENT, "places of one name that lie in different places")
_APART: Judgement = (Fit.DIFFERENT, "the places differ")
# What a place is, by a word of its name; a street or a bay may lie in a town, two bays are two bays.
_FEATURES = {
    word: feature
    for feature, words in (
        ("water", "sea ocean gulf bay strait straits river lake canal channel creek falls reef lagoon"),
        ("height", "mount mountain mountains hill hills ridge peak volcano alps heights plateau"),
        ("land", "plain desert forest valley delta peninsula coast steppe"),
        ("island", "island islands isle isles atoll archipelago"),
        (
            "area",
            "county district province prefecture region oblast state republic territory township municipality",
        ),
    )
    for word in words.split()
}
VENUES = frozenset(
    """airport station square street avenue road boulevard palace castle hospital school university college stadium
    arena hotel church cathedral mosque temple synagogue market mall park bridge pier port harbor base camp center
    museum building tower plaza dam prison embassy court courthouse hall house library theater cemetery gate lane
    highway crossing terminal barracks ground grounds field club restaurant cafe""".split()
)
_OPPOSITE = (frozenset({"north", "south"}), frozenset({"east", "west"}))


def compare_places(first: Name, second: Name) -> Judgement:
    """Return the fit of two places, and why."""
    one, other = place_key(first.text), place_key(second.text)
    if one == other and first.within == second.within:
        return _by_parts(first, second, _SAME)
    spots, other_spots = _spots(first), _spots(second)
    if spots and other_spots:
        judgement = _known(first, second, spots, other_spots)
    elif one == other:
        judgement = _same_named(first, second)
    else:
        judgement = _unknown(first, second, spots, other_spots)
    return _by_parts(first, second, judgement)


def _spots(name: Name) -> tuple[Spot, ...]:
    """Return the table's places that *name* can be, what the text says it lies in considered."""
    spots = spots_named(name.text)
    if not name.within:
        return spots
    around = _ids(name.within)
    return tuple(spot for spot in spots if spot.around & around or spot.id in around)


def _ids(names: Iterable[str]) -> set[str]:
    return {spot.id for name in names for spot in spots_named(name)}


def _known(first: Name, second: Name, spots: tuple[Spot, ...], others: tuple[Spot, ...]) -> Judgement:
    if spots == others:
        return _SAME
    fits = set(_relations(spots, others))
    if _SAME in fits:
        return _MAY_BE_SAME
    if _WITHIN in fits:
        return _WITHIN
    if _UNKNOWN in fits:
        return _UNKNOWN
    return _NAMESAKES_APART if place_key(first.text) == place_key(second.text) else _APART


def _relations(spots: tuple[Spot, ...], others: tuple[Spot, ...]) -> Iterator[Judgement]:
    for one in spots:
        for other in others:
            if one.id == other.id:
                yield _SAME
            elif one.id in other.around or other.id in one.around:
                yield _WITHIN
            elif one.lesser or other.lesser:
                continue
            elif _may_overlap(one, other) or _may_overlap(other, one):
                yield _UNKNOWN
            else:
                yield _APART


def _may_overlap(one: Spot, other: Spot) -> bool:
    if other.id in one.maybe or one.shares & (other.around | {other.id}):
        return True
    feature = _feature(one.id)
    if not one.around and not one.maybe and one.id not in _CONTINENTS:  # the table does not say where it lies
        return feature is None or feature != _feature(other.id)
    if feature not in (None, "area") and feature != _feature(other.id) and one.around & other.around:
        return True
    # a town of which the table knows only the country, and a region of that country
    return other.region and not _has_region(one) and bool(one.around & other.around - _CONTINENTS)


_CONTINENTS = frozenset(
    """europe|asia|africa|north america|south america|oceania|latin america|caribbean|central america|middle east
    southeast asia|south asia|east asia|central asia|east africa|west africa|north africa|horn africa|balkans""".replace(
        "\n    ", "|"
    ).split("|")
)


def _has_region(spot: Spot) -> bool:
    return spot.region or any(
        named.region for id_ in spot.around for named in spots_named(id_) if named.id == id_
    )


def _same_named(first: Name, second: Name) -> Judgement:
    if first.within and second.within:
        return _SAME if _homes_fit(first, second) else _NAMESAKES_APART
    # an unknown name is most likely one place; of a known one, the text means another than the tables
    return _NAMESAKE if spots_named(first.text) else _MAY_BE_SAME


def _homes_fit(first: Name, second: Name) -> bool:
    """Tell whether what the text says that the two lie in can be one place, or one in the other."""
    homes, others = (
        [spot for place in name.within for spot in spots_named(place)] for name in (first, second)
    )
    if homes and others:
        return any(fit != _APART for fit in _relations(tuple(homes), tuple(others)))
    return bool({place_key(place) for place in first.within} & {place_key(place) for place in second.within})


def _all_around(name: Name) -> set[str]:
    """Return what the text says *name* lies in, and what that lies in."""
    known = {id_ for spot in _homes(name) for id_ in (spot.id, *spot.around)}
    return known or {place_key(place) for place in name.within}


def _unknown(first: Name, second: Name, spots: tuple[Spot, ...], others: tuple[Spot, ...]) -> Judgement:
    """Compare two places of which the tables do not know both, by what the text says that they lie in."""
    if _all_around(first) & _named_ids(second, others) or _all_around(second) & _named_ids(first, spots):
        return _WITHIN
    homes, other_homes = spots or _homes(first), others or _homes(second)
    if homes and other_homes and all(fit == _APART for fit in _relations(homes, other_homes)):
        return _APART
    if any(spot.around or spot.maybe for spot in (*spots, *others)):
        return _UNKNOWN
    return _by_words(place_key(first.text), place_key(second.text))


def _homes(name: Name) -> tuple[Spot, ...]:
    return tuple(spot for place in name.within for spot in spots_named(place))


def _named_ids(name: Name, spots: tuple[Spot, ...]) -> set[str]:
    return {spot.id for spot in spots} or {place_key(name.text)}


def _by_words(one: str, other: str) -> Judgement:
    """Compare two names of which nothing is known."""
    if sounded(one) == sounded(other):
        return _SPELLING
    words, other_words = set(one.split()), set(other.split())
    if words < other_words or other_words < words:
        return _LESS_CLOSELY
    return _APART if _feature(one) == _feature(other) else _UNKNOWN


def _feature(key: str) -> str | None:
    """Return what kind of place a name says it is; a building by its own word, so that two kinds are not compared."""
    words = key.partition(",")[0].split()
    for word in (*reversed(words[1:]), words[0]) if words else ():
        if word in _FEATURES:
            return _FEATURES[word]
        if word in VENUES:
            return word
    return None


def _by_parts(first: Name, second: Name, judgement: Judgement) -> Judgement:
    """Consider "eastern" and "western" before the name of one place."""
    if judgement[0] is not Fit.SAME or first.part == second.part:
        return judgement
    if first.part is None or second.part is None:
        return _LESS_CLOSELY
    sides = {first.part, second.part}
    return (Fit.DIFFERENT, "opposite parts of one place") if sides in _OPPOSITE else _UNKNOWN
