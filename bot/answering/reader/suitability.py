"""How well a mention's form and place fit what is asked, before any word around it is compared."""

import re
from collections.abc import Iterable

from bot.answering.questions.question import Question
from bot.answering.reader.matching import TermMatcher
from bot.answering.reader.sentences import Sentence
from bot.answering.terms import stem_of, terms_of
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention

_ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|this|its|their|his|her)\s+$|[’']s\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+[a-z]")
_LOCATIVE = re.compile(
    r"\b(?:in|at|to|on|near|off|from|for|outside|inside|into|through|via|of|and|or|include[sd]?|visit\w*|host\w*)"
    r"(?:\s+(?:the|downtown|central|nearby))?\s+$|,\s+$",
    re.IGNORECASE,
)
ROLE_STEMS = frozenset(
    stem_of(word)
    for word in "start begin commence open depart leave launch arrive end finish conclude close return".split()
)
_BESIDE = 25  # characters between a name and the noun it names ("the operator, Norrlys Ferries")
_FAR = 140  # characters; a name this far from the verb asked about is as good as in another sentence


def suitability(
    question: Question, mention: Mention, among: Iterable[Mention], sentence: Sentence, matcher: TermMatcher
) -> float:
    """Return how well *mention*, one of the sentence's mentions *among*, fits the question: 0 to 1."""
    fit = 1.0 if mention.kind is question.kinds[0] else 0.9
    if mention.kind is Kind.DATE:
        if question.about and sentence.text[mention.start : mention.end].lower() != question.about:
            return 0.0
        return fit * _date_fit(question, mention, among, sentence, matcher)
    if mention.kind in {Kind.NUMBER, Kind.ORDINAL}:
        return fit * _unit_fit(question, mention, matcher)
    if mention.kind is Kind.PLACE or Kind.PLACE in question.kinds:
        before, after = sentence.text[: mention.start], sentence.text[mention.end : mention.end + 2]
        fit *= 0.3 if re.match(r"[’']s?\b", after) else 1.0 if _LOCATIVE.search(before) else 0.8
    if mention.kind in {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION}:
        fit *= _nearness(mention, sentence, matcher)
        if question.naming and question.head:
            fit *= 1.0 if _is_beside(mention, sentence, question.head) else 0.4
    return fit


def is_attributive(mention: Mention, sentence: Sentence) -> bool:
    """Whether a date only qualifies the noun after it ("the 2011 earthquake")."""
    before, after = sentence.text[: mention.start], sentence.text[mention.end : mention.end + 3]
    return bool(_ARTICLE_BEFORE.search(before[-8:]) and _NOUN_AFTER.match(after))


def _date_fit(
    question: Question, mention: Mention, among: Iterable[Mention], sentence: Sentence, matcher: TermMatcher
) -> float:
    whole = any(other.period == (mention.start, mention.end) for other in among)
    if question.role:
        if mention.role:
            return 1.0 if mention.role == question.role else 0.3
        return 0.6 if whole or not _says_role(mention, sentence, matcher) else 1.0
    if mention.role:
        return 0.7
    return 0.6 if question.period and not whole else 1.0


def _says_role(mention: Mention, sentence: Sentence, matcher: TermMatcher) -> bool:
    """Whether the clause of a plain date speaks of the start or the end that is asked for."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    stems = sentence.stems_in(clause.start, clause.end)
    asked = [n for n, term in enumerate(matcher.terms) if term.stem in ROLE_STEMS]
    return not asked or any(matcher.score(n, stem) >= 0.8 for n in asked for stem in stems)


def _unit_fit(question: Question, mention: Mention, matcher: TermMatcher) -> float:
    if not question.unit:
        return 1.0
    if mention.unit is None:
        return 0.85
    stems = {term.stem for term in terms_of(mention.unit)}
    if question.unit in stems:
        return 1.0
    number = next((n for n, term in enumerate(question.terms) if term.stem == question.unit), None)
    near = max((matcher.score(number, stem) for stem in stems), default=0.0) if number is not None else 0.0
    return 0.6 + 0.4 * near


def _is_beside(mention: Mention, sentence: Sentence, head: str) -> bool:
    places = [(term.start, term.end) for term in sentence.terms if term.stem == head]
    return any(mention.start - end <= _BESIDE and start - mention.end <= _BESIDE for start, end in places)


def _nearness(mention: Mention, sentence: Sentence, matcher: TermMatcher) -> float:
    """Return less for a name the farther it stands from the rarest word of the question in its sentence."""
    heaviest, places = 0.0, [mention.start]
    for term in sentence.terms:
        if not term.is_content:
            continue
        weight = max((w * matcher.score(n, term.stem) for n, w in enumerate(matcher.weights)), default=0.0)
        if weight > heaviest + 1e-9:
            heaviest, places = weight, [term.start]
        elif heaviest and abs(weight - heaviest) <= 1e-9:
            places.append(term.start)
    distance = min(min(abs(place - mention.start), abs(place - mention.end)) for place in places)
    return 1.0 - 0.25 * min(1.0, distance / _FAR)
