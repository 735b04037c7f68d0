"""How two claims stand to each other: by their values, and where words have none, by the words themselves."""

import re

from bot.answering.claims import Claim
from bot.answering.reprints import words_of
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.fits import Comparison
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.names.gazetteer import known_place
from bot.answering.values.quantities.amounts import Quantity

_LONGEST_NAME = 6  # words; longer ones describe, and two descriptions may be of one thing
_UNTYPED = NAMES | {Kind.TEXT}
_SMALL = re.compile(r"(?:of|the|and|de|la|van|von|for|in|on|at|a|an|to|&)$", re.IGNORECASE)


def fit_of(one: Claim, other: Claim) -> Comparison:
    """Compare what two claims say; symmetric.

    One number is one answer, whatever it is said to count. Untyped answers are the same where they use the same
    words, and fit where one uses only words of the other. Two names that
    share no word are different; any other words may be two ways of saying one thing.
    """
    found = compare(one.value, other.value)
    if found.fit is Fit.UNRELATED and _are_one_number(one, other):
        return Comparison(Fit.SAME, "number", "the same number")
    if found.fit is not Fit.UNRELATED or not {one.value.kind, other.value.kind} <= _UNTYPED:
        return found
    kinds = {one.value.kind, other.value.kind}
    # Words that are no name, and a name; a person, and a place.
    if len(kinds) == 2 and (Kind.TEXT in kinds or kinds == {Kind.PERSON, Kind.PLACE}):
        return _by_part(one.span.text, other.span.text) or found
    # A body, and a town or country that it may be in.
    if len(kinds) == 2 and _is_on_the_map(one, other):
        return found
    return _by_words(one.span.text, other.span.text)


def _is_on_the_map(*claims: Claim) -> bool:
    """Whether one of *claims* is of a place that is known, not only called one: a hall may be either."""
    return any(claim.value.kind is Kind.PLACE and known_place(claim.span.text) for claim in claims)


def _are_one_number(one: Claim, other: Claim) -> bool:
    """Whether both answer with one bare number, whatever each says that it counts ("312 aboard", "312 souls")."""
    first, second = one.value.payload, other.value.payload
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return False
    return (
        first.kind is second.kind is Kind.NUMBER
        and first.unit is second.unit is None
        and first.is_exact
        and second.is_exact
        and first.stated == second.stated
    )


def _by_words(one: str, other: str) -> Comparison:
    if words_of(one) == words_of(other) != []:
        return Comparison(Fit.SAME, "answer", "the same words")
    words = [_content(text) for text in (one, other)]
    if not all(words) or max(map(len, words)) > _LONGEST_NAME:
        return Comparison(Fit.UNRELATED, "answer", "words that have no value to compare")
    first, second = (frozenset(said) for said in words)
    if first == second:
        return Comparison(Fit.SAME, "answer", "the same words")
    if first < second or second < first:
        return Comparison(Fit.FINER, "answer", "the words of one are among the other's")
    if first & second or not (_is_name(one) and _is_name(other)):
        return Comparison(Fit.UNRELATED, "answer", "words that have no value to compare")
    return Comparison(Fit.DIFFERENT, "answer", "two names without a word in common")


def _by_part(one: str, other: str) -> Comparison | None:
    """Compare two names of unlike kinds: "Handke", which opens a sentence, may be "Peter Handke"; it is never a rival."""
    found = _by_words(one, other)
    return found if found.fit in {Fit.SAME, Fit.FINER} and _is_name(one) and _is_name(other) else None


def _content(text: str) -> list[str]:
    return [term.stem for term in terms_of(text) if not _SMALL.match(term.word)]


def _is_name(text: str) -> bool:
    """Whether every word but the small ones is written as a name or a figure."""
    words = [term for term in terms_of(text) if not _SMALL.match(term.word)]
    marks = [text[term.start] for term in words]
    return any(map(str.isupper, marks)) and all(mark.isupper() or mark.isdigit() for mark in marks)
