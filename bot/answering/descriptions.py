"""Whom a question means by "the minister", "his Japanese counterpart" or "he", as the articles name them.

Articles write the name, members what they remember of it, and a small model seldom knows that both are one: asked for
the name, it finds what it misses when asked for "the Japanese defence minister".
"""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.answering.people import Person, people_in
from bot.answering.questions.patterns import NAMED_BY
from bot.answering.reader.saying import is_said
from bot.answering.terms import terms_of
from bot.answering.thesaurus import near_stems
from bot.answering.values.kinds import Kind
from bot.answering.values.names.demonyms import SEATS
from bot.answering.values.recognition import recognise

# Times as often as anybody else who fits, somebody must be named to be the one meant, or "he".
_CLEARLY, _HERO = 2.0, 1.5
_DETERMINERS = frozenset("the that this his her their our both".split())
_RELATIVES = r"counterparts?|colleagues?|visitors?|guests?|hosts?|m[ae]n|wom[ae]n|person|politicians?"
_NOUN = rf"(?:{NAMED_BY[Kind.PERSON].pattern}|boss(?:es)?|{_RELATIVES})"
_DESCRIBED = re.compile(
    rf"\b(?P<whose>{'|'.join(sorted(_DETERMINERS))}|[a-z][\w.]*['’]s)(?P<two> two)?"
    r"(?P<words>(?: (?!(?:of|and|or|in|on|at|to|for|two|three|four|first|last|next|other|former|new)\b)[\w.’'-]+){0,3}?)"
    rf" (?P<noun>{_NOUN})\b(?P<own>['’]s?(?!\w))?"
    r"(?P<origin> (?:of|from) (?:the )?(?:(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*)*|[a-z]\w*))?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(_RELATIVES, re.IGNORECASE)
_PLURAL = re.compile(r"men|women|.*[^s]s|bosses", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:he|she|him|(?P<own>his)|"
    r"her(?P<hers>(?= (?!(?:own|to|at|in|on|for|with|from|by|and|or|of|about|after|before|during|when)\b)[a-z]))?)\b",
    re.IGNORECASE,
)
# Somebody is asked to be it, or is asked for.
_PREDICATE = re.compile(
    r"\b(?:becom\w+|became|as|be|been|being|named|call(?:ed|s)?|elect(?:ed|s)?|appoint(?:ed|s)?|made|"
    r"who(?:['’]s| is| was| are| were)?) $|^\W*(?:is|was|are|were)(?: \S+| (?-i:[A-Z])\S*(?: (?-i:[A-Z])\S*)+) $",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?: [A-Z][\w.-]*)* [^\W_]+")  # "the minister Shinjiro Koizumi"
_NAME_ASKED = re.compile(r"\b(?:names?|called|identity)\b", re.IGNORECASE)


def with_names(question: str, bodies: Iterable[str]) -> str:
    """Return *question* with the names of those whom it only describes, where *bodies* leave no doubt who they are.

    A description means the one person beside whose name its words stand, or who is named at least twice as often as
    the others that they fit. "He" and "she" mean whom the articles name most, where the question speaks of nobody before.
    Nobody whom the question names is meant, and who is asked for, or asked to be it, is not named in it.
    """
    if _NAME_ASKED.search(question) or not (_DESCRIBED.search(question) or _PRONOUN.search(question)):
        return question
    people = people_in(bodies)
    asked = {term.stem for term in terms_of(question)}
    others = [person for person in people if person.stem not in asked]
    reworded = _DESCRIBED.sub(lambda match: _named(match, people, others), question)
    pronoun = _PRONOUN.search(question)
    if reworded != question or pronoun is None or _speaks_of_somebody(question[: pronoun.start()], people):
        return reworded
    hero = _clearest(others, 1, _HERO)
    return _PRONOUN.sub(_instead_of_pronoun(hero[0]), question, count=1) if hero else question


def _speaks_of_somebody(text: str, people: Sequence[Person]) -> bool:
    """Whether a pronoun may mean somebody in front of it, by name or not ("the old man … for his plot")."""
    stems = {term.stem for term in terms_of(text)}
    names = bool(recognise(text, (Kind.PERSON,))) or any(person.stem in stems for person in people)
    return names or bool(_DESCRIBED.search(text))


def _named(match: re.Match[str], people: Sequence[Person], others: Sequence[Person]) -> str:
    """Return the name, or both names, of whom a description means; the description itself where that is open."""
    is_predicate = _PREDICATE.search(match.string[: match.start()]) and not match["own"]
    follows = _FOLLOWS.match(match.string, match.end())
    behind = {term.stem for term in terms_of(follows.group())} if follows else set()
    if is_predicate or any(person.stem in behind for person in people):
        return match.group()
    owner = "" if match["whose"].lower() in _DETERMINERS else match["whose"]
    noun = "" if _RELATIVE.fullmatch(match["noun"]) else match["noun"]
    said = f"{owner}{match['words']} {noun}{match['origin'] or ''}"
    stems = frozenset(term.stem for term in terms_of(said) if term.is_content)
    two = bool(match["two"]) or match["whose"].lower() == "both"
    several = two or bool(_PLURAL.fullmatch(match["noun"]))
    if not stems and not two:
        return match.group()
    meant = _bearers(stems, others, 2 if several else 1, loosely=two or not several)
    names = " and ".join(person.name for person in meant)
    return f"{names}{'’s' if match['own'] else ''}" if names else match.group()


def _bearers(
    stems: frozenset[str], people: Sequence[Person], count: int, *, loosely: bool
) -> Sequence[Person]:
    """Return the *count* persons whom all of the *stems* describe, by these very words, or else *loosely* by near ones."""
    for fits in (_is_said_of, _is_nearly_said_of) if loosely else (_is_said_of,):
        if found := _clearest([one for one in people if all(fits(stem, one) for stem in stems)], count):
            return found
    return ()


def _is_said_of(stem: str, person: Person) -> bool:
    return is_said(stem, person.roles) or any(seat <= person.roles for seat in SEATS.get(stem, ()))


def _is_nearly_said_of(stem: str, person: Person) -> bool:
    return _is_said_of(stem, person) or bool(near_stems(stem) & person.roles)


def _clearest(people: Sequence[Person], count: int, times: float = _CLEARLY) -> Sequence[Person]:
    """Return the first *count* of *people*, the most named first, unless another is named about as often."""
    if len(people) < count:
        return ()
    rival = people[count].named if len(people) > count else 0
    return people[:count] if people[count - 1].named >= times * rival else ()


def _instead_of_pronoun(person: Person) -> Callable[[re.Match[str]], str]:
    return lambda match: person.name + ("’s" if match["own"] or match["hers"] is not None else "")
