"""The noun that a number counts, found without a parser: the words after the number, up to a stop word."""

import re

_STOPS = frozenset(
    """a about above according across after against ago all along also although among amid an and are
    around as at be because been before being below between both but by can could did do does down
    during each either even every for from had has have he her his how if in including inside into is it
    its just last later least less like may might more most much must near next no nor not now of off on
    one only onto or other our out outside over past per rather said say says she should since so some
    such than that the their them then there these they this those through throughout to today tomorrow
    under until up upon very was we were what when where which while who whom whose why will with within
    without would yesterday yet you your killed injured wounded died dead arrested began begins started
    starts ended ends came comes took takes went goes remain remained""".split()
)
_PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "crises": "crisis",
    "police": "police",
    "personnel": "personnel",
    "aircraft": "aircraft",
    "troops": "troop",
    "series": "series",
}
_WORD = re.compile(r"(?P<gap>[ \u00a0-])(?P<word>[^\W\d_][\w'’]{0,30})")
_LONGEST_RUN = 5  # "two senior Indo-Pacific naval commanders"


def counted_noun(text: str, end: int, *, several: bool) -> str | None:
    """Return the noun counted by the number that ends at *end*, singular and in lower case; None if unsure.

    *several*: the number is a cardinal above one, so that the noun is the first plural.
    """
    words = _run(text, end + len(" of") if text.startswith(" of ", end) and several else end)
    if text.startswith("-", end):  # "a 15-member council": the noun next to the hyphen, in the singular
        return singular(words[0]) if words else None
    if several:
        return next((singular(word) for word in words if _is_plural(word)), None)
    plural = next((index for index, word in enumerate(words) if _is_plural(word)), 0)
    if plural:  # "the second day ministers met": what follows a singular noun is another's
        words = words[:plural]
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()
    return singular(words[-1]) if words else None


def singular(noun: str) -> str:
    """Return *noun* in the singular as far as its spelling tells."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if _is_plural(noun) else noun


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))
    )


def _run(text: str, end: int) -> list[str]:
    words: list[str] = []
    while len(words) < _LONGEST_RUN and (match := _WORD.match(text, end)):
        word = match["word"].lower()
        if word in _STOPS or word.endswith(("'s", "’s")):
            break
        words.append(word)
        end = match.end()
    return words
