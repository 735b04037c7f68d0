"""Whether a run names a person, a place or an organisation: its own words first, then those around it."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.values.kinds import Kind
from bot.answering.values.names.acronyms import ACRONYMS
from bot.answering.values.names.gazetteer import DEMONYMS, known_place
from bot.answering.values.names.name_words import (
    LONE_ORGANISATIONS,
    NATIONAL_ACRONYMS,
    NO_NAMES,
    OFFICE_WORDS,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    PLACES_FIRST,
    ROMAN,
    THINGS,
    TITLES,
)
from bot.answering.values.names.naming import FoundName, Name, folded
from bot.answering.values.names.runs import CONNECTORS, Run, Word
from bot.answering.values.names.surroundings import Guess, guess_kind, region_stated

_DC = re.compile(r",[ ](?:D\.C\.|DC(?!\w))")
_STATE = re.compile(r"[ ][Ss]tate(?!\w)")
_ALSO_CITIES = frozenset({"washington", "new york"})
_SIDE = re.compile(r"(?<![\w-])(?P<side>north|south|east|west)(?:ern)?[ ]$", re.IGNORECASE)
_REACH = 10  # characters before a place
_NUMBERED = re.compile(r"[ ][0-9]")
_CONTRACTION = re.compile(r"['’](?:m|ve|ll|d|re|s|t)$")
_SHIPS = frozenset("USS HMS HMAS HMCS USNS RMS MV SS MT INS JS RV ROKS".split())
_POSSESSIVE = re.compile(r"['’]s$")
_RANKS = frozenset("first second third".split())
_UNITS = frozenset("fleet army corps division brigade battalion regiment squadron".split())
_AROUND = 30  # characters either side of a word that tell whether all of a line is in capitals
_LONGEST_PERSON = 5  # words, particles included


def classify(run: Run, surnames: frozenset[str]) -> Iterator[FoundName]:
    """Yield the names of *run*, at most one; *surnames* end the full names of the same text."""
    words = _trimmed(run)
    if not words or _NUMBERED.match(run.text, words[-1].end) or words[0].text in _SHIPS:
        return  # "Flight 12", "Apollo 11", "USS Carl Vinson"
    person = _titled(words)
    if person:
        yield _found(run, person, Kind.PERSON)
        return
    words = _without_adjective(run, words)
    kind, certain = _kind(run, words, surnames) if words else (None, False)
    if kind is Kind.PLACE:
        yield _place(run, words, certain=certain)
    elif kind is not None:
        yield _found(run, words, kind, certain=certain)


def _trimmed(run: Run) -> Sequence[Word]:
    words: Sequence[Word] = run.words
    while words and _plain(words[0]) in NO_NAMES and not _begins_a_name(run, words):
        words = words[1:]
        while words and words[0].text in CONNECTORS:
            words = words[1:]
    return words


def _begins_a_name(run: Run, words: Sequence[Word]) -> bool:
    """Tell whether a word that begins many a sentence begins this name: "New Delhi", "Third Fleet", "US"."""
    first, following = words[0], words[1] if len(words) > 1 else None
    if _is_acronym(first.text) or known_place(run.text[first.start : words[-1].end]):
        return True
    if following is None or not following.text[0].isupper():
        return False
    if _POSSESSIVE.search(first.text):
        return (
            True  # the only genitives that a run goes on after are those of names: "People's Liberation Army"
        )
    if _lower(first) == "new":
        return _lower(following) not in TITLES | OFFICE_WORDS
    return _lower(first) in _RANKS and _lower(following) in _UNITS


def _is_acronym(text: str) -> bool:
    return text in NATIONAL_ACRONYMS or (text.isupper() and len(text) > 1)


def _titled(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words after the last title, if any: a person's name."""
    last = max((index for index, word in enumerate(words) if _is_title(word)), default=None)
    if last is None or all(word.text.isupper() for word in words):
        return ()
    rest = words[last + 1 :]
    while rest and (_is_of_office(rest[0]) or known_place(rest[0].text)):
        rest = rest[1:]
    names = [word for word in rest if word.text[0].isupper()]
    if (
        not names
        or len(rest) > _LONGEST_PERSON
        or any(_lower(word) in ORGANISATIONS | PLACES for word in rest)
    ):
        return ()
    return rest


def _is_of_office(word: Word) -> bool:
    return word.text in CONNECTORS - PARTICLES or _lower(word) in OFFICE_WORDS | DEMONYMS


def _is_title(word: Word) -> bool:
    return _lower(word).removesuffix("-elect") in TITLES


def _is_known(run: Run, words: Sequence[Word]) -> bool:
    return known_place(run.text[words[0].start : words[-1].end]) is not None


def _without_adjective(run: Run, words: Sequence[Word]) -> Sequence[Word]:
    if _lower(words[0]) in DEMONYMS and _kind_of_heads(words) is None and not _is_known(run, words):
        return words[1:]
    return words


def _kind(run: Run, words: Sequence[Word], surnames: frozenset[str]) -> Guess:
    text = run.text[words[0].start : words[-1].end]
    kind = Kind.PLACE if known_place(text) else _kind_of_heads(words)
    if kind:
        return kind, True
    lowered = {_lower(word) for word in words}
    is_common = lowered & (TITLES | THINGS) or lowered <= (OFFICE_WORDS | DEMONYMS | NO_NAMES | ROMAN)
    is_common = is_common and not _is_written_short(run, words)
    if is_common or _is_hyphenated_places(text):
        return None, False
    return guess_kind(run, words, surnames)


def _is_written_short(run: Run, words: Sequence[Word]) -> bool:
    """Tell whether one word is a body's abbreviation in a line that is not all capitals: "WHO" is not "who"."""
    word, around = words[0], run.text[max(0, words[0].start - _AROUND) : words[0].end + _AROUND]
    return len(words) == 1 and word.text.isupper() and word.text.lower() in ACRONYMS and not around.isupper()


def _kind_of_heads(words: Sequence[Word]) -> Kind | None:
    lowered = [_lower(word) for word in words]
    head = lowered
    for connector in ("of", "for"):
        if connector in head[1:]:
            head = head[: head.index(connector)]
    if head[-1] in ORGANISATIONS or (len(lowered) > 1 and lowered[-1] in ORGANISATIONS):
        return Kind.ORGANISATION if len(words) > 1 or head[-1] in LONE_ORGANISATIONS else None
    if len(words) > 1 and (head[-1] in PLACES or lowered[0] in PLACES_FIRST):
        return Kind.PLACE
    return None


def _place(run: Run, words: Sequence[Word], *, certain: bool) -> FoundName:
    start, end = words[0].start, words[-1].end
    written = run.text[start:end]
    capital, state = _DC.match(run.text, end), _STATE.match(run.text, end)
    if capital and folded(written) == "washington":
        return FoundName(start, capital.end(), Name(Kind.PLACE, "Washington, D.C."))
    if state and folded(written) in _ALSO_CITIES:
        return FoundName(start, state.end(), Name(Kind.PLACE, f"{written} State", ("United States",)))
    text = known_place(written) or written
    region = region_stated(run, words)
    side = _SIDE.search(run.text, max(0, start - _REACH), start)
    part = side["side"].lower() if side else None
    within = (region,) if region and region != text else ()
    return FoundName(start, end, Name(Kind.PLACE, text, within, certain, part))


def _found(run: Run, words: Sequence[Word], kind: Kind, *, certain: bool = True) -> FoundName:
    start, end = words[0].start, words[-1].end
    return FoundName(start, end, Name(kind, run.text[start:end], (), certain))


def _is_hyphenated_places(text: str) -> bool:
    parts = re.split(r"[-\u2010-\u2013]", text)
    return len(parts) > 1 and any(known_place(part) for part in parts)


def _plain(word: Word) -> str:
    return _CONTRACTION.sub("", word.text.lower())


def _lower(word: Word) -> str:
    return word.text.lower().rstrip(".")
