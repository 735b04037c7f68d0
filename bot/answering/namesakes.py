"""Two things of one name, told apart by what sources write behind it: "(1928 film)", "(Rheostatics album)", ", Illinois".

A version whose articles say which they mean is judged by these; the others of it agree with them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.answering.claims import Claim
from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.values.fits import Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.names.atlas import spots_named
from bot.answering.values.names.naming import Name
from bot.answering.values.names.places import compare_places

_WRITTEN = re.compile(
    r"[“\"‘](?P<quoted>[^“”\"‘’]{2,80})[”\"’]|(?P<row>[A-Z][\w.’'-]*(?: (?:(?:of|the|and|de|to) )*[A-Z0-9][\w.’'-]*)*)"
)
_CAPITALISED = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}"
_BEHIND_COMMA = re.compile(rf", (?P<first>{_CAPITALISED})(?:, (?P<second>{_CAPITALISED}))?")
_AREA = re.compile(
    r"(?:\S+ ){1,2}?(?:County|Parish|Province|Prefecture|District|Oblast|Township|Region|Borough)\b"
)


def are_told_apart(question: Question, ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether what two versions' claims write behind a name of the question tells two of that name apart."""
    return any(
        _tell_two_apart(_asides(words, ones), _asides(words, others))
        or _lie_apart(_places(words, ones), _places(words, others))
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
        if match["quoted"] or match.start():  # the first word of a question has its capital from that
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
            frozenset(term.stem for term in terms_of(match["aside"]) if term.is_content),
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
