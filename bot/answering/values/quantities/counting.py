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
_NO_NOUNS = frozenset({"strong", "odd", "plus", "fold"})  # "a 10,000-strong crowd"
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
# What becomes of those who are counted; numbers of the dead and of the injured are not compared.
_FATES = {
    "death": "killed|dead|died|deaths?|fatalit(?:y|ies)|perished|slain|drowned",
    "injury": "injured|wounded|hurt|injur(?:y|ies)|hospitali[sz]ed",
    "missing": "missing|unaccounted",
    "arrest": "arrested|detained|arrests?|detentions?",
    "flight": "displaced|evacuated|fled|homeless",
    "rescue": "rescued|survived|survivors?",
}
# Nouns that count people by what became of them.
_PEOPLE = {"death": "death", "fatality": "death", "body": "death", "injury": "injury", "life": None}
_FATE = "|".join(f"(?P<{name}>{words})" for name, words in _FATES.items())
# Other words by which one asks what became of people.
_ASKED = {
    "death": "die|dies|dying|kill|deadly|toll|lives|lost|victims?|casualt(?:y|ies)|perish|drown",
    "injury": "injure|hurting|wounds?|treated|victims?|casualt(?:y|ies)",
    "arrest": "arrest|detain|held|custody",
    "flight": "flee|displace|evacuate|evacuations?",
    "rescue": "rescue|saved?|survive",
    "missing": "lost|unfound",
}
_NAMED = {
    name: re.compile(rf"(?<!\w)(?:{words}|{_ASKED[name]})(?!\w)", re.IGNORECASE)
    for name, words in _FATES.items()
}
_FATE_AFTER = re.compile(
    rf"(?:[ ](?!(?:and|or|but|who|as|after|when)(?!\w))[\w'’-]{{1,20}}){{0,4}}?[ ](?:{_FATE})(?!\w)"
    r"(?![ ](?:or|and)[ ](?:injured|wounded|killed|hurt))",
    re.IGNORECASE,
)
_FATE_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<death>kill(?:ed|ing|s)|(?:took|takes|taking|claim(?:ed|s|ing))[ ]the[ ]lives[ ]of|(?:loss|deaths?)[ ]of)"
    r"|(?P<injury>injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurting)"
    r"|(?P<arrest>arrest(?:ed|ing|s)|detain(?:ed|ing|s)))(?![ ]or)[ ](?:the[ ]|another[ ]|a[ ]further[ ])?$",
    re.IGNORECASE,
)
_FURTHER_BEFORE = re.compile(
    r"(?<!\w)(?:another|(?:an?[ ])?(?:additional|further)|the[ ](?:other|remaining))[ ]$", re.IGNORECASE
)
_FURTHER_AFTER = re.compile(
    r"[ ](?:more|others?|additional|further|extra)(?!\w|[ ]than(?!\w))", re.IGNORECASE
)
_PART_AFTER = re.compile(
    r"(?:[ ][^\W\d_]{1,20})?[ ](?:of|among)[ ](?:them|whom|those|these|which|us|you)(?!\w)", re.IGNORECASE
)
_NONE_BEFORE = re.compile(
    r"(?<!\w)(?:none|neither|not one)[ ]of[ ](?:the|her|his|its|their|our|these|those)[ ]$", re.IGNORECASE
)
_FATE_REACH = 40  # characters
_WORD = re.compile(r"(?P<gap>[ \u00a0-])(?P<word>[^\W\d_][\w'’]{0,30})")
_LONGEST_RUN = 5  # "two senior Indo-Pacific naval commanders"


def counted_noun(text: str, end: int, *, several: bool) -> str | None:
    """Return the noun counted by the number that ends at *end*, singular and in lower case; None if unsure.

    *several*: the number is a cardinal above one, so that the noun is the first plural.
    """
    words = _run(text, end + len(" of") if text.startswith(" of ", end) and several else end)
    if text.startswith("-", end):  # "a 15-member council": the noun next to the hyphen, in the singular
        return singular(words[0]) if words and words[0] not in _NO_NOUNS else None
    if several:
        return next((singular(word) for word in words if _is_plural(word)), None)
    plural = next((index for index, word in enumerate(words) if _is_plural(word)), 0)
    if plural:  # "the second day ministers met": what follows a singular noun is another's
        words = words[:plural]
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()
    return singular(words[-1]) if words else None


def befallen(text: str, start: int, end: int) -> str | None:
    """Return what came to those counted by the number from *start* to *end* ("death"); None if nothing says."""
    match = _FATE_BEFORE.search(text, max(0, start - _FATE_REACH), start) or _FATE_AFTER.match(
        text, end, end + 4 * _FATE_REACH
    )
    return match.lastgroup if match else None


def fates_named(text: str) -> frozenset[str]:
    """Return every fate that *text*, a question, names or may ask about."""
    return frozenset(name for name, words in _NAMED.items() if words.search(text))


def people_meant(counted: str | None, befell: str | None) -> tuple[str | None, str | None]:
    """Return what is counted and what befell it, where *counted* says both ("31 deaths" are 31 people who died)."""
    return ("person", befell or _PEOPLE[counted]) if counted in _PEOPLE else (counted, befell)


def is_further(text: str, start: int, end: int) -> bool:
    """Tell whether the number from *start* to *end* counts only what comes on top ("another five", "two others")."""
    before = text[max(0, start - _FATE_REACH) : start]
    return _FURTHER_BEFORE.search(before) is not None or _FURTHER_AFTER.match(text, end) is not None


def is_partial(text: str, start: int, end: int) -> bool:
    """Tell whether the number counts only some of those spoken of, or none ("six of them", "none of the nine")."""
    before = text[max(0, start - _FATE_REACH) : start]
    return _PART_AFTER.match(text, end) is not None or _NONE_BEFORE.search(before) is not None


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
