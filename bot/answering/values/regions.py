"""Which places a text names, by where they lie: an article on Los Angeles speaks of California, which it need not name."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bot.answering.values.kinds import Kind
from bot.answering.values.names.atlas import Spot, spots_named
from bot.answering.values.recognition import recognise


def lies_within(text: str, region: str) -> bool:
    """Whether *text* names a place that lies in *region*, as far as the tables know both."""
    return bool(places_within([text], region))


def places_within(texts: Iterable[str], region: str) -> Counter[str]:
    """Return how often *texts* name each place that lies in *region*, those that lie in another of them left out."""
    wanted = {spot.id for spot in spots_named(region)}
    if not wanted:
        return Counter()
    found = Counter(name for text in texts for name, spots in _placed(text) if _are_in(spots, wanted))
    ids = {name: {spot.id for spot in spots_named(name)} for name in found}
    return Counter(
        {
            name: count
            for name, count in found.items()
            if not any(other != name and _are_in(spots_named(name), ids[other]) for other in found)
        }
    )


def _are_in(spots: Iterable[Spot], regions: set[str]) -> bool:
    """Whether a place lies in one of *regions* wherever it is, if it has namesakes."""
    return all(spot.around & regions for spot in spots if not spot.lesser)


@lru_cache(maxsize=512)
def _placed(text: str) -> tuple[tuple[str, tuple[Spot, ...]], ...]:
    """Return the places of *text* that the tables know, one entry for each time that it names them."""
    names = [text[mention.start : mention.end] for mention in recognise(text, (Kind.PLACE,))]
    return tuple((name, spots) for name in names if (spots := spots_named(name)))
