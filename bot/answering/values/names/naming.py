"""A name, and the forms that it is compared by."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.values.kinds import Kind

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’.-][\w\u0300-\u036f]+)*")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# British to American, because either spelling names the same body.
_SPELLINGS = (
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bharbour\b"), "harbor"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\btheatre\b"), "theater"),
    (re.compile(r"(?<=\w\w\w)isation(?=s?\b)"), "ization"),
)
_EMPTY = frozenset({"the", "of", "and", "for", "&"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation as written, without title and possessive.

    ``within`` holds the places that the text itself says a place lies in ("Salem, Oregon"), ``part`` which side of
    it is meant ("eastern Ukraine": "east"). ``certain``: the kind is known from a title, a head word or the
    gazetteer, not only guessed from where the name stands.
    """

    kind: Kind
    text: str
    within: tuple[str, ...] = ()
    certain: bool = True
    part: str | None = None


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text; offsets are code points, end exclusive."""

    start: int
    end: int
    name: Name


def without_possessive(text: str) -> str:
    """Return *text* without a closing "'s" or "s'"."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return *text* in lower case Latin letters without diacritics, and in American spelling."""
    decomposed = unicodedata.normalize(
        "NFKD", text.casefold().replace("ł", "l").replace("ø", "o").replace("ı", "i")
    )
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    if not bare.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - few texts hold a letter that it is needed for

        bare = anyascii(bare).lower()
    for spelling, american in _SPELLINGS:
        bare = spelling.sub(american, bare)
    return bare


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name without points, articles and connectors."""
    words = (word.replace(".", "").replace("’", "'") for word in _WORD.findall(folded(text)))
    return tuple(word for word in words if word not in _EMPTY)
