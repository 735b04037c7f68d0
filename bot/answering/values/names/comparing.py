"""Compares names: titles and diacritics aside, a surname alone fits the full name, a city its country."""

import re

from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.names.gazetteer import enclosing, known_place
from bot.answering.values.names.name_words import PARTICLES, ROMAN, TITLES
from bot.answering.values.names.naming import Name, folded, words_of

# Letters that transliterations exchange for each other, to one of them.
_TRANSLITERATION = (
    (re.compile(r"hs"), "x"),
    (re.compile(r"[-']"), ""),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"^ie"), "e"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|[qck]"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_NICKNAMES = tuple(
    frozenset(names.split())
    for names in (
        "pete peter",
        "joe joseph",
        "bill william will",
        "bob robert rob",
        "jim james",
        "mike michael",
        "tom thomas",
        "dan daniel",
        "dave david",
        "steve steven stephen",
        "tony anthony antony",
        "ben benjamin",
        "chris christopher",
        "ed edward",
        "jeff jeffrey",
        "kate katherine catherine",
        "liz elizabeth",
        "matt matthew",
        "nick nicholas",
        "sam samuel",
        "ted edward theodore",
        "vladimir volodymyr",
        "alex alexander",
    )
)
_OTHER_SPELLING = "the same name in another spelling"
_PART = "one name leaves a part out"
_CLOSE_LENGTH = 7  # letters from which one differing letter is a spelling, not another surname
_COMPANY = frozenset("inc ltd llc corp corporation company co plc group".split())


def compare_names(first: Name, second: Name) -> Comparison:
    """Compare two persons, two places or two organisations; names of different kinds are unrelated."""
    if first.kind is not second.kind:
        return Comparison(Fit.UNRELATED, "name", "names of different kinds")
    if first.kind is Kind.PERSON:
        fit, rule = _persons(_person_words(first), _person_words(second))
    elif first.kind is Kind.PLACE:
        fit, rule = _places(first, second)
    else:
        fit, rule = _organisations(first, second)
    return Comparison(fit, "name", rule)


def _person_words(name: Name) -> tuple[str, ...]:
    words = [word for word in words_of(name.text.replace(".", ". ")) if word not in ROMAN]
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return tuple(words)


def _persons(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Fit, str]:
    if sorted(first) == sorted(second):
        return Fit.SAME, "the same name"
    short, full = sorted((_core(first), _core(second)), key=lambda words: (len(words), words))
    if len(short) < 2:
        return _surname_alone(short, full)
    order = full
    if _same_spelling(short[0], full[-1]) and _same_spelling(short[-1], full[0]):
        order = full[::-1]  # "Koizumi Shinjiro": the surname first
    if not _same_surname(short, order):
        return Fit.DIFFERENT, "the surnames differ"
    if _same_given(short[0], order[0]):
        exact = len(short) == len(full) and min(len(short[0]), len(order[0])) > 1
        return (Fit.SAME, _OTHER_SPELLING) if exact else (Fit.FINER, _PART)
    return (Fit.FINER, _PART) if set(short) <= set(full) else (Fit.DIFFERENT, "the given names differ")


def _surname_alone(short: tuple[str, ...], full: tuple[str, ...]) -> tuple[Fit, str]:
    if not any(_same_spelling(word, part) for word in short for part in full):
        return Fit.DIFFERENT, "the names differ"
    return (Fit.SAME, _OTHER_SPELLING) if len(full) == 1 else (Fit.FINER, _PART)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in PARTICLES) or words


def _same_surname(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    # "Nicolás Maduro" and "Nicolás Maduro Moros": a second surname may be left out
    return _same_spelling(short[-1], full[-1], given=(short[0], full[0])) or (
        short[0] == full[0] and short[-1] in full[1:]
    )


def _same_given(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return _sounded(first)[0] == _sounded(second)[0] or {first[0], second[0]} == {"y", "e"}
    return _same_spelling(first, second) or any({first, second} <= names for names in _NICKNAMES)


def _same_spelling(first: str, second: str, given: tuple[str, str] | None = None) -> bool:
    one, other = _sounded(first), _sounded(second)
    if one == other:
        return True
    least = _CLOSE_LENGTH - 2 if given and given[0] == given[1] else _CLOSE_LENGTH
    return min(len(one), len(other)) >= least and one[0] == other[0] and _one_edit(one, other)


def _sounded(word: str) -> str:
    for pattern, letter in _TRANSLITERATION:
        word = pattern.sub(letter, word)
    return word


def _one_edit(first: str, second: str) -> bool:
    short, full = sorted((first, second), key=len)
    if len(full) - len(short) > 1:
        return False
    index = next((i for i, letter in enumerate(short) if letter != full[i]), len(short))
    return short[index:] == full[index + 1 :] or short[index + 1 :] == full[index + 1 :]


def _places(first: Name, second: Name) -> tuple[Fit, str]:
    one, other = _place_key(first.text), _place_key(second.text)
    around, other_around = _around(first), _around(second)
    if one == other:
        if around and other_around and not around & other_around:
            return Fit.DIFFERENT, "places of one name that lie in different places"
        return Fit.SAME, "the same place"
    if one in other_around or other in around:
        return Fit.FINER, "one place lies in the other"
    if _is_shorter(first, second) or _is_shorter(second, first):
        return Fit.FINER, "one place is named less closely"
    if _could_hold(first, second) or _could_hold(second, first):
        return Fit.UNRELATED, "not known whether one place lies in the other"
    return Fit.DIFFERENT, "the places differ"


def _is_shorter(first: Name, second: Name) -> bool:
    one, other = _place_key(first.text), _place_key(second.text)
    if (one, other) == ("washington", "washington dc"):
        return True
    known = known_place(first.text) and known_place(second.text)
    return not known and set(one.split()) < set(other.split())


def _could_hold(wide: Name, other: Name) -> bool:
    """Tell whether *wide* is a country, state or region of the table, and nothing says where *other* lies."""
    place = known_place(wide.text)
    parents = enclosing(place) if place else ()
    is_wide = place is not None and (not parents or parents == ("United States",))
    return is_wide and not _around(other) and not known_place(other.text)


def _place_key(text: str) -> str:
    return " ".join(words_of(known_place(text) or text))


def _around(name: Name) -> set[str]:
    return {_place_key(place) for place in name.within} | {
        _place_key(place) for place in enclosing(name.text)
    }


def _organisations(first: Name, second: Name) -> tuple[Fit, str]:
    one, other = _organisation_words(first), _organisation_words(second)
    if one == other:
        return Fit.SAME, "the same name"
    short, full = sorted((one, other), key=lambda words: (len(set(words)), len(words), words))
    if len(short) == 1 and len(full) > 1 and short[0] == "".join(word[0] for word in full):
        return Fit.SAME, "an abbreviation and what it stands for"
    if short and set(short) <= set(full):
        return Fit.FINER, _PART
    return Fit.DIFFERENT, "the names differ"


def _organisation_words(name: Name) -> tuple[str, ...]:
    aliases = {"us": ("united", "states"), "uk": ("united", "kingdom"), "usa": ("united", "states")}
    words = [part for word in words_of(folded(name.text)) for part in aliases.get(word, (word,))]
    return tuple(word for word in words if word not in _COMPANY) or tuple(words)
