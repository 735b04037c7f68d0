"""The people whom articles name, and what the words beside their names say that they are."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise

_SHORT = r"(?:adm|brig|capt|cmdr|col|dr|gen|gov|hon|lt|maj|mr|mrs|ms|prof|rep|rev|sen|sgt)\."
_WORD = rf"(?:{_SHORT}|(?:[A-Z]\.)+|[\w’'-]+)"
_LINKS = r"(?:and|or|with|is|was|are|were|as|by|to|that|while|when|where|since|between|met|meets?|after|before|but)"
# "Japan's Defense Minister ", "the commander of the mission, "; what a link begins is said of somebody else.
_BEFORE = re.compile(
    rf"(?<![\w.’'-])(?:(?!{_LINKS}\b){_WORD} ){{0,6}}(?!{_LINKS}\b){_WORD},? $", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:,|,? (?:who )?(?:is|was|became|serves as))(?: the| an?)?"
    rf"(?P<role>(?: (?!(?:and|who|which)\b){_WORD}){{1,7}})(?=[,.;)]|$)"
)
_REACH = 70  # characters in front of a name
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by the name that articles mostly use, the last one of it; its ``stem`` tells people apart.

    ``named`` is how often articles name him or her, ``roles`` the stems of what stands beside the name in front of it
    ("Defense Minister") or in apposition behind it.
    """

    name: str
    stem: str
    named: int
    roles: frozenset[str]


class _Named(NamedTuple):
    name: str
    stem: str
    roles: frozenset[str]


def people_in(bodies: Iterable[str]) -> list[Person]:
    """Return everybody whom the *bodies* of articles name, the most named first."""
    named = [one for body in bodies for one in _named_in(body)]
    names = {one.stem: Counter(other.name for other in named if other.stem == one.stem) for one in named}
    people = [
        Person(
            min(written, key=lambda name: (-written[name], name)),
            stem,
            written.total(),
            frozenset().union(*(one.roles for one in named if one.stem == stem)).difference(names),
        )
        for stem, written in names.items()
    ]
    return sorted(people, key=lambda person: (-person.named, person.stem))


@lru_cache(maxsize=512)
def _named_in(body: str) -> tuple[_Named, ...]:
    found = []
    for mention in recognise(body, (Kind.PERSON,)):
        words = terms_of(body[mention.start : mention.end])
        if not words:
            continue
        surname = _POSSESSIVE.sub("", body[mention.start + words[-1].start : mention.end])
        before = _BEFORE.search(body[max(0, mention.start - _REACH) : mention.start])
        behind = _BEHIND.match(body, mention.end)
        said = f"{before.group() if before else ''} {behind['role'] if behind else ''}"
        roles = frozenset(term.stem for term in terms_of(said) if term.is_content)
        found.append(_Named(surname, words[-1].stem, roles))
    return tuple(found)
