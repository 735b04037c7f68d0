"""Two things of one name, told apart by what sources write behind it: "(1928 film)", "(Rheostatics album)", ", Illinois".

Bodies and places are also told apart by the fuller names under which sources say what they are ("The Royal Netherlands
Navy Submarine Service is …"); people are not, since their names have titles, nicknames and nationalities in front.

A version whose articles say which they mean is judged by these; the others of it agree with them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.answering.claims import Claim
from bot.answering.questions.question import Question
from bot.answering.terms import stem_of, terms_of
from bot.answering.values.fits import Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.names.atlas import spots_named
from bot.answering.values.names.demonyms import COUNTRY_WORDS
from bot.answering.values.names.name_words import ORGANISATIONS, PLACES
from bot.answering.values.names.naming import Name
from bot.answering.values.names.places import compare_places

_WRITTEN = re.compile(
    r"[“\"‘](?P<quoted>[^“”\"‘’]{2,80})[”\"’]|"
    r"(?P<row>(?:\d+(?:st|nd|rd|th)? )?[A-Z][\w.’'-]*(?: (?:(?:of|the|and|de|to) )*[A-Z0-9][\w.’'-]*)*|"
    r"\d+(?:st|nd|rd|th) (?!century\b|anniversary\b|time\b)[a-z]{4,})"
)
_DEFINED = re.compile(
    r"(?:^|(?<=[.!?] ))(?:[Tt]he )?(?P<name>[A-Z0-9][^.,;:!?“”\"]{2,90}?)(?: \([^()]*\))? (?:is|was|are|were) "
    r"(?:an?|the|one of)\b"
)
# "Low Tide (film) Low Tide is …": an encyclopedia's entry, behind its title.
_ENTRY = re.compile(
    r"(?P<title>(?P<name>[A-Z0-9][^.;:!?“”\"()]{2,80}?)(?: \([^()]{2,60}\))?) (?:[“\"][^“”\"]{0,90}[”\"] )?(?:[Tt]he )?"
    r"[“\"]?(?P=name)[”\"]?(?=,| \(| (?:is|was|are|were|has|had)\b)"
)
_BODIES = ORGANISATIONS | PLACES
_CAPITALISED = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}"
_BEHIND_COMMA = re.compile(rf", (?P<first>{_CAPITALISED})(?:, (?P<second>{_CAPITALISED}))?")
_IN_PLACES = re.compile(rf"(?:^|(?<=in )|(?<=of )|(?<=, )){_CAPITALISED}")
# What is where it is: a summit may be reported in two cities, and is one all the same.
_FIXED = PLACES | frozenset(
    """village town city hamlet settlement municipality township commune parish community district neighbourhood
    neighborhood suburb borough county province region river stream lake mountain hill island peninsula valley glacier
    cemetery school university college church cathedral chapel abbey temple mosque museum library hospital station hotel
    stadium""".split()
)
_AREA = re.compile(
    r"(?:\S+ ){1,2}?(?:County|Parish|Province|Prefecture|District|Oblast|Township|Region|Borough)\b"
)


def are_told_apart(question: Question, ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether what two versions' claims write behind a name of the question tells two of that name apart."""
    return any(
        _tell_two_apart(_asides(words, ones), _asides(words, others))
        or _lie_apart(_places(words, ones), _places(words, others))
        or _are_called_apart(_definitions(words, ones), _definitions(words, others))
        or (
            Kind.PLACE not in question.kinds
            and _lie_apart(_defining_places(words, ones), _defining_places(words, others))
        )
        for words in asked_words(question.text)
    )


def is_told(question: Question, claims: Iterable[Claim]) -> bool:
    """Whether a claim writes something behind a name of the question that may tell whose name it is."""
    return any(
        _asides(words, [claim]) or _places(words, [claim])
        for claim in claims
        for words in asked_words(question.text)
    )


def asked_words(text: str) -> Iterator[str]:
    """Yield what the question names as it is written: in quotation marks, or as a row of capitalised words."""
    for match in _WRITTEN.finditer(text):
        words = match["quoted"] or match["row"]
        if (
            match["quoted"] or match.start() or words[0].isdigit()
        ):  # the first word of a question has its capital from that
            yield words


class _Aside(NamedTuple):
    """The stems of what stands in brackets; ``titles``: the name with it is the title of an entry ("Low Tide (film)")."""

    stems: frozenset[str]
    titles: bool


def _asides(words: str, claims: Iterable[Claim]) -> list[_Aside]:
    """Return every aside in brackets behind *words* in the claims' paragraphs."""
    behind = re.compile(
        rf"(?<!\w)(?i:{re.escape(words)})[”\"’']?\s*\((?P<aside>[^()]{{2,60}})\)(?P<entry> [A-Z“\"])?"
    )
    return [
        _Aside(
            _stems(match["aside"]),
            match.start() == 0 and match["entry"] is not None,
        )
        for claim in claims
        for match in behind.finditer(claim.span.passage.paragraph.text)
    ]


def _tell_two_apart(first: Sequence[_Aside], second: Sequence[_Aside]) -> bool:
    """Whether all asides name two of one kind.

    Some words are shared, and each has one that the other lacks; or both are titles, and not the same.
    """
    return bool(first and second) and all(
        (one.titles and other.titles and one.stems != other.stems)
        or (one.stems & other.stems and one.stems - other.stems and other.stems - one.stems)
        for one in first
        for other in second
    )


def _places(words: str, claims: Iterable[Claim]) -> list[frozenset[str]]:
    """Return the places that stand behind *words* and a comma in the claims' paragraphs, those of one row together."""
    name = re.compile(rf"(?<!\w){re.escape(words.partition(',')[0])}(?=, [A-Z])")
    found = []
    for claim in claims:
        text = claim.span.passage.paragraph.text
        for match in name.finditer(text):
            behind = _BEHIND_COMMA.match(text, match.end())
            row = frozenset(filter(None, map(_place, behind.groups("")))) if behind else frozenset()
            if row:
                found.append(row)
    return found


def _defining_places(words: str, claims: Iterable[Claim]) -> list[frozenset[str]]:
    """Return the places in which the claims' paragraphs say that a town or body called *words* is, those of one sentence."""
    defined = re.compile(
        rf"(?<!\w){re.escape(words)}[”\"’']?(?: \([^()]*\))? (?:is|was) (?:an?|the|one of the)(?: [\w'’-]+){{0,8}}? "
        rf"(?P<noun>\w+)(?: located| situated)? in (?P<where>[^.;]{{3,160}})"
    )
    found = (match for claim in claims for match in defined.finditer(claim.span.passage.paragraph.text))
    rows = (
        frozenset(filter(None, (_place(row.group()) for row in _IN_PLACES.finditer(match["where"]))))
        for match in found
        if match["noun"].lower() in _FIXED
    )
    return [row for row in rows if row]


def _place(words: str) -> str:
    """Return the place that *words* begin with, as far as its name is known for one."""
    if area := _AREA.match(words):
        return area.group()
    parts = words.split()
    beginnings = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((words for words in beginnings if spots_named(words)), "")


def _lie_apart(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> bool:
    return bool(first and second) and all(
        any(
            compare_places(Name(Kind.PLACE, here), Name(Kind.PLACE, there))[0] is Fit.DIFFERENT
            for here in one - other
            for there in other - one
        )
        for one in first
        for other in second
    )


def _definitions(words: str, claims: Iterable[Claim]) -> list[frozenset[str]]:
    """Return what the names under which the claims' paragraphs define a body or a place have besides *words*.

    So may the titles of entries, of whatever they are.
    """
    asked = _stems(words)
    entries = [
        _stems(entry["title"]) - asked
        for claim in claims
        if (entry := _ENTRY.match(claim.span.passage.paragraph.text)) and asked <= _stems(entry["title"])
    ]
    if words.rsplit(maxsplit=1)[-1].lower() not in _BODIES:
        return entries
    return entries + [
        frozenset().union(*(_stems(word) for word in match["name"].split() if not word.strip("()").islower()))
        - asked
        for claim in claims
        for match in _DEFINED.finditer(claim.span.passage.paragraph.text)
        if asked <= _stems(match["name"])
    ]


def _stems(words: str) -> frozenset[str]:
    """Return the stems of *words* that say something, an adjective for a country being the country's name."""
    return frozenset(
        stem_of(part)
        for term in terms_of(words)
        if term.is_content
        for part in COUNTRY_WORDS.get(term.word, (term.word,))
    )


def _are_called_apart(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> bool:
    return bool(first and second) and all(one - other and other - one for one in first for other in second)
