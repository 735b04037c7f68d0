"""Sentences that tell of somebody or something else than a question names.

That he will "meet Paparo in Hawaii" does not affirm that he meets Hegseth there, much as the words are alike: an
entailment model overlooks it. That "the minister" will go there may well be said of the one who was named.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.answering.questions.question import Question
from bot.answering.terms import content_stems, terms_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import article_context
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

_GOING = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|(?:go(?:es|ing)?|went|gone|travel\w*|fl(?:y|ies|ew|ying)|com(?:e|es|ing)|came|"
    r"head(?:s|ed|ing)?|return(?:s|ed|ing)?|trips?|sail\w*|driv\w+|drove) (?:\w+ )?to|stop\w* (?:over )?(?:in|at)|"
    r"pass\w* through)\b",
    re.IGNORECASE,
)
_ARRIVING = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing|al)|land(?:s|ed|ing)?|com(?:e|es|ing)|came) (?:in|at|on)\b", re.IGNORECASE
)
_REACHED = re.compile(
    r"\b(?:to|in|into|at|for|from|via|through|near|off|(?:tour|visit)\w*(?: of)?|reach\w*|leav\w+|left|enter\w*)"
    r" (?:[a-z]+ )?(?:[A-Z][\w.’'-]*,? (?:(?:and|or|then|finally|the) )*)*$"
)
_LONGEST_LIST = 120  # characters of places between a preposition and the one that it reaches
_OWNS = re.compile(r"[’']s?\b")
_NOWHERE = article_context("", None)


@dataclass(frozen=True, slots=True)
class _Named:
    kind: Kind
    stems: frozenset[str]
    value: Value


def tells_of_another(question: str, sentence: str, *, wholly: bool = False) -> bool:
    """Whether *sentence* lacks a name of *question* and has another of its kind, which *question* lacks.

    Another way of writing a name, or a place inside one, is no other name. With *wholly* it must have none of the
    question's names.
    """
    asked = _named_in(question)
    if not asked:
        return False
    words = content_stems(sentence)
    missing = [name for name in asked if not name.stems & words]
    if wholly and len(missing) < len(asked):
        return False
    said, known = _named_in(sentence), content_stems(question)
    return any(_is_replaced(name, said, known) for name in missing)


def names_another_person(question: Question, sentence: str) -> bool:
    """Whether *sentence* names somebody of *question*, but another person in the place of somebody else of it.

    Where he holds talks with Paparo is not where he holds them with Hegseth.
    """
    if Kind.PERSON in question.kinds:
        return False
    asked = [name for name in _named_in(question.text) if name.kind is Kind.PERSON]
    words, known = content_stems(sentence), content_stems(question.text)
    missing = [name for name in asked if not name.stems & words]
    if not missing or len(missing) == len(asked):
        return False
    said = _named_in(sentence)
    return any(_is_replaced(name, said, known) for name in missing)


def leaves_out_destination(question: Question, sentence: str) -> bool:
    """Whether *question* asks about going to a place that *sentence* does not name: going elsewhere is not staying away."""
    if not _GOING.search(question.text):
        return False
    words = content_stems(sentence)
    return any(name.kind is Kind.PLACE and not name.stems & words for name in _named_in(question.text))


def goes_elsewhere(question: Question, sentence: str) -> bool:
    """Whether *question* asks about going to a place, and *sentence* names but others that somebody goes to.

    When he returns to Japan is not when he arrives in Hawaii.
    """
    return bool(_GOING.search(question.text) or _ARRIVING.search(question.text)) and reaches_others(
        question, sentence
    )


def reaches_others(question: Question, sentence: str) -> bool:
    """Whether *sentence* has somebody at other places, or wider ones, and at none that *question* names."""
    asked = [name for name in _named_in(question.text) if name.kind is Kind.PLACE]
    words, known = content_stems(sentence), content_stems(question.text)
    if not asked or any(name.stems & words for name in asked):
        return False
    reached = [
        other
        for other in _named_in(sentence)
        if other.kind is Kind.PLACE and any(is_reached(one, sentence) for one in _written(other, sentence))
    ]
    return any(_is_replaced(name, reached, known) for name in asked)


def names_no_destination(question: Question, sentence: str) -> bool:
    """Whether *question* asks about going to a place that *sentence* names, but never as where somebody goes or is.

    "China's growing assertiveness", and "actors such as China", take nobody there.
    """
    if not _GOING.search(question.text):
        return False
    places = [name for name in _named_in(question.text) if name.kind is Kind.PLACE]
    return any(
        name.stems & content_stems(sentence)
        and not any(is_reached(one, sentence) for one in _written(name, sentence))
        for name in places
    )


def _written(name: _Named, sentence: str) -> list[tuple[int, int]]:
    """Return where *sentence* writes words of *name*."""
    return [
        (term.start, term.end) for term in terms_of(sentence) if term.is_content and term.stem in name.stems
    ]


def is_reached(place: tuple[int, int], sentence: str) -> bool:
    """Whether the place at *place* stands behind a preposition of place, others of the same list between."""
    start, end = place
    return not _OWNS.match(sentence, end) and bool(
        _REACHED.search(sentence[max(0, start - _LONGEST_LIST) : start])
    )


def _is_replaced(name: _Named, said: Collection[_Named], known: frozenset[str]) -> bool:
    alike = [other for other in said if other.kind is name.kind]
    if any(compare(name.value, other.value).fit in {Fit.SAME, Fit.FINER} for other in alike):
        return False
    return any(not other.stems & known for other in alike)


def _named_in(text: str) -> list[_Named]:
    return [
        _Named(
            mention.kind,
            content_stems(text[mention.start : mention.end]),
            value_of(text, mention.start, mention.end, _NOWHERE, mention.kind),
        )
        for mention in recognise(text, tuple(NAMES))
    ]
